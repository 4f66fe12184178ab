import { readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotli, gzip } from "./bytes";
import { listFolder } from "./list-files";

const COMPRESSIBLE = new Set([
  ".html",
  ".css",
  ".js",
  ".json",
  ".xml",
  ".svg",
  ".txt",
  ".webmanifest",
  ".bib",
  ".ris",
]);

/** Writes `.br` and `.gz` beside every file that becomes smaller by it. */
export function compressFolder(folder: string): void {
  for (const path of listFolder(folder).files.filter((name) => COMPRESSIBLE.has(extname(name)))) {
    const content = readFileSync(join(folder, path));
    const variants: [extension: string, bytes: Buffer][] = [
      ["br", brotli(content)],
      ["gz", gzip(content)],
    ];
    for (const [extension, bytes] of variants) {
      if (bytes.length < content.length) writeFileSync(join(folder, `${path}.${extension}`), bytes);
    }
  }
}
