import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSettings } from "../archive/model";
import { assetOf } from "./assets";
import type { Dress } from "./dress-page";
import { readStylesheets } from "./stylesheets";

/** The scripts in `public/` that a page may name. */
const SCRIPTS = ["reader.js", "find.js"];

/** @param project the folder of `package.json`, absolute */
export async function createDress(project: string, { url }: ArchiveSettings): Promise<Dress> {
  const scripts = SCRIPTS.map(
    (name) => [name, assetOf(name, readFileSync(join(project, "public", name)))] as const,
  );
  return {
    base: new URL(url).pathname,
    stylesheets: readStylesheets(project),
    scripts: new Map(scripts),
  };
}
