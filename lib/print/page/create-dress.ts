import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSettings } from "../../archive/model";
import { bundleScript } from "../../share/reader/bundle";
import { nameScript, READER_LANGUAGES, SCRIPT_NAMES } from "../../share/reader/scripts";
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

/** The scripts that a page may name: those of modules in each language, and the one of `/find/`, which lies in `public/`. */
async function listScripts(project: string): Promise<(readonly [name: string, file: HashedFile])[]> {
  const bundled = SCRIPT_NAMES.flatMap((script) =>
    READER_LANGUAGES.map(async (language) => {
      const name = nameScript(script, language);
      return [name, assetOf(name, Buffer.from(await bundleScript(project, script, language)))] as const;
    }),
  );
  const find = "find.js";
  return [
    ...(await Promise.all(bundled)),
    [find, assetOf(find, readFileSync(join(project, "public", find)))],
  ];
}
