import type { ElementContent } from "hast";
import { attribute } from "../../../conversion/hast";

/** `Title_files/photo.jpg`: a browser's name for what it saved beside a page, and none of the web's. */
const BESIDE = /^(?:\.\/)?[^/?#]*_(?:files|fichiers)\//iu;

/** Takes away addresses that a browser wrote into a page when it saved it: of such a picture its words are left. */
export function withoutLocalAddresses(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const { src, ...properties } = node.properties;
    const original = attribute(node, "dataSrc");
    const isLocal = typeof src === "string" && BESIDE.test(src);
    const kept = isLocal ? { ...properties, ...(original && { src: original }) } : node.properties;
    return { ...node, properties: kept, children: withoutLocalAddresses(node.children) };
  });
}
