import type { ElementContent } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import type { AttachmentReader } from "./attachments";
import { type Decorated, decorate } from "./decorate";
import { decoratePlain } from "./decorate-text";
import { cutAtWord, onOneLine, wordsOf } from "./excerpt";
import { writeHtml } from "./html";
import { type Excess, findExcess, findTreeExcess, LIMITS } from "./limits";
import { resolveLink } from "./links";
import { keepsEveryLetter } from "./losses";
import type { MentionReader } from "./mentions";
import type { PictureReader } from "./pictures";
import { readReferences } from "./references";
import type { LinkDating } from "./robust-links";
import { type Schema, schema as wall } from "./sanitize-schema";
import { listTextLayers, type TextLayer } from "./text-layers";
import { listTextPictures, type TextPictures } from "./text-pictures";
import { createHandlers } from "./to-hast";
import { toWellFormedText } from "./unicode";
import { unstyle } from "./unstyle";

/** What a text is written in: Markdown where it does not say. */
export type TextFormat = "plain";

/** What the renderer must know about a text besides its characters. */
export type MarkdownContext = {
  /** BCP 47 of the text: decides spacing rules. */
  readonly language: string;
  /**
   * "editorial": article, biography, standfirst. "comment": a stranger's words: links get
   * rel="nofollow noopener ugc", single line breaks and bullets are shown as they were typed.
   */
  readonly voice: "editorial" | "comment";
  /** Level that the text's most important heading gets; others follow without gaps, never above it, h6 the floor. */
  readonly topHeading: 2 | 3 | 4 | 5 | 6;
  /** Address of the page the text was captured from: relative links resolve against it. */
  readonly baseUrl?: string;
  /** When the text's links were made; absent: they carry no date. */
  readonly linkDating?: LinkDating;
  /** Prefix that makes ids (footnotes) unique on the page: "c-2", "body". */
  readonly scope: string;
  /** Address of the page that footnotes lead into, for a text that is read elsewhere. */
  readonly page?: string;
  /** `plain`: the text is no Markdown, and is shown as it stands. */
  readonly format?: TextFormat;
  /** The address here of what stood at an absolute address of the source; absent: links lead where they were made to. */
  readonly archived?: (href: string) => string | undefined;
  /** How `@name` reads; absent: mentions are left as text. */
  readonly mention?: MentionReader;
  /** The files of the archive that it links by their bare names; absent: such a name is a relative address of the source. */
  readonly attachment?: AttachmentReader;
  /** The pictures that it shows; every other one, and all where this is absent, becomes a link. */
  readonly picture?: PictureReader;
  /** The few words the renderer itself must say, in the interface's language. */
  readonly words: MarkdownWords;
};

export type MarkdownWords = {
  /** Accessible name of the list of footnotes. */
  readonly footnotes: string;
  /** Accessible name of the link from a footnote to its call. */
  readonly backToText: string;
  /** Label of the link that stands for a remote picture. */
  readonly picture: string;
  /** Title of an @name that is nobody in the thread. */
  readonly absentName: string;
  /** Accessible names of `[x]` and `[ ]`. */
  readonly taskDone: string;
  readonly taskOpen: string;
};

export type RenderedText = TextFacts & { readonly content: ReactNode };

export type HtmlText = TextFacts & { readonly html: string };

type TextFacts = {
  /** Why the text is shown as plain text, when it is: a limit that its Markdown exceeds, or that it is declared as such. */
  readonly plain?: Excess | "declared";
  /** Names mentioned that are absent from the thread, as written, each once. */
  readonly absentNames: readonly string[];
  /** What of the style sheet the text needs. */
  readonly layers: readonly TextLayer[];
  readonly pictures: TextPictures;
};

/**
 * Markdown (CommonMark 0.31 with GitHub's autolinks, strikethrough, tables, footnotes and task boxes)
 * as sanitized React elements. Never throws, and loses nothing: raw HTML, refused addresses and unused
 * definitions are shown as text, and a text beyond `LIMITS` is shown whole as plain text.
 *
 * @param source UTF-16, any line endings
 */
export function renderMarkdown(source: string, context: MarkdownContext): RenderedText {
  return renderMarkdownThrough(wall, source, context);
}

/** `renderMarkdown` with another wall: what it lets through is up to `schema`. For tests of the wall. */
export function renderMarkdownThrough(
  schema: Schema,
  source: string,
  context: MarkdownContext,
): RenderedText {
  const { children, ...facts } = read(source, context, schema);
  return { content: toReact(children), ...facts };
}

