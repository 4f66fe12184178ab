import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliSize, gzip } from "../print/bytes";
import { listFolder } from "../archive/list-files";

/** Sizes in bytes. */
export type Weights = {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly heaviest: {
    readonly path: string;
    readonly raw: number;
    readonly gzip: number;
    readonly brotli: number;
  };
};

/** Weighs a finished site; the heaviest page is the one with the most bytes before compression. */
export function weighSite(folder: string): Weights {
  const weighed = listFolder(folder).files.map((path) => ({ path, raw: statSync(join(folder, path)).size }));
  const pages = weighed.filter(({ path }) => path.endsWith(".html"));
  const heaviest = pages.reduce((one, other) => (other.raw > one.raw ? other : one), {
    path: "index.html",
    raw: 0,
  });
  const content = readFileSync(join(folder, heaviest.path));
  return {
    pages: pages.length,
    files: weighed.length,
    bytes: weighed.reduce((sum, { raw }) => sum + raw, 0),
    heaviest: { ...heaviest, gzip: gzip(content).length, brotli: brotliSize(content) },
  };
}

/** The short table at the end of a build. */
export function formatWeights({ pages, files, bytes, heaviest }: Weights): string {
  const rows: [name: string, value: string][] = [
    ["pages", count(pages)],
    ["files", count(files)],
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
