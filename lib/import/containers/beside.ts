import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The bytes of a file that lies beside another one, or below its folder, by its path from there; `undefined` where none is. */
export type BesideReader = (path: string, most: number) => Uint8Array | undefined;

/**
 * Reads what lies beside a file of the disk, and nothing else of the disk: the paths come from strangers' pages.
 *
 * @param file path of the file
 */
export function openBeside(file: string): BesideReader {
  return (path, most) => {
    if (path.split(/[/\\]/u).includes("..") || path.includes("\0")) return undefined;
    try {
      const folder = realpathSync(dirname(file));
      const found = realpathSync(join(folder, path));
      const stats = lstatSync(found);
      const isWithin = found.startsWith(folder + sep);
      return isWithin && stats.isFile() && stats.size <= most ? readFileSync(found) : undefined;
    } catch {
      return undefined;
    }
  };
}
