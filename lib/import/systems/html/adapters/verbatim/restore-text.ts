import type { Element, ElementContent } from "hast";
import { element, text, textOf } from "../../../../../text/markdown/display/nodes";
import { attribute, hasClass } from "../../../../conversion/hast";
import { lineOf } from "../../page/page-tree";
import { unspace } from "./own-words";

/** Takes back what a page of an archive only shows: spaces, names of emoji, markers, labels, links to its own pages. */
export function restoreText(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [text(unspace(node.value))];
    return node.type === "element" ? restoreElement(node) : [];
  });
}

/** A text that is no Markdown stands on the page as it stands in its file. */
export function findPlainText(nodes: readonly ElementContent[]): string | undefined {
  const [only, ...more] = nodes.filter((node) => node.type === "element");
  return only?.type === "element" && more.length === 0 && hasClass(only, "plain") ? textOf(only) : undefined;
}

function restoreElement(node: Element): ElementContent[] {
  const children = () => restoreText(node.children);
  if (hasClass(node, "label")) return [];
  if (hasClass(node, "mention")) return [text(lineOf(node))];
  if (hasClass(node, "code")) return restoreCode(node);
  switch (node.tagName) {
    case "span":
      if (hasClass(node, "emoji")) return [text(attribute(node, "title") ?? textOf(node))];
      return hasClass(node, "control") ? [text(restoreControl(textOf(node)))] : children();
    case "code":
    case "pre":
      return [element(node.tagName, {}, restoreControls(node.children))];
    case "sup":
      return [restoreCall(node)];
    case "a":
      if (CALL.test(attribute(node, "href") ?? "")) return [];
      return [hasClass(node, "picture") ? restorePicture(node) : restoreLink(node)];
    case "ol":
    case "ul":
      return hasClass(node, "notes") ? restoreNotes(node) : [element(node.tagName, {}, children())];
    case "li":
      return [restoreItem(node)];
    case "th":
    case "td":
      return [element(node.tagName, alignmentOf(node), children())];
    default:
      return [element(node.tagName, node.properties, children())];
  }
}

/** Where what a link leads to is in the archive, the page leads there and keeps the address that was written. */
function restoreLink(link: Element): Element {
  return element("a", { ...link.properties, href: addressOf(link) }, restoreText(link.children));
}

/** Remote pictures stand as links with a label before the words that say what they show. */
function restorePicture(link: Element): Element {
  const alt = restoreText(link.children).map(textOf).join("").trim();
  return element("img", { src: addressOf(link), alt, title: attribute(link, "title") });
}

function addressOf(link: Element): string | undefined {
  return attribute(link, "dataOriginalurl") ?? attribute(link, "href");
}

/** Its language stands above code, in words. */
function restoreCode(block: Element): ElementContent[] {
  const [info] = block.children.filter((child) => child.type === "element" && hasClass(child, "info"));
  const [pre] = block.children.filter((child) => child.type === "element" && child.tagName === "pre");
  if (pre?.type !== "element") return restoreText(block.children);
  return [element("pre", { dataCodeWrap: lineOf(info) }, restoreControls(pre.children))];
}

/** In code nothing is shown otherwise than it is but what would turn its surroundings around. */
function restoreControls(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    if (hasClass(node, "control")) return text(restoreControl(textOf(node)));
    return element(node.tagName, node.properties, restoreControls(node.children));
  });
}

/** `U+202E` for the sign that has no picture; a picture stays one, for no file may hold what it shows. */
function restoreControl(shown: string): string {
  const [, code] = /^U\+(20(?:2[A-E]|6[6-9]))$/u.exec(shown) ?? [];
  return code === undefined ? shown : String.fromCodePoint(Number.parseInt(code, 16));
}

/** The call of a footnote, and at a note's end the way back to it. */
const CALL = /-call-\d+\.\d+$/u;

function restoreCall(node: Element): Element {
  const isCall = node.children.some(
    (child) => child.type === "element" && CALL.test(attribute(child, "id") ?? ""),
  );
  return isCall
    ? element("sup", { dataFootnote: lineOf(node) }, [text(lineOf(node))])
    : element("sup", {}, restoreText(node.children));
}

function restoreNotes(list: Element): Element[] {
  return list.children.flatMap((item) => {
    if (item.type !== "element") return [];
    const { marker, children } = withoutMarker(item);
    return [element("div", { dataFootnote: marker?.replace(/\.$/u, "") }, restoreText(children))];
  });
}

function restoreItem(item: Element): Element {
  const { marker, children } = withoutMarker(item);
  return element("li", { dataMarker: marker }, restoreText(children));
}

/** Numbers and signs of a list are shown as they were typed, in an element of their own: on the line of its first words. */
function withoutMarker(item: Element): { readonly marker?: string; readonly children: ElementContent[] } {
  const first = item.children.find((child) => child.type === "element");
  if (first?.type !== "element") return { children: item.children };
  if (hasClass(first, "marker"))
    return { marker: lineOf(first), children: item.children.filter((child) => child !== first) };
  if (first.tagName !== "p") return { children: item.children };
  const inner = withoutMarker(first);
  const paragraph = element("p", {}, inner.children);
  return { ...inner, children: item.children.map((child) => (child === first ? paragraph : child)) };
}

const ALIGNMENTS = ["left", "center", "right"] as const;

function alignmentOf(cell: Element): { readonly align?: string } {
  const align = ALIGNMENTS.find((each) => hasClass(cell, each));
  return align === undefined ? {} : { align };
}
