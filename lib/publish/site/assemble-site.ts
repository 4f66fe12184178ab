import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Catalogue } from "../../archive/model";
import type { PrintedFile } from "../../print/print-page";
import type { ArticleRecord } from "../../print/record";
import { placeOfFile } from "../../print/store";
import { FileWriter } from "../../print/stored-files";
import { writeHostFiles } from "../hosts/host-files";
import { SEAL, writeSeal } from "./checksums";
import { createPlacer } from "./place-file";

/** A file of a finished site: its path, its bytes and their SHA-256. */
export type SiteFile = { readonly path: string; readonly size: number; readonly digest: string };

/** Everything that a site is put together from. */
export type Materials = {
  readonly catalogue: Catalogue;
  /** The articles' files, which lie in `store`. */
  readonly records: readonly ArticleRecord[];
  readonly store: string;
  /** The files that the archive has as a whole. */
  readonly own: readonly PrintedFile[];
  /** `sha256-…` of every script and stylesheet that some page may hold. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly precompress: boolean;
};

/**
 * Puts the whole site together in an empty folder, sealed.
 *
 * @throws Error for two files of one path, and when the disk does not do what it is asked to
 */
export function assembleSite(site: string, materials: Materials): readonly SiteFile[] {
  const writer = new FileWriter(site);
  const placed = placeArticles(site, materials);
  const own = materials.own.map((file) => writer.write(file));
  const published = [...placed, ...own].map(({ path }) => path);
  const hosts = writeHostFiles({ ...materials, published }).map((file) => writer.write(file));
  const files = [...placed, ...own, ...hosts];
  const seal = writer.write({ path: SEAL, content: writeSeal(files) });
  return [...files, seal];
}

/** Links the articles' files into the site; no content is read. */
function placeArticles(site: string, { records, store }: Materials): SiteFile[] {
  const place = createPlacer();
  const folders = new Set<string>();
  return records.flatMap((record) =>
    record.files.map((file) => {
      const target = join(site, file.path);
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      place(placeOfFile(store, record, file), target);
      return file;
    }),
  );
}
