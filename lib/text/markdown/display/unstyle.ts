import type { Element, ElementContent, Properties } from "hast";
import { element, textOf } from "./nodes";

/** What must stay of the style sheet, by class: else markers double, columns lose their side, long lines run out. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ["marked", "list-style:none"],
  ["plain", "white-space:pre-wrap"],
  ["left", "text-align:left"],
  ["center", "text-align:center"],
  ["right", "text-align:right"],
]);

/**
 * Decorated elements for a place without the site's style sheet, among texts whose ids may be the same: classes and ids
 * go, and with them every span that was there for its class.
 */
export function unstyle(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [node];
    const numbered = node.tagName === "ol" ? numberItems(node) : undefined;
    if (numbered) return [numbered];
    const classes = classesOf(node);
    const properties = plainProperties(node);
    const children = unstyle(node.children);
    // A control that is spelled out must not pass for letters that were typed.
    if (classes.includes("control")) return [element("code", properties, children)];
    const isBare = node.tagName === "span" && Object.keys(properties).length === 0;
    return isBare ? children : [element(node.tagName, properties, children)];
  });
}

function plainProperties(node: Element): Properties {
  const { id, className, ...rest } = node.properties;
  const style = classesOf(node)
    .map((name) => STYLES.get(name))
    .find((found) => found !== undefined);
  return style === undefined ? rest : { ...rest, style };
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/**
 * A list whose markers are what a reader's own numbering says (`1.`, `2.`): many readers drop styles, and would print
 * each number twice. Any other marker stays in the text.
 */
function numberItems(list: Element): Element | undefined {
  const items: Element[] = [];
  for (const item of list.children) {
    if (item.type !== "element") continue;
    const marker = findMarker(item);
    const [, number] = /^(0|[1-9]\d{0,8})\. ?$/.exec(marker ? textOf(marker) : "") ?? [];
    if (!marker || number === undefined) return undefined;
    const children = unstyle(withoutNode(item.children, marker));
    items.push(element("li", { ...plainProperties(item), value: number }, children));
  }
  const { style, ...properties } = plainProperties(list);
  return element("ol", properties, items);
}

/** The marker stands at the beginning of an item or of its first paragraph. */
function findMarker(item: Element): Element | undefined {
  const first = item.children.find((child) => child.type === "element");
  if (first?.type !== "element") return undefined;
  if (classesOf(first).includes("marker")) return first;
  return first.tagName === "p" ? findMarker(first) : undefined;
}

function withoutNode(nodes: readonly ElementContent[], marker: Element): ElementContent[] {
  return nodes
    .filter((node) => node !== marker)
    .map((node) =>
      node.type === "element" ? { ...node, children: withoutNode(node.children, marker) } : node,
    );
}
