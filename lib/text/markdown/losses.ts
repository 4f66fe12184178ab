import type { Nodes } from "mdast";
import { markerAt } from "./display/list-markers";

/**
 * Whether every letter and digit of the source is somewhere in the parsed tree, in the same order: the
 * safety net below a parser that drops what its syntax has no use for. Character references
 * (CommonMark 0.31 §2.5) are spelled differently in source and tree and are left out of account.
 */
export function keepsEveryLetter(source: string, tree: Nodes): boolean {
  const wanted = lettersOf(source.replace(/&#?\w{1,32};/g, ""));
  const kept = lettersOf([...words(source, tree)].join(""));
  let found = 0;
  for (let at = 0; at < kept.length && found < wanted.length; at++) {
    if (kept[at] === wanted[found]) found++;
  }
  return found === wanted.length;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What a node holds of the source, in the order in which CommonMark writes it. */
function* words(source: string, node: Nodes): Generator<string | null | undefined> {
  if (node.type === "listItem") yield markerAt(source, node.position?.start.offset);
  if (node.type === "definition" || node.type === "footnoteDefinition" || node.type === "footnoteReference") {
    yield node.label;
  }
  if (node.type === "code") yield `${node.lang ?? ""}${node.meta ?? ""}`;
  if (node.type === "image" || node.type === "imageReference") yield node.alt;
  if ("value" in node) yield node.value;
  if ("children" in node) for (const child of node.children) yield* words(source, child);
  if ((node.type === "linkReference" || node.type === "imageReference") && node.referenceType === "full") {
    yield node.label;
  }
  if (node.type === "link" || node.type === "image" || node.type === "definition") {
    yield node.url;
    yield node.title;
  }
}
