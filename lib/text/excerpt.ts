import type { Nodes, Root } from "mdast";
import { findEmoji } from "./emoji";
import { findStrayControls } from "./unicode";

const BLOCKS: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "listItem",
  "tableCell",
  "code",
  "html",
  "break",
]);

/** The words of a parsed text on one line: no markup, no addresses, no footnotes. */
export function wordsOf(tree: Root): string {
  const words: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === "definition" || node.type === "footnoteDefinition") return;
    if (node.type === "image" || node.type === "imageReference") words.push(node.alt ?? "");
    else if (node.type === "text") words.push(withEmoji(node.value));
    else if ("value" in node) words.push(node.value);
    else if ("children" in node) node.children.forEach(collect);
    if (BLOCKS.has(node.type)) words.push(" ");
  };
  collect(tree);
  return onOneLine(words.join(""));
}

/** Text without stray control characters, white space as single spaces. */
export function onOneLine(text: string): string {
  const stray = findStrayControls(text);
  const visible =
    stray.size === 0
      ? text
      : text
          .split("")
          .filter((_, index) => !stray.has(index))
          .join("");
  return visible.replace(/\s+/gu, " ").trim();
}

/** Cut at a word, with "…", to at most `length` code points; a word longer than that is cut itself. */
export function cutAtWord(line: string, length: number): string {
  const points = [...line];
  if (points.length <= length) return line;
  const head = points.slice(0, Math.max(0, length - 1)).join("");
  const atWord = /\s/u.test(points[length - 1] ?? "") ? head : head.replace(/\s+\S*$/u, "");
  return `${(atWord || head).replace(/[\s,;:–—-]+$/u, "")}…`;
}

function withEmoji(value: string): string {
  return value.replace(/(?<![\p{L}\p{N}]):[a-z0-9_+-]+:(?:t[2-6]:)?/giu, (code) => findEmoji(code) ?? code);
}
