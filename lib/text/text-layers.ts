import type { Element, ElementContent } from "hast";

/** What of the style sheet a text needs beside what every page has. */
export type TextLayer = "quotation" | "code" | "table" | "list" | "marks" | "picture";

const TAGS: ReadonlyMap<string, TextLayer> = new Map([
  ["blockquote", "quotation"],
  ["pre", "code"],
  ["table", "table"],
  ["img", "picture"],
]);

/** By the classes that decoration gives: see `decorate.ts` and its neighbours. */
const CLASSES: ReadonlyMap<string, TextLayer> = new Map([
  ["marked", "list"],
  ["control", "marks"],
  ["label", "marks"],
  ["absent", "marks"],
  ["stacked", "marks"],
]);

/** @param children a decorated text */
export function listTextLayers(children: readonly ElementContent[]): readonly TextLayer[] {
  const layers = new Set<TextLayer>();
  // No recursion, as everywhere: a text may be nested as deep as its limits allow.
  for (let level = children.filter(isElement); level.length > 0; ) {
    for (const node of level) for (const layer of layersOf(node)) layers.add(layer);
    level = level.flatMap((node) => node.children.filter(isElement));
  }
  return [...layers];
}

function layersOf({ tagName, properties: { className } }: Element): TextLayer[] {
  const classes = Array.isArray(className) ? className.map(String) : [];
  const layers = [TAGS.get(tagName), ...classes.map((name) => CLASSES.get(name))];
  return layers.filter((layer) => layer !== undefined);
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
