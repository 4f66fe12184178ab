import type { Dress } from "../../print/page/dress-page";
import {
  attributeOf,
  type Document,
  type Element,
  isElementNode,
  listNodes,
  removeNode,
  textOf,
} from "./html-tree";

/**
 * Takes what printing put into a page out of it again: its policy, the site's stylesheets, and the names and hashes of
 * its scripts. What is left is what the page's components gave.
 */
export function takeOffDress(document: Document, dress: Dress): void {
  const sheets = new Set([...dress.stylesheets.values()].map(({ css }) => css));
  const names = new Map(
    [...dress.scripts].map(([name, { path }]) => [`${dress.base}${path}`, `${dress.base}${name}`]),
  );
  for (const element of listNodes(document).filter(isElementNode)) {
    if (isPolicy(element) || (element.tagName === "style" && sheets.has(textOf(element))))
      removeNode(element);
    else if (element.tagName === "script") unname(element, names);
  }
}

function isPolicy(element: Element): boolean {
  return attributeOf(element, "http-equiv") === "Content-Security-Policy";
}

function unname(script: Element, names: ReadonlyMap<string, string>): void {
  const name = names.get(attributeOf(script, "src") ?? "");
  if (name === undefined) return;
  script.attrs = script.attrs
    .filter((attribute) => attribute.name !== "integrity")
    .map((attribute) => (attribute.name === "src" ? { name: "src", value: name } : attribute));
}
