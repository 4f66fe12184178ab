import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../../lib/archive/reading/list-files";

/** Every file of a site by its path, byte for byte: a sign for each byte (ISO 8859-1). */
export function readSite(out: string): Map<string, string> {
  return new Map(listFolder(out).files.map((path) => [path, readFileSync(join(out, path), "latin1")]));
}
