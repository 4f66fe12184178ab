import type { Element, ElementContent, Properties } from "hast";
import { pictureFormat } from "../../archive/format/names";
import type { MarkdownContext } from "../../text/markdown/context";
import { element, text } from "../../text/markdown/display/nodes";
import { renderMarkdownToTree } from "../../text/markdown/markdown";
import { ofInterface } from "../feeds/entry-html";
import { type BookContext, PICTURES } from "./book-context";

/** What a text is, beside its article. */
type Manner = Pick<
  MarkdownContext,
  "voice" | "format" | "scope" | "baseUrl" | "mention" | "topHeading" | "linkDating"
>;

/** A Markdown text as on its page, with the page's remarks on it below; its footnotes stay in its document. */
export function showText(markdown: string, context: BookContext, manner: Manner): ElementContent[] {
  if (markdown.trim() === "") return [];
  const { article, words, archived, attachment, picture } = context;
  const { children, plain, absentNames } = renderMarkdownToTree(markdown, {
    ...manner,
    ...{ archived, attachment, picture, language: article.language, words: words.markdown },
  });
  return [
    element(
      "div",
      { className: ["text"] },
      children.map((child) => bind(child, context)),
    ),
    ...(absentNames.length > 0 ? [showRemark(words.absentFromThread(absentNames), context)] : []),
    ...(plain === undefined ? [] : [showRemark(words.shownAsPlainText, context)]),
  ];
}

/** What the interface says beside a text. */
export function showRemark(sentence: string, context: BookContext): Element {
  return showFacts([text(sentence)], context);
}

/** A line of the interface. */
export function showFacts(content: readonly ElementContent[], context: BookContext): Element {
  return element("p", { className: ["facts"], ...ofInterface(context) }, [...content]);
}

export function showLink(href: string, content: readonly ElementContent[]): Element {
  return element("a", { href: writeAddress(href) }, [...content]);
}

/** The formats that every e-reader shows (EPUB 3.2 §3.1): what else there is stays on the site. */
const SHOWN_FORMATS = new Set(["png", "jpg", "gif"]);

/** Whether a picture can lie in a book. */
export function isShownInBooks(file: string): boolean {
  return SHOWN_FORMATS.has(pictureFormat(file) ?? "");
}

/** An element of a text as a book can hold it. */
function bind(node: ElementContent, context: BookContext): ElementContent {
  if (node.type !== "element") return node;
  const { tagName, properties, children } = node;
  if (tagName === "img") return bindPicture(properties, context);
  const { href } = properties;
  const bound = typeof href === "string" ? { ...properties, href: writeAddress(href) } : properties;
  return element(
    tagName,
    bound,
    children.map((child) => bind(child, context)),
  );
}

function bindPicture({ src, alt, width, height }: Properties, context: BookContext): Element {
  const file = String(src).slice(PICTURES.length + 1);
  if (isShownInBooks(file)) return element("img", { src, alt, width, height });
  return showLink(context.addresses.file(`${context.article.slug}/${file}`), [
    text(String(alt || context.words.markdown.picture)),
  ]);
}

/** What an address may not hold as it is (RFC 3986 §2), as browsers take it from whoever typed it. */
const UNFIT = /%(?![0-9A-Fa-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gu;

/** An address as the strictest of readers takes it; one within the book stays as it is. */
function writeAddress(href: string): string {
  const address = /^https?:/iu.test(href) && URL.canParse(href) ? new URL(href).href : href;
  const [start = "", ...fragments] = address.split("#");
  const fragment = fragments.length > 0 ? `#${fragments.join("%23")}` : "";
  return `${start}${fragment}`.replace(UNFIT, encodeURIComponent);
}
