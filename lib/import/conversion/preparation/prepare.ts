import type { Element, ElementContent } from "hast";
import { element } from "../../../text/markdown/display/nodes";
import { isUnseen } from "../visible";
import { prepareCode } from "./prepare-code";
import { prepareInline } from "./prepare-inline";
import { prepareMedia } from "./prepare-media";
import { prepareOnebox } from "./prepare-oneboxes";
import { prepareQuote } from "./prepare-quotes";
import { prepareTable } from "./prepare-tables";

/** What a preparation may know of the text it is in. */
export type Setting = {
  readonly baseUrl?: string;
  /** The name of the file beside the article that an address leads to, where it came along. */
  readonly fileAt?: (address: string) => string | undefined;
};

/**
 * What Markdown can say of an element that it has no words for: the nodes in its place, whose children are yet to be
 * prepared; `undefined` where the element is none of this preparation's business.
 */
export type Preparation = (element: Element, setting: Setting) => ElementContent[] | undefined;

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
