import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import type { FieldProblem } from "../format/problem";

/** What lies in a folder. What is neither a file nor a folder says why it is refused, and is never opened. */
export type Entry =
  | { readonly name: string; readonly kind: "file" | "folder" }
  | { readonly name: string; readonly kind: "refused"; readonly problem: FieldProblem };

/** Without O_NOFOLLOW a link, and without O_NONBLOCK a FIFO, put there a moment ago would be followed or waited for. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The entries of a folder, by name in the order of code units. Names that begin with a dot belong to editors, version
 * control and systems (`.gitkeep`, `.DS_Store`): they are no part of an archive.
 */
export function readEntries(path: string): readonly Entry[] | FieldProblem {
  try {
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
    return entries.map(describeEntry).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return describeFailure(error, "a folder that can be read");
  }
}

/** In bytes: what the strictest host of a static site takes (Cloudflare Pages, 25 MiB a file). */
export const PUBLISHED_LIMIT = 25 * 1024 * 1024;

/**
 * All bytes of a regular file.
 *
 * @param limit in bytes; a larger file is refused before it is read
 */
export function readBytes(path: string, limit: number): Uint8Array | FieldProblem {
  const expected = "a file that can be read";
  try {
    const file = openSync(path, OPEN);
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) return { field: "file", found: "no regular file", expected };
      if (stat.size <= limit) return readFileSync(file);
      return { field: "file", found: `${stat.size} bytes`, expected: `at most ${limit}` };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return describeFailure(error, expected);
  }
}

function describeEntry(entry: Dirent): Entry {
  const { name } = entry;
  if (entry.isFile()) return { name, kind: "file" };
  if (entry.isDirectory()) return { name, kind: "folder" };
  const problem = { field: "file", found: nameKind(entry), expected: "a regular file or a folder" };
  return { name, kind: "refused", problem };
}

function nameKind(entry: Dirent): string {
  if (entry.isSymbolicLink()) return "a symbolic link";
  if (entry.isFIFO()) return "a FIFO";
  return entry.isSocket() ? "a socket" : "a device";
}

function describeFailure(error: unknown, expected: string): FieldProblem {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return { field: "file", found: code === "ENOENT" ? "nothing" : `an error, ${code}`, expected };
}
