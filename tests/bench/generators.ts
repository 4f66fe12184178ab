import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, measureCommand } from "./measure";
import { sizeSite } from "./site";
import type { Measurement } from "./table";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** A program that makes a site of a content folder: the command for two absolute paths. */
export type Generator = {
  readonly name: string;
  readonly commandFor: (content: string, out: string) => Command;
};

/** @param clone the folder of a clone of the project, so that no build of this one is in the way */
export function verbatimIn(clone: string): Generator {
  return {
    name: "Verbatim",
    commandFor: (content, out) => ({
      words: ["npm", "run", "--silent", "build"],
      folder: clone,
      environment: { NODE_ENV: "production", ARCHIVE_CONTENT: content, ARCHIVE_OUT: out },
    }),
  };
}

const eleventy: Generator = {
  name: "Eleventy",
  commandFor: (content, out) => ({
    words: [
      "npx",
      "eleventy",
      "--quiet",
      "--config=tests/bench/eleventy/eleventy.config.js",
      `--input=${relative(project, content)}`,
      `--output=${relative(project, out)}`,
    ],
    // Paths are relative to where Eleventy runs.
    folder: project,
  }),
};

const hugo: Generator = {
  name: "Hugo",
  commandFor: (content, out) => ({
    words: ["hugo", "--quiet", "--noBuildLock", "--contentDir", content, "--destination", out],
    folder: join(project, "tests/bench/hugo"),
    // Otherwise a folder beside its templates.
    environment: { HUGO_RESOURCEDIR: `${out}-resources` },
  }),
};

/** What the archive's own build is held against on this machine. */
export function listOthers(): readonly Generator[] {
  const { status } = spawnSync("hugo", ["version"]);
  return status === 0 ? [eleventy, hugo] : [eleventy];
}

/**
 * Builds once, over the site that is there already, if there is one.
 * @throws Error with what the generator printed when it fails
 */
export async function measureBuild(
  generator: Generator,
  content: string,
  out: string,
  name = generator.name,
): Promise<Measurement> {
  console.error(`… ${name}`);
  const cost = await measureCommand(generator.commandFor(content, out));
  return { name, cost, site: sizeSite(out) };
}

/** Builds once where nothing is. */
export async function measureFirstBuild(generator: Generator, content: string, out: string, name?: string) {
  rmSync(out, { recursive: true, force: true });
  return measureBuild(generator, content, out, name);
}
