import type { ElementContent } from "hast";
import { english } from "../../text/interface/english";
import { renderMarkdownToTree } from "../../text/markdown/markdown";
import { hasClass } from "./hast";
import type { Voice } from "./to-markdown";
import type { Visible } from "./visible";

/** What of a source does not come back from its Markdown. */
export type Loss = { readonly kind: "letters" | "links"; readonly first: string };

/**
 * Renders Markdown as the archive's pages do, and holds it against what the source's readers saw: every letter and digit
 * in its order, every address that the text led to.
 */
export function findLoss(source: Visible, markdown: string, voice: Voice): Loss | undefined {
  const { children } = renderMarkdownToTree(markdown, { ...CONTEXT, voice });
  const shown = readShown(children);
  const missing = firstMissing(lettersOf(source.text), lettersOf(shown.text));
  if (missing !== undefined) return { kind: "letters", first: missing };
  const addresses = new Set(shown.links.map(normalize));
  const lost = source.links.find((link) => !addresses.has(normalize(link)) && !shown.text.includes(link));
  return lost === undefined ? undefined : { kind: "links", first: lost };
}

/** The interface's own words are left out of what is compared, whatever they are. */
const CONTEXT = { language: "und", topHeading: 3, scope: "c", words: english.markdown } as const;

function readShown(nodes: readonly ElementContent[]): Visible {
  const words: string[] = [];
  const links: string[] = [];
  const visit = (node: ElementContent): void => {
    if (node.type === "text") words.push(node.value);
    if (node.type !== "element" || hasClass(node, "marker", "label")) return;
    const { href, title } = node.properties;
    if (typeof href === "string") links.push(href);
    // A shortcode that was typed is shown as a character, and keeps its name as a title.
    if (hasClass(node, "emoji")) words.push(String(title ?? ""));
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return { text: words.join(""), links };
}

/** Letters, digits and emoji, without the differences that Unicode calls compatible: `²` is the 2 of `x<sup>2</sup>`. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+|[\uFE0E\uFE0F]/gu, "");
}

/** The first letters that do not follow in `shown`, which may hold more than is wanted; `undefined` where all do. */
function firstMissing(wanted: string, shown: string): string | undefined {
  if (shown.includes(wanted)) return undefined;
  let found = 0;
  for (let at = 0; at < shown.length && found < wanted.length; at++) {
    if (shown[at] === wanted[found]) found++;
  }
  return found === wanted.length ? undefined : wanted.slice(found, found + 20);
}

function normalize(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}
