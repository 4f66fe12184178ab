import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Fingerprint } from "../../archive/reading/digest";
import { listFolder } from "../../archive/reading/list-files";
import { digestOf } from "../bytes";

/**
 * Milliseconds. A file that changed so shortly before it was read may change once more within the same tick of the file
 * system's clock: git calls that racily clean, and looks at such a file again.
 */
const RACY = 2000;

/**
 * The state of an article's folder without its content: names, sizes, times and inodes of everything in it. The same
 * stamp means that nothing was written since; the time of change (`ctime`) cannot be set by programs.
 *
 * @param now milliseconds since 1970, before the files are read
 * @returns undefined where the stamp would say too little, since something changed a moment ago
 */
export function stampFolder(folder: string, now = Date.now()): string | undefined {
  const { files, others } = listFolder(folder);
  let newest = 0;
  const lines = [...files, ...others].map((path) => {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(join(folder, path));
    newest = Math.max(newest, mtimeMs, ctimeMs);
    return `${path}\0${size}\0${mtimeMs}\0${ctimeMs}\0${ino}\0`;
  });
  return newest > now - RACY ? undefined : digestOf(lines.join(""));
}

/** A stamp for as long as the same code reads it, and the author's file says the same. */
export function sealStamp(
  stamp: string | undefined,
  engine: string,
  author?: Fingerprint,
): string | undefined {
  return stamp && digestOf([stamp, engine, author?.hash ?? ""].join("\0"));
}
