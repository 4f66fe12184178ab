import type { ElementContent } from "hast";
import type { Root } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import { resolveLink } from "../links/resolve-link";
import { cutAtWord, listNoteWords, onOneLine, wordsOf } from "../writing/excerpt";
import { toWellFormedText } from "../writing/unicode";
import type { MarkdownContext, TextFormat } from "./context";
import { type Decorated, decorate } from "./display/decorate";
import { decoratePlain } from "./display/decorate-text";
import { listTextLayers, type TextLayer } from "./display/text-layers";
import { listTextPictures, type TextPictures } from "./display/text-pictures";
import { unstyle } from "./display/unstyle";
import { writeHtml } from "./html";
import { type Excess, findExcess, findTreeExcess, LIMITS } from "./limits";
import { keepsEveryLetter } from "./losses";
import { readReferences } from "./references";
import { type Schema, schema as wall } from "./sanitize-schema";
import { createHandlers } from "./to-hast";

/** A text as sanitized HTML, and what is known of it. */
export type RenderedText = TextFacts & { readonly html: string };

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
 * as sanitized HTML. Never throws, and loses nothing: raw HTML, refused addresses and unused
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
  return { html: writeHtml(children), ...facts };
}

/**
 * What `renderMarkdown` gives, as sanitized HTML for whoever has neither the page nor its style sheet around the text,
 * such as a feed reader: no classes, no ids, and with `context.page` no relative address.
 */
export function renderMarkdownToHtml(source: string, context: MarkdownContext): RenderedText {
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

/** The words of a Markdown text on one line, no markup; footnotes are left out. */
export function readMarkdownWords(source: string, format?: TextFormat): string {
  const key = `${format ?? ""}\0${source}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const text = toWellFormedText(source);
  const parsed = format === undefined ? parse(text) : "declared";
  const words = typeof parsed === "string" ? onOneLine(text) : wordsOf(parsed);
  remembered.set(key, words);
  return words;
}

/** The same with the words of its footnotes behind, for whoever looks for a word. */
export function readMarkdownWordsAndNotes(source: string, format?: TextFormat): string {
  const parsed = format === undefined ? parse(toWellFormedText(source)) : "declared";
  const notes = typeof parsed === "string" ? [] : listNoteWords(parsed);
  return [readMarkdownWords(source, format), ...notes].join(" ");
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
  const tree = parse(source);
  if (typeof tree === "string") return tree;
  if (!keepsLetters(source, tree)) return "syntax";

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

/**
 * Code units of the texts whose trees are kept: an article's, for they are shown on its page and on each comment's, in
 * feeds, descriptions and data. Twenty thousand comments of ordinary length are no more.
 */
const KEPT = 4_000_000;

const parsed = new Map<string, Root | Excess>();
let kept = 0;

/** The tree of a text, or why it has none. It must not be changed: whoever asks again gets the same. */
function parse(source: string): Root | Excess {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const made = parseAnew(source);
  if (kept + source.length > KEPT) parsed.clear();
  kept = parsed.size === 0 ? source.length : kept + source.length;
  parsed.set(source, made);
  return made;
}

function parseAnew(source: string): Root | Excess {
  const excess = findExcess(source);
  if (excess) return excess;
  const tree = parser.parse(source);
  return findTreeExcess(tree) ?? tree;
}

// By the tree: a text is looked through once.
const letters = new WeakMap<Root, boolean>();

function keepsLetters(source: string, tree: Root): boolean {
  const keeps = letters.get(tree) ?? keepsEveryLetter(source, tree);
  letters.set(tree, keeps);
  return keeps;
}

const parser = remark().use(remarkGfm).use(keepSyntaxVisible).freeze();

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
