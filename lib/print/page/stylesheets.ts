import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import type { PageKind, PageNotes, StyleLayer } from "../../../components/page/page-notes";
import { integrityOf } from "../bytes";

/*
 * A page holds its style itself, so that one request paints it: a base for its kind, and the layers that something on it
 * needs. Each is a <style> of its own, allowed by its hash, so that a policy holds as many hashes as there are sheets,
 * and what stands on one page never changes another.
 */

/** A stylesheet as it stands in a page, with the hash by which the policy allows it. */
export type Stylesheet = { readonly css: string; readonly hash: string };

/** The sheets of `components/style/`, by name. */
export type Wardrobe = ReadonlyMap<string, Stylesheet>;

const FOLDER = "components/style";

/**
 * What every page of a kind is painted with, one sheet made of these. A rule costs a page some five bytes, a hash in its
 * policy thirty-six: what most pages of a kind need stands in its base.
 */
const BASES: Readonly<Record<PageKind, readonly string[]>> = {
  article: ["base", "comment", "provenance", "article", "replies"],
  comment: ["base", "comment", "provenance", "comment-page"],
  index: ["base", "index"],
  find: ["base", "rich-text", "find"],
  shelf: ["base", "index"],
  search: ["base", "find", "search"],
  plain: ["base"],
};

/** In the order in which they stand in a page. */
const LAYERS: readonly StyleLayer[] = ["deep-replies", "guide", "rich-text"];

/** @param project the folder of `package.json`, absolute */
export function readStylesheets(project: string): Wardrobe {
  const read = (names: readonly string[]) =>
    minify(names.map((name) => readFileSync(join(project, FOLDER, `${name}.css`), "utf8")).join("\n"));
  const bases = Object.entries(BASES).map(([kind, names]) => [baseOf(kind), read(names)] as const);
  return new Map([...bases, ...LAYERS.map((layer) => [layer, read([layer])] as const)]);
}

/** The sheets of one page. */
export function chooseSheets(wardrobe: Wardrobe, { kind, layers }: PageNotes): readonly Stylesheet[] {
  const names = [baseOf(kind), ...LAYERS.filter((layer) => layers.has(layer))];
  return names.flatMap((name) => wardrobe.get(name) ?? []);
}

function baseOf(kind: string): string {
  return `base of ${kind}`;
}

function minify(source: string): Stylesheet {
  const css = tighten(transformSync(source, { loader: "css", minify: true }).code.trim());
  return { css, hash: integrityOf(css) };
}

/** Values of custom properties may mean anything to a minifier; ours are colours and numbers. */
function tighten(css: string): string {
  return css.replace(/--[\w-]+:[^;}]+/gu, (declaration) =>
    declaration.replace(/(?<=[:,(]) +| +(?=\))/gu, ""),
  );
}
