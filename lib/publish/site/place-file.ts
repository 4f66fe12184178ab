import { constants, copyFileSync, linkSync } from "node:fs";

/** How a file gets from the store into a site, the cheapest first. */
type Way = (from: string, to: string) => void;

const WAYS: readonly Way[] = [
  // A copy that shares its blocks until one of the two is written to (Btrfs, XFS, APFS).
  (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE),
  linkSync,
  (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL),
];

/**
 * Places files as the file systems allow: by reflink, else by hard link, else as copies. What one refuses once is not
 * asked of it again, but for the last.
 *
 * @throws Error when even a copy is refused
 */
export function createPlacer(ways: readonly Way[] = WAYS): Way {
  let left = ways;
  return function place(from, to) {
    const [way, ...others] = left;
    if (!way) return;
    try {
      way(from, to);
    } catch (error) {
      if (others.length === 0) throw error;
      left = others;
      place(from, to);
    }
  };
}
