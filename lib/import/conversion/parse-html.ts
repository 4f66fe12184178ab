import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** Beyond this a body is no conversation; the archive's own reader stops there too. In UTF-16 code units. */
const LONGEST = 250_000;

/** Elements inside one another; real bodies have some twenty. Whatever reads trees does so recursively. */
const DEEPEST = 100;

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * The tree of an HTML fragment (WHATWG HTML §13.2), as a browser makes it of any text whatever.
 *
 * @returns `undefined` for a fragment that is longer or deeper than anybody wrote by hand
 */
export function parseHtml(html: string): Root | undefined {
  if (html.length > LONGEST || countOpen(html) > DEEPEST) return undefined;
  const tree = parser.parse(html);
  return measureDepth(tree) > DEEPEST ? undefined : tree;
}

/** How many elements are open at once at most, void ones aside: an estimate, before any parser runs. */
function countOpen(html: string): number {
  let [open, most] = [0, 0];
  for (const { 1: close, 2: name = "" } of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    if (VOID.has(name.toLowerCase())) continue;
    open = close ? Math.max(0, open - 1) : open + 1;
    most = Math.max(most, open);
  }
  return most;
}

/** WHATWG HTML §13.1.2, and the elements that people do not close. */
const VOID = new Set(
  "area base br col embed hr img input link meta source track wbr li p dt dd tr td th option path".split(" "),
);

function measureDepth(tree: Root): number {
  let depth = 0;
  for (let level = tree.children; level.length > 0; depth++) {
    level = level.flatMap((node) => (node.type === "element" ? node.children : []));
  }
  return depth;
}
