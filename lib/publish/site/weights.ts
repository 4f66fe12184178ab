import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliSize, gzip } from "../../print/bytes";
import type { SiteFile } from "./assemble-site";

/** Sizes in bytes. */
export type Weights = {
  readonly pages: number;
  readonly files: number;
  /** Files of one article, on average. */
  readonly filesPerArticle: number;
  readonly bytes: number;
  readonly heaviest: {
    readonly path: string;
    readonly raw: number;
    readonly gzip: number;
    readonly brotli: number;
  };
};

/**
 * Weighs a finished site; the heaviest page is the one with the most bytes before compression.
 *
 * @param folder where it stands
 */
export function weighSite(folder: string, files: readonly SiteFile[], articles: number): Weights {
  const pages = files.filter(({ path }) => path.endsWith(".html"));
  const heaviest = pages.reduce((one, other) => (other.size > one.size ? other : one), {
    path: "index.html",
    size: 0,
  });
  const content = readFileSync(join(folder, heaviest.path));
  return {
    pages: pages.length,
    files: files.length,
    filesPerArticle: articles === 0 ? 0 : files.length / articles,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    heaviest: {
      path: heaviest.path,
      raw: heaviest.size,
      gzip: gzip(content).length,
      brotli: brotliSize(content),
    },
  };
}

/** The short table at the end of a build. */
export function formatWeights({ pages, files, filesPerArticle, bytes, heaviest }: Weights): string {
  const rows: [name: string, value: string][] = [
    ["pages", count(pages)],
    ["files", count(files)],
    ["  per article", filesPerArticle.toFixed(1)],
    ["bytes", count(bytes)],
    ["heaviest page", heaviest.path],
    ["  as it is", count(heaviest.raw)],
    ["  gzip", count(heaviest.gzip)],
    ["  brotli", count(heaviest.brotli)],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(15)}${value}`).join("\n");
}

function count(number: number): string {
  return number.toLocaleString("en");
}
