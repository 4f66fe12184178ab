import type { Element, ElementContent } from "hast";
import { attribute, hasClass } from "./hast";
import { emojiOf } from "./preparation/emoji-pictures";
import { absoluteAddress } from "./source-address";

/** What a reader of the source saw of a text, and where it led. */
export type Visible = { readonly text: string; readonly links: readonly string[] };

/**
 * Reads off a source's own tree, before anything is prepared.
 *
 * @param baseUrl where relative addresses start from; without one they lead nowhere that could be checked
 */
export function readVisible(nodes: readonly ElementContent[], baseUrl: string | undefined): Visible {
  const words: string[] = [];
  const links: string[] = [];
  const visit = (node: ElementContent): void => {
    if (node.type === "text") words.push(node.value);
    if (node.type !== "element" || isUnseen(node)) return;
    if (node.tagName === "img") words.push(emojiOf(node) ?? "");
    const link = linkOf(node, baseUrl);
    if (link !== undefined) links.push(link);
    if (BREAKS.has(node.tagName)) words.push("\n");
    node.children.forEach(visit);
    if (BREAKS.has(node.tagName)) words.push("\n");
  };
  nodes.forEach(visit);
  return { text: words.join(""), links };
}

const BREAKS: ReadonlySet<string> = new Set(
  "p br div li tr td th blockquote pre h1 h2 h3 h4 h5 h6 aside header article section details summary dt dd".split(
    " ",
  ),
);

const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "head",
  "title",
  "iframe",
  "video",
  "audio",
  "object",
  "datalist",
]);

/** What is no text, and the furniture that forum software puts around pictures and quotations. */
export function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName)) return true;
  if (hasClass(element, "quote-controls", "cooked-selection-barrier")) return true;
  return element.tagName === "div" && hasClass(element, "meta");
}

function linkOf(element: Element, baseUrl: string | undefined): string | undefined {
  if (element.tagName !== "a" || isMention(element)) return undefined;
  const href = attribute(element, "href");
  // A link within the page leads to a place that the archive makes anew.
  if (href === undefined || href.trim().startsWith("#")) return undefined;
  return absoluteAddress(href, baseUrl);
}

/** `@name`, which the archive links to that person's comment instead of a page of the forum. */
export function isMention(element: Element): boolean {
  return element.tagName === "a" && hasClass(element, "mention");
}
