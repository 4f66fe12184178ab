import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../../lib/print/bytes";
import { openContent } from "../../lib/print/open-content";
import { type PrintedArticles, printArticles } from "../../lib/print/print-articles";
import { makeFolder } from "./folders";
import { smallContent } from "./small-content";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a project is printed with; its content, its packages and all that is made in it are its own. */
const SHARED = ["app", "components", "lib", "public", "package.json"];

/** For a command that is run there: how TypeScript is read, which tsx looks up where it is called. */
export const READING = { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") };

/** A project of its own with this project's code, a small archive and, where it is given, a program in the place of Next. */
export function makeProject(files: Readonly<Record<string, string>> = {}, next = "process.exit(1);"): string {
  const project = makeFolder({
    ...smallContent(2),
    "node_modules/next/package.json": "{}",
    "node_modules/next/dist/bin/next": next,
    ...files,
  });
  linkProject(project);
  return project;
}

/** Gives a folder the code of this project. */
export function linkProject(folder: string): void {
  const parts = SHARED.filter((part) => !existsSync(join(folder, part)));
  for (const part of parts) symlinkSync(join(root, part), join(folder, part));
}

/** Makes a project one whose proof holds: what follows a proof can be looked at without Next. */
export async function assumeProof(project: string): Promise<Record<string, string>> {
  const opened = await openContent({ project, content: join(project, "content"), precompress: false });
  if (!opened.ok) throw new Error("the archive of this test has a problem");
  const { engine, files, settings } = opened.value.setup;
  const key = digestOf([engine, files.get("archive.md")?.hash, settings.url].join("\0"));
  return { [`.next/cache/proofs/${key}`]: "" };
}

/** The articles of a project's `content/`, printed, and which of them were not in its store. */
export async function printProject(
  project: string,
  choose?: (slug: string) => boolean,
): Promise<{ articles: PrintedArticles; printed: number }> {
  let printed = 0;
  const result = await printArticles({
    project,
    content: join(project, "content"),
    precompress: false,
    choose,
    onRead: () => undefined,
    onPrint: (_, all) => {
      printed = all;
    },
  });
  if (!result.ok) throw new Error(result.problems.map(({ path, found }) => `${path}: ${found}`).join("\n"));
  return { articles: result.value, printed };
}
