import { readdirSync } from "node:fs";
import { join } from "node:path";

export type FolderListing = {
  /** Paths of the regular files, relative to the folder, with `/`, in the order of their UTF-16 units. */
  readonly files: readonly string[];
  /** Paths of links, devices, pipes: nothing that a site is made of. */
  readonly others: readonly string[];
};

/** Everything below a folder; links are not followed. A folder that is not there has nothing in it. */
export function listFolder(folder: string): FolderListing {
  const files: string[] = [];
  const others: string[] = [];
  const waiting = [""];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    for (const entry of entriesOf(join(folder, prefix))) {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) waiting.push(`${path}/`);
      else (entry.isFile() ? files : others).push(path);
    }
  }
  return { files: files.sort(), others: others.sort() };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** The system's name of an error (`EADDRINUSE`), where it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
