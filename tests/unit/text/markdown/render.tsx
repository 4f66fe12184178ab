import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";
import type { ReactNode } from "react";
import { isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
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
  return renderToStaticMarkup(renderMarkdown(source, of).content);
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

/** Element names and text, nested: from what React was given. */
export type Outline = string | { readonly tag: string; readonly content: readonly Outline[] };

export function outlineOfReact(node: ReactNode): Outline[] {
  return joinText(reactOutline(node));
}

function reactOutline(node: ReactNode): Outline[] {
  if (typeof node === "string" || typeof node === "number") return [String(node)];
  if (Array.isArray(node)) return node.flatMap((child: ReactNode) => reactOutline(child));
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return [];
  const content = joinText(reactOutline(node.props.children));
  return typeof node.type === "string" ? [{ tag: node.type, content }] : content;
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
