import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * What the importer remembers of a thread, in its folder: where it came from, and a digest of each file as the importer
 * wrote it, so that it can tell its own files from those that somebody edited. Not part of the archive: readers of content
 * folders pass over names that begin with a dot. `npm run erase` takes out what it changes: of an erased text no digest
 * is kept.
 */
export const MEMORY = ".import.json";

const shape = z.object({
  version: z.literal(1),
  system: z.string(),
  origin: z.string().optional(),
  id: z.string(),
  /** SHA-256 by path from the article's folder. */
  files: z.record(z.string(), z.string()),
  /** Names of pictures and files that came along, by the addresses that lead to them at the source. */
  media: z.record(z.string(), z.string()).optional(),
});
export type Memory = z.infer<typeof shape>;

/** @returns `undefined` where there is none, or none that this importer wrote */
export function readMemory(folder: string): Memory | undefined {
  try {
    return shape.safeParse(JSON.parse(readFileSync(join(folder, MEMORY), "utf8"))).data;
  } catch {
    return undefined;
  }
}

export function writeMemory(folder: string, memory: Memory): void {
  const files = Object.fromEntries(
    Object.entries(memory.files).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  writeFileSync(join(folder, MEMORY), `${JSON.stringify({ ...memory, files }, undefined, 1)}\n`);
}

/**
 * Forgets files that are about to change by another hand, an erasure's.
 *
 * @param paths from the content folder
 */
export function forgetFiles(content: string, paths: readonly string[]): void {
  for (const [article, files] of groupByFolder(paths)) {
    const folder = join(content, article);
    const memory = readMemory(folder);
    if (memory === undefined) continue;
    const kept = Object.entries(memory.files).filter(([path]) => !files.has(path));
    writeMemory(folder, { ...memory, files: Object.fromEntries(kept) });
  }
}

function groupByFolder(paths: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const [folder = "", ...rest] = path.split("/");
    folders.set(folder, (folders.get(folder) ?? new Set()).add(rest.join("/")));
  }
  return folders;
}

/** One text for one thread of one source. */
export function identityKey({ system, origin, id }: Pick<Memory, "system" | "origin" | "id">): string {
  return JSON.stringify([system, origin ?? "", id]);
}

export function digestText(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
