import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import type { PageKind } from "../../components/page-notes";
import { integrityOf } from "./bytes";

/** A stylesheet as it stands in a page, with the hash by which the policy allows it. */
export type Stylesheet = { readonly css: string; readonly hash: string };

/** Which sheets paint which page, in their order. */
const SHEETS: Readonly<Record<PageKind, readonly string[]>> = {
  article: ["app/globals.css", "app/[article]/thread.css"],
  comment: ["app/globals.css"],
  index: ["app/globals.css"],
  find: ["app/globals.css", "app/find/find.css"],
  plain: ["app/globals.css"],
};

export type Wardrobe = ReadonlyMap<PageKind, readonly Stylesheet[]>;

/** @param project the folder of `package.json`, absolute */
export function readStylesheets(project: string): Wardrobe {
  const kinds: readonly PageKind[] = ["article", "comment", "index", "find", "plain"];
  return new Map(
    kinds.map((kind) => [
      kind,
      SHEETS[kind].map((path) => minify(readFileSync(join(project, path), "utf8"))),
    ]),
  );
}

function minify(source: string): Stylesheet {
  const css = transformSync(source, { loader: "css", minify: true }).code.trim();
  return { css, hash: integrityOf(css) };
}
