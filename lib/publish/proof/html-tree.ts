import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from "parse5";

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export const { isCommentNode, isElementNode, isTextNode } = defaultTreeAdapter;

/** HTML as a browser reads it (WHATWG HTML §13.2). */
export function readDocument(markup: string): Document {
  return parse(markup);
}

/** The HTML of a document; reading it again gives the same document. Changes the tree: write once. */
export function writeDocument(document: Document): string {
  for (const node of listNodes(document)) if (isElementNode(node)) keepFirstLineBreak(node);
  return serialize(document);
}

// A parser drops one line break after these tags, and WHATWG HTML §13.3 does not put it back.
function keepFirstLineBreak(element: Element): void {
  const [first] = element.childNodes;
  if (!["pre", "textarea", "listing"].includes(element.tagName) || !first || !isTextNode(first)) return;
  if (first.value.startsWith("\n")) first.value = `\n${first.value}`;
}

/** Every node below a node, in document order. A list of its own: the tree may be changed while it is read. */
export function listNodes(root: Node): ChildNode[] {
  const nodes: ChildNode[] = [];
  // No recursion: a thread may be nested deeper than the stack.
  const waiting: ChildNode[] = childrenOf(root).toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
  return nodes;
}

export function childrenOf(node: Node): readonly ChildNode[] {
  return "childNodes" in node ? node.childNodes : [];
}

/** The value of an attribute; undefined when the element does not have it. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function textOf(node: Node): string {
  return listNodes(node)
    .filter(isTextNode)
    .map(({ value }) => value)
    .join("");
}

export function removeNode(node: ChildNode): void {
  defaultTreeAdapter.detachNode(node);
}

export function createElement(tagName: string, attributes: Record<string, string>): Element {
  return defaultTreeAdapter.createElement(tagName, html.NS.HTML, attributesOf(attributes));
}

function attributesOf(attributes: Record<string, string>): Element["attrs"] {
  return Object.entries(attributes).map(([name, value]) => ({ name, value }));
}
