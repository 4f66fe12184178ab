import type { ElementContent } from "hast";
import { element, text, textOf } from "../../../text/markdown/display/nodes";
import type { Preparation } from "./preparation";

/** A cell is one line in Markdown (GFM §4.10): its breaks and blocks are told by strokes, as verse in a line of prose. */
export const prepareTable: Preparation = (node) => {
  if (node.tagName !== "td" && node.tagName !== "th") return undefined;
  return [element(node.tagName, node.properties, joinLines(node.children))];
};

const BLOCKS: ReadonlySet<string> = new Set(["p", "div", "li", "ul", "ol", "blockquote"]);

function joinLines(nodes: readonly ElementContent[]): ElementContent[] {
  const seen = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "" || nodes.length === 1);
  return seen.flatMap((node, index): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (node.tagName === "br") return index === 0 || index === seen.length - 1 ? [] : [text(" / ")];
    if (node.tagName === "pre")
      return [element("code", {}, [text(textOf(node).trim().replace(/\n/gu, " / "))])];
    if (!BLOCKS.has(node.tagName)) return [element(node.tagName, node.properties, joinLines(node.children))];
    const children = joinLines(node.children);
    return index === 0 ? children : [text(" / "), ...children];
  });
}
