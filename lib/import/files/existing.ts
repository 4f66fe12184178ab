import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFrontMatter } from "../../archive/format/front-matter";
import type { Fields } from "../../archive/format/yaml";
import { type Memory, readMemory } from "./memory";

/** An article's folder as it lies in the archive before an import. */
export type Existing = {
  /** By path from the folder: `article.md`, `comments/2.md`. */
  readonly files: ReadonlyMap<string, ExistingFile>;
  readonly memory?: Memory;
};

export type ExistingFile = { readonly text: string; readonly fields: Fields };

/** @returns with no file where the folder is not there */
export function readExisting(folder: string): Existing {
  const paths = [...listMarkdown(folder, ""), ...listMarkdown(folder, "comments/")];
  const files = new Map(paths.map((path) => [path, readFile(join(folder, path))]));
  const memory = readMemory(folder);
  return { files, ...(memory && { memory }) };
}

function listMarkdown(folder: string, below: string): string[] {
  const path = join(folder, below);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${below}${name}`);
}

/** A file that the archive would refuse is one that somebody is working on. */
function readFile(path: string): ExistingFile {
  const bytes = readFileSync(path);
  const parsed = parseFrontMatter(bytes);
  return { text: bytes.toString(), fields: parsed.ok ? parsed.value.fields : {} };
}

/** Places in the numbering of comments that a new import does not bring again. */
export function placesBeside({ files }: Existing, paths: ReadonlySet<string>): Set<number> {
  const others = [...files].filter(([path]) => path !== "article.md" && !paths.has(path));
  return new Set(
    others.map(([, { fields }]) => Number(fields.position)).filter((place) => Number.isInteger(place)),
  );
}
