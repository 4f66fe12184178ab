import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSettings } from "../../archive/model";
import { bundleReader } from "../../share/reader/bundle";
import { READER_LANGUAGES, readerScript } from "../../share/reader/scripts";
import { assetOf, type HashedFile } from "./assets";
import type { Dress } from "./dress-page";
import { readStylesheets } from "./stylesheets";

/** @param project the folder of `package.json`, absolute */
export async function createDress(project: string, { url }: ArchiveSettings): Promise<Dress> {
  return {
    base: new URL(url).pathname,
    stylesheets: readStylesheets(project),
    scripts: new Map(await listScripts(project)),
  };
}

/** The scripts that a page may name: the reader's in each language, and the one of `/find/`, which lies in `public/`. */
async function listScripts(project: string): Promise<(readonly [name: string, file: HashedFile])[]> {
  const readers = READER_LANGUAGES.map(async (language) => {
    const name = readerScript(language);
    return [name, assetOf(name, Buffer.from(await bundleReader(project, language)))] as const;
  });
  const find = "find.js";
  return [
    ...(await Promise.all(readers)),
    [find, assetOf(find, readFileSync(join(project, "public", find)))],
  ];
}
