import { unzipSync } from "fflate";

/** The files of a ZIP, by their paths, as text. */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder("utf-8", { fatal: false });
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, decoder.decode(content)]));
}
