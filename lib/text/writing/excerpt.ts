import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { findEmoji } from "./emoji";
import { findStrayControls } from "./unicode";

/** What stands on lines of its own: a space parts it from what follows. */
const BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading", "html", "break"]);

/** What stands beside others of its kind, and would read as one sentence with them. */
const PARTS: ReadonlySet<string> = new Set(["tableCell", "listItem", "code"]);

const BETWEEN_PARTS = " · ";

/**
 * The words of a parsed text on one line: no markup, no addresses, no footnotes. The cells of a table, the items of a
 * list and blocks of code are parted from what follows by " · ".
 */
export function wordsOf(tree: Root): string {
  const parts: string[][] = [[]];
  const add = (words: string): void => void parts.at(-1)?.push(words);
  const collect = (node: Nodes, parent?: Nodes): void => {
    if (node.type === "definition" || node.type === "footnoteDefinition") return;
    if (node.type === "list" && parent?.type === "listItem") parts.push([]);
    if (node.type === "image" || node.type === "imageReference") add(node.alt ?? "");
    else if (node.type === "text") add(withEmoji(node.value));
    else if ("value" in node) add(node.value);
    else if ("children" in node) for (const child of node.children) collect(child, node);
    if (BLOCKS.has(node.type)) add(" ");
    if (PARTS.has(node.type)) parts.push([]);
  };
  collect(tree);
  return parts
    .map((part) => onOneLine(part.join("")))
    .filter((part) => part !== "")
    .join(BETWEEN_PARTS);
}

/** The words of each footnote of a parsed text, as `wordsOf` gives those of the text itself. */
export function listNoteWords(tree: Root): string[] {
  const notes: string[] = [];
  visit(tree, "footnoteDefinition", ({ children }) => {
    notes.push(wordsOf({ type: "root", children }));
  });
  return notes;
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
  return `${(atWord || head).replace(/[\s,;:·–—-]+$/u, "")}…`;
}

function withEmoji(value: string): string {
  return value.replace(/(?<![\p{L}\p{N}]):[a-z0-9_+-]+:(?:t[2-6]:)?/giu, (code) => findEmoji(code) ?? code);
}
