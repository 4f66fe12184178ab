import { join, resolve } from "node:path";
import { formatProblem } from "../archive/problem";
import { openArchive, readArchive } from "../archive/read";
import { publishSite } from "./publish";
import { readSettings } from "./settings";
import { recoverSite, refuseFolder } from "./swap";
import { formatWeights, weighSite } from "./weights";

/** Beyond this many lines the rest is counted: one defect of a template is on every page. */
const SHOWN_PROBLEMS = 40;

/**
 * What stands in the way of a build, a line each: content problems and an output folder that must not be replaced.
 * @param project the project's folder, absolute
 */
export function checkBeforeBuild(project: string): string[] {
  const { out, content } = readSettings(project);
  const read = readArchive(content);
  return [...(read.ok ? [] : read.problems.map(formatProblem)), ...refuseFolder(out)];
}

/** Before Next starts: ends the process, with every problem on a line, when there is something in the way. */
export function beforeBuild(project: string): void {
  recoverSite(readSettings(project).out);
  refuse("Nothing was built", checkBeforeBuild(project));
}

export type ExportedBuild = {
  /** The project's folder, absolute. */
  readonly project: string;
  /** Next's build folder, absolute. */
  readonly nextFolder: string;
  /** Where Next exported to, relative to the project. */
  readonly exported: string;
};

/** After Next has exported: publishes the site and says what it weighs, or ends the process as `beforeBuild` does. */
export function afterBuild({ project, nextFolder, exported }: ExportedBuild): void {
  const settings = readSettings(project);
  const problems = publishSite({
    ...settings,
    archive: openArchive(),
    publicFolder: join(project, "public"),
    exported: resolve(project, exported),
    nextFolder,
  });
  refuse("Nothing was published, the earlier site is untouched", shorten(problems));
  console.log(`\nPublished to ${settings.out}\n${formatWeights(weighSite(settings.out))}\n`);
}

function refuse(consequence: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  console.error(`${problems.join("\n")}\n\n${consequence}.`);
  process.exit(1);
}

function shorten(problems: readonly string[]): readonly string[] {
  const more = problems.length - SHOWN_PROBLEMS;
  return more > 0 ? [...problems.slice(0, SHOWN_PROBLEMS), `and ${more} more`] : problems;
}
