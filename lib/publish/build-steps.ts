import { join, resolve } from "node:path";
import { contentFolder, openArchive } from "../archive/read";
import { describeContested, listOldAddresses } from "../share/old-addresses/old-addresses";
import { describeVanished } from "./permalinks";
import { describePictures } from "./picture-report";
import { findPlainTexts } from "./plain-texts";
import { publishSite } from "./publish";
import { readSettings } from "./settings";
import { recoverSite, refuseFolder } from "./swap";
import { describeUnset } from "./unset";
import { formatWeights, weighSite } from "./weights";

/** Beyond this many lines the rest is counted: one defect of a template is on every page. */
const SHOWN_PROBLEMS = 40;

/**
 * Before Next starts: ends the process with 1, every problem on a line, when the content has one or when
 * the site's place holds something else.
 * @param project the project's folder, absolute
 */
export function beforeBuild(project: string): void {
  const { out } = readSettings(project);
  tryOr(openArchive, "Nothing was built.");
  recoverSite(out);
  refuse(refuseFolder(out), "Nothing was built.");
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
  const untouched = "Nothing was published, the earlier site is as it was.";
  const { out, precompress } = readSettings(project);
  const archive = tryOr(openArchive, untouched);
  const publish = () =>
    publishSite({
      archive,
      content: contentFolder(),
      publicFolder: join(project, "public"),
      exported: resolve(project, exported),
      nextFolder,
      out,
      precompress,
    });
  refuse(shorten(tryOr(publish, untouched)), untouched);
  const summary = [
    ...describeUnset(archive.settings),
    ...describeVanished(archive),
    ...shorten(describeContested(listOldAddresses(archive))),
    ...findPlainTexts(out, archive.articles).map((text) => `${text}: beyond a limit, shown as plain text`),
    ...shorten(describePictures(out, archive.articles)),
    `Published to ${out}`,
    formatWeights(weighSite(out)),
  ].join("\n");
  // Next prints its own summary after this; ours is the last word.
  process.once("exit", (status) => status === 0 && console.log(summary));
}

/** The value, or the message of what was thrown as a line for the user. */
function tryOr<Value>(get: () => Value, consequence: string): Value {
  try {
    return get();
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), consequence);
  }
}

function refuse(problems: readonly string[], consequence: string): void {
  if (problems.length > 0) stop(problems.join("\n"), consequence);
}

function stop(lines: string, consequence: string): never {
  console.error(`${lines}\n\n${consequence}`);
  process.exit(1);
}

function shorten(problems: readonly string[]): readonly string[] {
  const more = problems.length - SHOWN_PROBLEMS;
  return more > 0 ? [...problems.slice(0, SHOWN_PROBLEMS), `and ${more} more`] : problems;
}
