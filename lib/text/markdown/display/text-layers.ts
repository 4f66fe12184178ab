import type { Element, ElementContent } from "hast";

/** What of the style sheet a text needs beside what every page has. */
export type TextLayer = "rich-text";

/** Code, tables, pictures, and lists whose markers stand as they were typed, footnotes among them. */
const TAGS: ReadonlySet<string> = new Set(["pre", "table", "img", "ol", "ul"]);
/** What the archive itself says within a text: see `decorate.ts` and its neighbours. */
const CLASSES: ReadonlySet<unknown> = new Set(["label", "control", "stacked"]);

/** @param children a decorated text */
export function listTextLayers(children: readonly ElementContent[]): readonly TextLayer[] {
  // No recursion, as everywhere: a text may be nested as deep as its limits allow.
  for (let level = children.filter(isElement); level.length > 0; ) {
    if (level.some(isRich)) return ["rich-text"];
    level = level.flatMap((node) => node.children.filter(isElement));
  }
  return [];
}

function isRich({ tagName, properties: { className } }: Element): boolean {
  if (TAGS.has(tagName)) return true;
  return Array.isArray(className) && className.some((name) => CLASSES.has(name));
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
