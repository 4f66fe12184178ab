import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../../archive/reading/list-files";

/*
 * A large site is not put together from nothing each time: what was the earlier site is kept beside it as a spare,
 * without the files that the new one has otherwise or no more, and becomes the next one. Its files are links into the
 * store and take no room. So the cost of putting a site together follows what changed.
 */

/**
 * Keeps the site that was replaced as a spare, in place of an earlier one.
 *
 * @param old where it is, absolute
 * @param spare where it shall be, absolute
 * @param stale the paths of everything that must not live on in it; what is not there is no matter
 */
export function keepSpare(old: string, spare: string, stale: readonly string[]): void {
  rmSync(spare, { recursive: true, force: true });
  for (const path of stale) rmSync(join(old, path), { force: true });
  renameSync(old, spare);
}

/** Makes an assembly of the spare, where there is one. Says whether it did. */
export function takeSpare(spare: string, assembly: string): boolean {
  if (!existsSync(spare)) return false;
  renameSync(spare, assembly);
  return true;
}

/**
 * Leaves nothing in an assembly that was a spare but files that are those of the store: whatever else happened to it, it
 * is then as good as new.
 *
 * @param inodes of the stored files, by their paths in the site
 * @returns the paths of the files that stay
 */
export function cleanSpare(assembly: string, inodes: ReadonlyMap<string, number>): ReadonlySet<string> {
  const kept = new Set<string>();
  const { files, others } = listFolder(assembly);
  for (const path of [...files, ...others]) {
    const place = join(assembly, path);
    if (inodes.get(path) === lstatSync(place).ino) kept.add(path);
    else unlinkSync(place);
  }
  if (kept.size > 0) removeEmptyFolders(assembly);
  return kept;
}

/** Depth first, so that a folder of empty folders goes as well. Says whether this one is gone. */
function removeEmptyFolders(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  const left = entries.filter(
    (entry) => !entry.isDirectory() || !removeEmptyFolders(join(folder, entry.name)),
  );
  if (left.length > 0) return false;
  rmdirSync(folder);
  return true;
}
