import type { Element, ElementContent } from "hast";
import { element } from "../../../text/markdown/display/nodes";
import { hasClass } from "../hast";
import type { Preparation } from "./preparation";

/** The preview of another page: set off as a quotation of it, whose links lead there. */
export const prepareOnebox: Preparation = (node) => {
  if (node.tagName === "aside" && hasClass(node, "onebox"))
    return [element("blockquote", {}, node.children.map(unhead))];
  if (hasClass(node, "onebox-metadata") || (node.tagName === "header" && hasClass(node, "source")))
    return [element("p", {}, node.children)];
  return undefined;
};

/** A headline in a preview is none of the text that it stands in. */
function unhead(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  if (/^h[1-6]$/u.test(node.tagName)) return boldParagraph(node);
  return element(node.tagName, node.properties, node.children.map(unhead));
}

function boldParagraph({ children }: Element): Element {
  return element("p", {}, [element("strong", {}, children)]);
}
