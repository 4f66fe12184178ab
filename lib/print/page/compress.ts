import { extname } from "node:path";
import { brotli, gzip } from "../bytes";
import type { PrintedFile } from "./print-page";

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

/** `.br` and `.gz` for beside a file, where it becomes smaller by them. */
export function compress({ path, content }: PrintedFile): PrintedFile[] {
  if (!COMPRESSIBLE.has(extname(path))) return [];
  const bytes = Buffer.from(content);
  const variants = [
    { path: `${path}.br`, content: brotli(bytes) },
    { path: `${path}.gz`, content: gzip(bytes) },
  ];
  return variants.filter((variant) => variant.content.length < bytes.length);
}
