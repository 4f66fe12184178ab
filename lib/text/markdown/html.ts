import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";

/** A tree of known elements as HTML text (WHATWG HTML §13.3): every character of its text is escaped where it must be. */
export function writeHtml(nodes: readonly ElementContent[]): string {
  return toHtml(
    { type: "root", children: [...nodes] },
    { characterReferences: { useNamedReferences: true } },
  );
}
