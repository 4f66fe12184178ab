import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PrintedFile } from "../../print/page/print-page";
import type { PrintedArticles } from "../../print/print-articles";
import { FileWriter } from "../../print/store/stored-files";
import { writeHostFiles } from "../hosts/host-files";
import { SEAL, writeSeal } from "./checksums";
import { createPlacer } from "./place-file";

/** A file of a finished site: its path, its bytes and their SHA-256. */
export type SiteFile = { readonly path: string; readonly size: number; readonly digest: string };

/**
 * Puts the whole site together in an empty folder, sealed.
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

/** Links the articles' files into the site; no content is read. */
export function placeArticles(site: string, { records, placeOf }: PrintedArticles): SiteFile[] {
  const place = createPlacer();
  const folders = new Set<string>();
  return records.flatMap((record) =>
    record.files.map((file) => {
      const target = join(site, file.path);
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      place(placeOf(record, file), target);
      return file;
    }),
  );
}
