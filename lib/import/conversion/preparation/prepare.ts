import type { Element, ElementContent } from "hast";
import { element } from "../../../text/markdown/display/nodes";
import { isUnseen } from "../visible";
import type { Preparation, Setting } from "./preparation";
import { prepareCode } from "./prepare-code";
import { prepareInline } from "./prepare-inline";
import { prepareMedia } from "./prepare-media";
import { prepareOnebox } from "./prepare-oneboxes";
import { prepareQuote } from "./prepare-quotes";
import { prepareTable } from "./prepare-tables";

const PREPARATIONS: readonly Preparation[] = [
  prepareMedia,
  prepareOnebox,
  prepareQuote,
  prepareCode,
  prepareTable,
  prepareInline,
];

/** Rewrites a source's tree so that rehype-remark, which drops what it does not know, finds nothing to drop. */
export function prepare(nodes: readonly ElementContent[], setting: Setting): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [node];
    if (node.type !== "element") return [];
    const made = prepareElement(node, setting) ?? (isUnseen(node) ? [] : [node]);
    return made.map((each) => withChildren(each, setting));
  });
}

function prepareElement(node: Element, setting: Setting): ElementContent[] | undefined {
  for (const preparation of PREPARATIONS) {
    const made = preparation(node, setting);
    if (made !== undefined) return made;
  }
  return undefined;
}

function withChildren(node: ElementContent, setting: Setting): ElementContent {
  if (node.type !== "element") return node;
  return element(node.tagName, node.properties, prepare(node.children, setting));
}
