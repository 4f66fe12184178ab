import type { Element, ElementContent } from "hast";
import { element, text, textOf } from "../../text/nodes";
import { attribute, findElements } from "./hast";
import type { Preparation, Setting } from "./prepare";
import { writeAbove, writeBelow } from "./scripts";
import { absoluteAddress } from "./source-address";
import { isMention } from "./visible";

/** What stands within a line. */
export const prepareInline: Preparation = (node, setting) => {
  switch (node.tagName) {
    case "a":
      return prepareLink(node, setting);
    case "sup":
      return prepareScript(node, writeAbove);
    case "sub":
      return prepareScript(node, writeBelow);
    case "mark":
      return [element("strong", {}, node.children)];
    case "u":
    case "ins":
      return [element("em", {}, node.children)];
    // rehype-remark would make the space of this invisible sign a letter of the text.
    case "wbr":
      return [];
    case "input":
      return prepareBox(node);
    default:
      return undefined;
  }
};

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
