import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AUTHOR } from "./thread";

/** A file of `content/`: its front matter, a line each, and its text. */
export function writeContentFile(path: string, fields: readonly string[], body = ""): void {
  writeFileSync(path, ["---", ...fields, "---", ...(body === "" ? [""] : ["", body])].join("\n"));
}

/** An empty content folder but for its settings and the one author of all articles, `authors/ada.md`. */
export function beginContent(folder: string, settings: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "authors"), { recursive: true });
  writeContentFile(join(folder, "archive.md"), settings);
  writeContentFile(join(folder, "authors/ada.md"), [`name: ${AUTHOR}`], "Ada writes about archives.\n");
}
