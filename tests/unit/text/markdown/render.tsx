import type { ElementContent } from "hast";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";
import type { MarkdownContext } from "../../../../lib/text/markdown/context";
import { renderMarkdown } from "../../../../lib/text/markdown/markdown";

type Child = DefaultTreeAdapterTypes.ChildNode;

export const context = {
  language: "en",
  voice: "comment",
  topHeading: 3,
  scope: "c-2",
  baseUrl: "https://example.org/a/page.html",
  words: {
    footnotes: "Notes",
    backToText: "Back to the text",
    picture: "picture",
    absentName: "nobody in this thread",
    taskDone: "done",
    taskOpen: "open",
  },
} as const satisfies MarkdownContext;

export const editorial: MarkdownContext = { ...context, voice: "editorial" };
export const french: MarkdownContext = { ...context, language: "fr" };

export function markupOf(source: string, of: MarkdownContext = context): string {
  return renderMarkdown(source, of).html;
}

export type Attributes = Readonly<Record<string, string>>;
export type Found = { readonly tag: string; readonly attributes: Attributes; readonly text: string };

/** Every element of a page, in order, as a browser reads the markup. */
export function elementsOf(markup: string): Found[] {
  const found: Found[] = [];
  const walk = (node: Child) => {
    if (!defaultTreeAdapter.isElementNode(node)) return;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    found.push({ tag: node.tagName, attributes, text: textOf(node.childNodes) });
    node.childNodes.forEach(walk);
  };
  parseFragment(markup).childNodes.forEach(walk);
  return found;
}

/** What a reader reads; a line break is one. */
export function readableText(markup: string): string {
  return textOf(parseFragment(markup).childNodes);
}

function textOf(nodes: readonly Child[]): string {
  return nodes
    .map((node) => {
      if (defaultTreeAdapter.isTextNode(node)) return node.value;
      if (!defaultTreeAdapter.isElementNode(node)) return "";
      return node.tagName === "br" ? "\n" : textOf(node.childNodes);
    })
    .join("");
}

/** Element names and text, nested: from the tree that was meant. */
export type Outline = string | { readonly tag: string; readonly content: readonly Outline[] };

export function outlineOfTree(nodes: readonly ElementContent[]): Outline[] {
  return joinText(
    nodes.flatMap((node): Outline[] => {
      if (node.type === "text") return [node.value];
      return node.type === "element" ? [{ tag: node.tagName, content: outlineOfTree(node.children) }] : [];
    }),
  );
}

/** … and from what a browser reads. */
export function outlineOfMarkup(markup: string): Outline[] {
  const outline = (node: Child): Outline[] => {
    if (defaultTreeAdapter.isTextNode(node)) return [node.value];
    if (!defaultTreeAdapter.isElementNode(node)) return [{ tag: "#other", content: [] }];
    return [{ tag: node.tagName, content: joinText(node.childNodes.flatMap(outline)) }];
  };
  return joinText(parseFragment(markup).childNodes.flatMap(outline));
}

function joinText(outlines: readonly Outline[]): Outline[] {
  const joined: Outline[] = [];
  for (const outline of outlines) {
    const last = joined.at(-1);
    if (outline === "") continue;
    if (typeof outline === "string" && typeof last === "string") joined[joined.length - 1] = last + outline;
    else joined.push(outline);
  }
  return joined;
}
