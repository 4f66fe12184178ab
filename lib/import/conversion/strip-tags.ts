import { decodeReferences } from "./character-references";

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
