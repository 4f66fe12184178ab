import type { ElementContent, Properties } from "hast";
import { element } from "./nodes";

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
    const { id, className, ...rest } = node.properties;
    const classes = Array.isArray(className) ? className.map(String) : [];
    const properties: Properties = { ...rest, style: classes.map((name) => STYLES.get(name)).find(Boolean) };
    const children = unstyle(node.children);
    // A control that is spelled out must not pass for letters that were typed.
    if (classes.includes("control")) return [element("code", properties, children)];
    const isBare = Object.values(properties).every((value) => value === undefined);
    return node.tagName === "span" && isBare ? children : [element(node.tagName, properties, children)];
  });
}
