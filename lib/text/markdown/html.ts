import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";

/** A tree of known elements as HTML text (WHATWG HTML §13.3): every character of its text is escaped where it must be. */
export function writeHtml(nodes: readonly ElementContent[]): string {
  return toHtml(
    { type: "root", children: nodes.map(keepFirstLineBreak) },
    { characterReferences: { useNamedReferences: true } },
  );
}

/** A parser drops one line break right behind `<pre>`, and the serialiser does not put it back. A text has no other place for one. */
function keepFirstLineBreak(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  const [first, ...others] = node.children;
  if (node.tagName !== "pre" || first?.type !== "text" || !first.value.startsWith("\n")) {
    return { ...node, children: node.children.map(keepFirstLineBreak) };
  }
  return { ...node, children: [{ ...first, value: `\n${first.value}` }, ...others] };
}