/**
 * What `renderMarkdown` gives, as sanitized HTML for whoever has neither the page nor its style sheet around the text,
 * such as a feed reader: no classes, no ids, and with `context.page` no relative address.
 */
export function renderMarkdownToHtml(source: string, context: MarkdownContext): HtmlText {
  const { children, ...facts } = read(source, context, wall);
  return { html: writeHtml(unstyle(children)), ...facts };
}

/** What `renderMarkdown` gives as a tree of elements, for whoever looks through it: nobody may show it as it is. */
export function renderMarkdownToTree(
  source: string,
  context: MarkdownContext,
): TextFacts & { readonly children: readonly ElementContent[] } {
  return read(source, context, wall);
}

/**
 * The words of a Markdown text on one line, no markup, cut at a word to at most `length` code points
 * with "…": for `<meta name="description">` and previews.
 */
export function excerptMarkdown(source: string, length: number, format?: TextFormat): string {
  return cutAtWord(readMarkdownWords(source, format), length);
}

/** Texts whose words are remembered: a comment's page, its article's data and the search ask for the same one. */
const REMEMBERED = 1000;
const remembered = new Map<string, string>();

/** All words of a Markdown text on one line, no markup. */
export function readMarkdownWords(source: string, format?: TextFormat): string {
  const key = `${format ?? ""}\0${source}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const text = toWellFormedText(source);
  const isMarkdown = format === undefined && findExcess(text) === undefined;
  const tree = isMarkdown ? parser.parse(text) : undefined;
  const words = tree && findTreeExcess(tree) === undefined ? wordsOf(tree) : onOneLine(text);
  remembered.set(key, words);
  return words;
}

function read(source: string, context: MarkdownContext, schema: Schema): Decorated & TextFacts {
  const text = toWellFormedText(source);
  const converted = convert(text, context, schema);
  const { children, absentNames } =
    typeof converted === "string" ? { children: [decoratePlain(text)], absentNames: [] } : converted;
  const plain = typeof converted === "string" ? converted : undefined;
  return {
    children,
    plain,
    absentNames,
    layers: listTextLayers(children),
    pictures: listTextPictures(children),
  };
}

function convert(source: string, context: MarkdownContext, schema: Schema): Decorated | Excess | "declared" {
  if (context.format === "plain") return "declared";
  const excess = findExcess(source);
  if (excess) return excess;
  const tree = parser.parse(source);
  const treeExcess = findTreeExcess(tree);
  if (treeExcess) return treeExcess;
  if (!keepsEveryLetter(source, tree)) return "syntax";

  const protocols = schema.protocols?.href ?? [];
  const resolve = (url: string) => context.attachment?.(url) ?? resolveLink(url, context.baseUrl, protocols);
  const isOwnPicture = (url: string) => context.picture?.(url) !== undefined;
  const references = readReferences(tree, (url) => resolve(url) !== undefined);
  if (references.repeated > LIMITS.size) return "size";

  const keepsLineBreaks = context.voice === "comment";
  const handlers = createHandlers({ source, references, keepsLineBreaks, resolve, isOwnPicture });
  const safe = unified().use(remarkRehype, { handlers }).use(rehypeSanitize, schema).runSync(tree);
  const decorated = decorate(safe, source, context);
  return exceedsSize(decorated.children) ? "size" : decorated;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(keepSyntaxVisible).freeze();

/** Syntax that would hide what was typed: a backslash at a line's end, the box of a task. */
function keepSyntaxVisible(this: Processor): void {
  const data = this.data();
  const disabled = { disable: { null: ["hardBreakEscape", "tasklistCheck"] } };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), disabled];
}

/** Counts the nodes, text and attributes of a finished tree without recursion. */
function exceedsSize(children: readonly ElementContent[]): boolean {
  let [nodes, size] = [0, 0];
  for (let level = children; level.length > 0; ) {
    nodes += level.length;
    for (const node of level) {
      if (node.type === "text") size += node.value.length;
      if (node.type === "element") size += Object.values(node.properties).join("").length;
    }
    if (nodes > LIMITS.nodes || size > LIMITS.size) return true;
    level = level.flatMap((node) => (node.type === "element" ? node.children : []));
  }
  return false;
}

function toReact(children: readonly ElementContent[]): ReactNode {
  return toJsxRuntime({ type: "root", children: [...children] }, { Fragment, jsx, jsxs });
}
