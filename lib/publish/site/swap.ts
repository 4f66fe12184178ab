import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf } from "../../archive/reading/list-files";
import { SEAL } from "./checksums";
import { keepSpare, takeSpare } from "./spare";

/*
 * A site is put together beside its place, `.out.new-<pid>`, and comes into place by two renames:
 *
 *     out          -> .out.old
 *     .out.new-123 -> out
 *
 * Killed before the first, `out` is the earlier site. Killed between the two, `out` is missing and
 * `.out.old` is the earlier site, whole: `recoverSite` puts it back. Killed after the second, `out`
 * is the new site. There is no other moment: nothing is ever written or removed inside `out`. What was the earlier
 * site goes, or stays as `.out.spare`, which the next one is made of: see `spare.ts`.
 */

/** Puts the earlier site back where a killed build left its place empty. Says whether it did. */
export function recoverSite(folder: string): boolean {
  const { out, old } = placesOf(folder);
  if (existsSync(out) || !existsSync(old)) return false;
  renameSync(old, out);
  return true;
}

/** Why this folder must not be replaced, a line; nothing when it may be. */
export function refuseFolder(folder: string): string[] {
  const { out } = placesOf(folder);
  const stats = lstatSync(out, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [`${out}: is not a folder, the site cannot be put there`];
  if (readdirSync(out).length === 0 || existsSync(join(out, SEAL))) return [];
  return [
    `${out}: holds files that are not of a site (no ${SEAL} among them); empty it, or set ARCHIVE_OUT to another folder`,
  ];
}

/**
 * Makes the folder in which a site is put together, empty or with what is left of the site before the last, and clears
 * away what killed builds left.
 */
export function openAssembly(folder: string): string {
  const { out, old, spare, assembly } = placesOf(folder);
  mkdirSync(dirname(out), { recursive: true });
  recoverSite(folder);
  rmSync(old, { recursive: true, force: true });
  for (const leftover of listLeftovers(folder)) rmSync(leftover, { recursive: true, force: true });
  if (!takeSpare(spare, assembly)) mkdirSync(assembly);
  return assembly;
}

/**
 * Puts the assembled site in its place.
 *
 * @param stale what of the earlier site must not live on, by path, where the rest of it is kept to make the next one of
 * @throws Error when the system does not allow it, the earlier site then being where it was
 */
export function swapIn(folder: string, stale?: readonly string[]): void {
  const { out, old, spare, assembly } = placesOf(folder);
  const replaces = existsSync(out);
  if (replaces) renameSync(out, old);
  try {
    renameSync(assembly, out);
  } catch (error) {
    if (replaces && !existsSync(out)) renameSync(old, out);
    throw error;
  }
  if (stale && replaces) keepSpare(old, spare, stale);
  else rmSync(old, { recursive: true, force: true });
}

/** Removes the assembly of this process: the build has failed. */
export function dropAssembly(folder: string): void {
  rmSync(placesOf(folder).assembly, { recursive: true, force: true });
}

/** All in one folder, so a rename never crosses from one file system to another. */
function placesOf(folder: string): Readonly<Record<"out" | "old" | "spare" | "assembly", string>> {
  const out = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const beside = join(dirname(out), `.${basename(out)}`);
  return { out, old: `${beside}.old`, spare: `${beside}.spare`, assembly: `${beside}.new-${process.pid}` };
}

/** Assemblies of processes that no longer run, and of an earlier process that had our number. */
function listLeftovers(folder: string): string[] {
  const { out } = placesOf(folder);
  const start = `.${basename(out)}.new-`;
  return readdirSync(dirname(out))
    .filter((name) => name.startsWith(start))
    .filter((name) => !isRunning(Number(name.slice(start.length))))
    .map((name) => join(dirname(out), name));
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return codeOf(error) === "EPERM";
  }
}
