import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isMissing } from "../../archive/reading/list-files";
import { digestOf } from "../bytes";
import type { ArticleRecord, StoredFile } from "./record";

/*
 * The store: what was printed of each article, one generation per article, content folder and address. Deleting it
 * is always safe.
 *
 *     .next/cache/print/<content folder and address>/<article>/record.json
 *                                                             /feed-entry.json
 *                                                             /<generation>/0, 1, 2 …
 */

const FOLDER = ".next/cache/print";

/** What the files of one store have in common: where they come from and where they will stand. */
export type StoreScope = {
  /** The content folder. */
  readonly content: string;
  /** The archive's public address. */
  readonly url: string;
  readonly precompress: boolean;
};

/**
 * @param project the folder of `package.json`, absolute
 * @returns absolute
 */
export function placeOfStore(project: string, { content, url, precompress }: StoreScope): string {
  return join(project, FOLDER, `${nameContent(content)}-${digestOf(`${url}\0${precompress}`).slice(0, 16)}`);
}

/** Removes what was printed of an article, wherever it was to stand: something of it was taken down. */
export function forgetArticle(project: string, content: string, slug: string): void {
  const start = `${nameContent(content)}-`;
  const stores = listNames(join(project, FOLDER)).filter((name) => name.startsWith(start));
  for (const store of stores) rmSync(join(project, FOLDER, store, slug), { recursive: true, force: true });
}

/** Removes the articles that are no more. */
export function pruneStore(store: string, slugs: ReadonlySet<string>): void {
  const gone = listNames(store).filter((name) => !slugs.has(name));
  for (const name of gone) rmSync(join(store, name), { recursive: true, force: true });
}

/** Where a file of a record lies. */
export function placeOfFile(store: string, record: ArticleRecord, { place }: StoredFile): string {
  return join(store, record.slug, record.generation, place);
}

/**
 * Whether every file of a record is as it was printed. A file of `out/` may be the very file of the store: whoever edits
 * it there changes it here. Size, time and inode tell; where one of them differs, the content decides.
 */
export function isIntact(store: string, record: ArticleRecord): boolean {
  return record.files.every((file) => {
    const place = placeOfFile(store, record, file);
    const stats = statSync(place, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size !== file.size) return false;
    const isUntouched = stats.mtimeMs === file.time && stats.ino === file.inode;
    return isUntouched || digestOf(readFileSync(place)) === file.digest;
  });
}

function nameContent(content: string): string {
  return digestOf(resolve(content)).slice(0, 16);
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
