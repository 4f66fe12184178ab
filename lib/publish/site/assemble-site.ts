import { lstatSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PrintedFile } from "../../print/page/print-page";
import type { PrintedArticles } from "../../print/print-articles";
import { FileWriter } from "../../print/store/stored-files";
import { writeHostFiles } from "../hosts/host-files";
import { SEAL, writeSeal } from "./checksums";
import { createPlacer } from "./place-file";
import { cleanSpare } from "./spare";

/** A file of a finished site: its path, its bytes and their SHA-256. */
export type SiteFile = { readonly path: string; readonly size: number; readonly digest: string };

/**
 * Puts the whole site together, sealed, in a folder that is empty or holds what is left of an earlier site.
 *
 * @param own the files that the archive has as a whole
 * @throws Error for two files of one path, and when the disk does not do what it is asked to
 */
export function assembleSite(
  site: string,
  articles: PrintedArticles,
  own: readonly PrintedFile[],
): readonly SiteFile[] {
  const writer = new FileWriter(site);
  const placed = placeArticles(site, articles);
  const written = own.map((file) => writer.write(file));
  const published = [SEAL, ...[...placed, ...written].map(({ path }) => path)];
  const hosts = writeHostFiles({ ...articles, published }).map((file) => writer.write(file));
  const files = [...placed, ...written, ...hosts];
  const seal = writer.write({ path: SEAL, content: writeSeal(files) });
  return [...files, seal];
}

/**
 * Links the articles' files into the site, but for those that are there already; no content is read.
 *
 * @param site empty, or with what is left of an earlier site
 */
export function placeArticles(site: string, { records, placeOf }: PrintedArticles): SiteFile[] {
  const place = createPlacer();
  const folders = new Set<string>();
  const kept = cleanSpare(site, listInodes(records));
  return records.flatMap((record) =>
    record.files.map((file) => {
      if (kept.has(file.path)) return file;
      const target = join(site, file.path);
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      place(placeOf(record, file), target);
      return file;
    }),
  );
}

function listInodes(records: PrintedArticles["records"]): ReadonlyMap<string, number> {
  return new Map(records.flatMap(({ files }) => files.map(({ path, inode }) => [path, inode] as const)));
}

/** Sites of fewer files are put together sooner than a spare is looked through, and leave nothing beside them. */
const WORTH_SPARE = 2000;

/**
 * What of an earlier site must not live on beside the new one: everything but articles' files that are the same there.
 *
 * @param earlier the digests of the earlier site, by path
 * @returns undefined where nothing of it is worth keeping: the site is small, or its files are no links into the store
 */
export function listStale(
  site: string,
  earlier: ReadonlyMap<string, string>,
  { records }: PrintedArticles,
): readonly string[] | undefined {
  const stored = records.flatMap(({ files }) => files);
  const [first] = stored;
  if (!first || stored.length < WORTH_SPARE) return undefined;
  if (lstatSync(join(site, first.path)).ino !== first.inode) return undefined;
  const digests = new Map(stored.map(({ path, digest }) => [path, digest]));
  return [
    SEAL,
    ...[...earlier].filter(([path, digest]) => digests.get(path) !== digest).map(([path]) => path),
  ];
}
