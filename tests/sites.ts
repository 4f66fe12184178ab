import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RunningSite, serveSite } from "../lib/publish/serve";
import { writeAttackedArchive } from "./attacks";
import { writeLongThread } from "./generate/long-thread";

const project = fileURLToPath(new URL("..", import.meta.url));

/** An archive that the tests build once and read as its readers would. */
export type Site = {
  readonly name: string;
  /** Content folder. */
  readonly content: string;
  /** Folder of the finished site. */
  readonly out: string;
  /** Public address, for tests that compare addresses. */
  readonly url: string;
};

/** The first content: the article of January 2021 and its ten comments. */
export const firstContent: Site = {
  name: "first content",
  content: `${project}content`,
  out: `${project}test-results/sites/first-content`,
  url: "https://verbatim.example/",
};

/** Written for the tests: everything that the first content does not show. */
export const situations: Site = {
  name: "situations",
  content: `${project}tests/fixtures/situations`,
  out: `${project}test-results/sites/situations`,
  url: "https://archive.example/kept/",
};

/** Content folder of what sources hold and the first content does not: read by tests, not built. */
export const imported = `${project}tests/fixtures/imported`;

/** Generated: 400 comments, 47 levels deep. */
export const longThread: Site = {
  name: "long thread",
  content: `${project}test-results/content/long-thread`,
  out: `${project}test-results/sites/long-thread`,
  url: "https://long.example/",
};

/** Generated: texts that were written to do harm, each in every field that may hold it. */
export const attacks: Site = {
  name: "attacks",
  content: `${project}test-results/content/attacks`,
  out: `${project}test-results/sites/attacks`,
  url: "https://attacks.example/",
};

export const sites: readonly Site[] = [firstContent, situations, longThread, attacks];

/** @throws Error when the build command does not end with 0 */
export function buildSite(site: Site): void {
  if (site === longThread) writeLongThread(site.content, { comments: 400, depth: 47, people: 60 });
  if (site === attacks) writeAttackedArchive(site.content);
  const { status, output } = BUILDS.get(site)?.(site) ?? printSite(site);
  if (status !== 0) throw new Error(`the build of ${site.name} ended with ${status}:\n${output}`);
}

export type Ended = { readonly status: number | null; readonly output: string };

/**
 * The sites that are built by the command, and so proven: the first content with the specimen of every kind of page, and
 * the situations whole. The others are printed by the same functions, without Next.
 */
const BUILDS: ReadonlyMap<Site, (site: Site) => Ended> = new Map([
  [firstContent, ({ content, out }) => runBuild({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: out })],
  [situations, ({ content, out }) => runBuild({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: out }, ["--prove"])],
]);

/** Prints a site without Next and its proof. */
export function printSite({ content, out }: Pick<Site, "content" | "out">): Ended {
  const words = ["--import", "tsx", "tests/print-site.ts", project, content, out];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** Serves a built site under its production headers, on a port that the system chooses. */
export function serveBuilt({ out, url }: Pick<Site, "out" | "url">): Promise<RunningSite> {
  return serveSite(out, { port: 0, basePath: new URL(url).pathname });
}

/** Copies the situations but for their deepest thread, which has more pages than all the others and builds as long. */
export function copySituations(folder: string): void {
  const deep = join(situations.content, "deep-thread");
  cpSync(situations.content, folder, { recursive: true, filter: (path) => path !== deep });
}

/** The build command as its users call it, with the archive's settings in the environment. */
export function runBuild(environment: Record<string, string>, words: readonly string[] = []): Ended {
  return runCommand(project, ["build", "--", ...words], environment);
}

/** `npm run` in a project's folder. */
export function runCommand(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Ended {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", ...words], {
    cwd: folder,
    // Elsewhere than the clone that another test compares this with.
    env: { ...process.env, NODE_ENV: "production", TZ: "Asia/Tokyo", ...environment },
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}
