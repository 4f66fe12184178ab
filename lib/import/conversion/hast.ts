import type { Element, ElementContent, RootContent } from "hast";

/** The elements below a node, and the node itself, that pass a test; the outermost first. */
export function findElements(node: ElementContent, test: (element: Element) => boolean): Element[] {
  if (node.type !== "element") return [];
  const below = node.children.flatMap((child) => findElements(child, test));
  return test(node) ? [node, ...below] : below;
}

export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.some((name) => names.includes(String(name)));
}

/** The value of an attribute as a text; `undefined` where it is absent or no text. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** What of a tree's top may stand in an element. */
export function contentOf(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === "doctype" ? [] : [node]));
}
