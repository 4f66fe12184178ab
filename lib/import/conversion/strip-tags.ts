import { decodeReferences } from "./character-references";
import { absoluteAddress } from "./source-address";

/** Where the links of HTML lead that no parser should be asked about. */
export function findAddresses(html: string, baseUrl: string | undefined): string[] {
  const written = [...html.matchAll(/<a\s[^<>]{0,2000}?href\s*=\s*["']([^"'<>]{1,2000})/giu)];
  return [
    ...new Set(written.flatMap(([, href = ""]) => absoluteAddress(decodeReferences(href), baseUrl) ?? [])),
  ];
}

/**
 * The words of HTML that no parser should be asked to make a tree of: tags go, the ends of blocks are line breaks.
 * Takes linear time and no stack.
 */
export function stripTags(html: string): string {
  const words: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    words.push(html.slice(at, open));
    const close = html.indexOf(">", open);
    const isTag = /[a-z/!?]/iu.test(html[open + 1] ?? "");
    if (close < 0 || !isTag) {
      words.push("<");
      at = open + 1;
      continue;
    }
    if (/^<\/?(?:p|br|div|li|tr|blockquote|pre|h[1-6])\b/iu.test(html.slice(open, open + 12)))
      words.push("\n");
    at = close + 1;
  }
  words.push(html.slice(at));
  return decodeReferences(words.join(""));
}
