import type { Element, ElementContent } from "hast";
import { element, text, textOf } from "../../../text/markdown/display/nodes";
import { attribute, findElements } from "../hast";
import { writeAbove, writeBelow } from "../scripts";
import { absoluteAddress } from "../source-address";
import { isMention } from "../visible";
import type { Preparation, Setting } from "./preparation";

/** What stands within a line. */
export const prepareInline: Preparation = (node, setting) => {
  switch (node.tagName) {
    case "a":
      return prepareLink(node, setting);
    case "sup":
      return "dataFootnote" in node.properties ? [node] : prepareScript(node, writeAbove);
    case "sub":
      return prepareScript(node, writeBelow);
    case "mark":
    case "b":
    case "strong":
      return emphasize("strong", node.children);
    case "u":
    case "ins":
    case "i":
    case "em":
      return emphasize("em", node.children);
    case "s":
    case "strike":
    case "del":
      return emphasize("del", node.children);
    // rehype-remark would make the space of this invisible sign a letter of the text.
    case "wbr":
      return [];
    case "input":
      return prepareBox(node);
    default:
      return undefined;
  }
};

/** Emphasis that begins or ends with a blank is none in Markdown (CommonMark 0.31 §6.2): the blank stands beside it. */
function emphasize(tagName: string, children: readonly ElementContent[]): ElementContent[] {
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === "text" ? (/^[ \t\n]+/u.exec(first.value)?.[0] ?? "") : "";
  const after = last?.type === "text" ? (/[ \t\n]+$/u.exec(last.value)?.[0] ?? "") : "";
  const inner = children.map((child) => {
    if (child.type !== "text" || (child !== first && child !== last)) return child;
    const start = child === first ? child.value.replace(/^[ \t\n]+/u, "") : child.value;
    return text(child === last ? start.replace(/[ \t\n]+$/u, "") : start);
  });
  return [text(before), element(tagName, {}, inner), text(after)];
}

function prepareLink(link: Element, { baseUrl, fileAt }: Setting): ElementContent[] {
  if (isMention(link)) return [text(textOf(link))];
  const href = attribute(link, "href");
  const address = href === undefined ? undefined : absoluteAddress(href, baseUrl);
  const isWithin = href?.trim().startsWith("#") ?? true;
  if (isWithin || address === undefined) return link.children;
  const title = attribute(link, "title");
  const isEmpty =
    textOf(link).trim() === "" && findElements(link, ({ tagName }) => tagName === "img").length === 0;
  const children = isEmpty ? [text(address)] : link.children;
  return [element("a", { href: fileAt?.(address) ?? address, ...(title && { title }) }, children)];
}

function prepareScript(node: Element, write: (text: string) => string): ElementContent[] {
  const isPlain = node.children.every(({ type }) => type === "text");
  return isPlain ? [text(write(textOf(node)))] : node.children;
}

function prepareBox(node: Element): ElementContent[] {
  if (attribute(node, "type") !== "checkbox") return [];
  return [text("checked" in node.properties ? "[x] " : "[ ] ")];
}
