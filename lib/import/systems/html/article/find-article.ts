import type { Element } from "hast";
import { readLanguage } from "../../../../archive/format/values";
import { decodeReferences } from "../../../conversion/character-references";
import { attribute } from "../../../conversion/hast";
import type { SourceArticle } from "../../../model";
import { readDate } from "../page/dates";
import { isObject, type JsonObject, jsonText, listJsonLd, typesOf } from "../page/json-ld";
import { propertiesOf } from "../page/microdata";
import { resolve, threadAddress } from "../page/page-address";
import { findFirst, lineOf, type PageTree } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import { AUTHOR_NAMES, findAuthor } from "./find-author";
import { DATE_NAMES, findPublished } from "./find-published";
import { findTitle, findTitleHeading } from "./find-title";

/** What a page says of its article, and what it says of the number of its comments. */
export type ArticleFacts = Pick<
  SourceArticle,
  "author" | "published" | "edited" | "publisher" | "language" | "image"
> & {
  readonly title?: string;
  readonly announced?: number;
  /** Whether the page calls itself an article. */
  readonly isArticle: boolean;
  /** Dates of comments that its JSON-LD names. */
  readonly commentDates: readonly string[];
};

const ARTICLE = /(?:Article|BlogPosting|DiscussionForumPosting|Posting|Report|Review|Question)$/u;

/**
 * Structured data first, then metadata, then what stands on the page.
 *
 * @param thread elements that belong to the thread, and say nothing of the article
 */
export function findArticle(page: SavedPage, thread: readonly Element[]): ArticleFacts {
  const { tree, url } = page;
  const objects = listJsonLd(tree);
  const own = chooseOwn(objects, url);
  const meta = readMetadata(tree);
  const comments = objects.filter((each) => typesOf(each).includes("Comment"));
  const language = readLanguage(languageOf(tree, own, first(meta)));
  const publisher = oneLine(jsonText(own.publisher) ?? first(meta)("og:site_name"));
  const host = url === undefined ? undefined : new URL(url).host.replace(/^www\.|\.\w+$/gu, "");
  const titles = [jsonText(own.headline), ...TITLE_NAMES.map(first(meta))].map(oneLine);
  const title = findTitle(tree, titles, [publisher, host]);
  const heading = findTitleHeading(tree, title);
  const isOther = knowOthers(tree, thread, heading);
  const dates = [jsonText(own.datePublished), ...DATE_NAMES.map(first(meta))];
  const published = findPublished(page, dates, isOther, heading);
  const names = AUTHOR_NAMES.map((name) => meta.get(name) ?? []).find((each) => each.some(isWord)) ?? [];
  const about = { ...(publisher && { site: publisher }), ...(heading && { title: heading }) };
  const author = findAuthor(page, own, names.filter(isWord), isOther, about);
  const image = imageOf(own, objects, url);
  const announced = [own.commentCount, first(meta)("commentcount")]
    .map((each) => jsonText(each))
    .find(isCount);
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(published && { published }),
    ...(publisher && { publisher }),
    ...(language && { language }),
    ...(image && { image }),
    ...(announced !== undefined && { announced: Number(announced) }),
    isArticle:
      Object.keys(own).length > 0 ||
      first(meta)("og:type") === "article" ||
      meta.has("article:published_time") ||
      tree.elements.some(({ properties }) => ARTICLE.test(String(properties.itemType ?? ""))) ||
      hasLongText(tree),
    commentDates: comments.flatMap(
      (each) => readDate(jsonText(each.dateCreated ?? each.datePublished) ?? "", undefined) ?? [],
    ),
  };
}

/** In characters of paragraphs side by side: a list of teasers has each in a place of its own. */
const LONG_TEXT = 600;

/** In characters: shorter ones are labels. */
const PARAGRAPH = 80;

function hasLongText(tree: PageTree): boolean {
  const lengths = new Map<Element, number>();
  for (const paragraph of tree.withTag("p")) {
    const parent = tree.parentOf(paragraph);
    const { length } = lineOf(paragraph);
    if (parent && length >= PARAGRAPH) lengths.set(parent, (lengths.get(parent) ?? 0) + length);
  }
  return [...lengths.values()].some((length) => length >= LONG_TEXT);
}

/** Some systems escape what they write into JSON, and into attributes, once more. */
function oneLine(text: string | undefined): string | undefined {
  return text && (decodeReferences(text).replace(/\s+/gu, " ").trim() || undefined);
}

/** Tells what stands in the thread, or beside the article: whatever is called so and does not hold the title. */
function knowOthers(
  tree: PageTree,
  thread: readonly Element[],
  heading: Element | undefined,
): (element: Element) => boolean {
  const others = new Set(thread);
  const isBeside = (around: Element) =>
    isAside(around) && (heading === undefined || !tree.contains(around, heading));
  return (element) => tree.closest(element, (around) => others.has(around) || isBeside(around)) !== undefined;
}

function isAside(element: Element): boolean {
  const { tagName, properties } = element;
  const name = `${properties.id ?? ""} ${String(properties.className ?? "")}`;
  const isUnmarked = tagName === "aside" && findFirst(element, isMarked) === undefined;
  return isUnmarked || tagName === "nav" || OTHERS.test(name);
}

const OTHERS = /comment|repl(?:y|ies)|respon[ds]|related|sidebar|recommend/iu;

/** Some set the line that names author and date apart, and mark it for machines. */
function isMarked(element: Element): boolean {
  return propertiesOf(element).some((name) => name === "author" || name === "datePublished");
}

const TITLE_NAMES = ["og:title", "twitter:title", "dc.title"];

/** Of several articles that a page describes, the one that it says it is. */
function chooseOwn(objects: readonly JsonObject[], url: string | undefined): JsonObject {
  const articles = objects.filter((each) => typesOf(each).some((type) => ARTICLE.test(type)));
  const isOwn = ({ url: own, mainEntityOfPage, "@id": id }: JsonObject) =>
    [own, mainEntityOfPage, id].some((each) => isSameAddress(addressIn(each), url));
  return articles.find(isOwn) ?? articles[0] ?? {};
}

function addressIn(value: unknown): string | undefined {
  return isObject(value) ? jsonText(value["@id"] ?? value.url) : jsonText(value);
}

function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || !URL.canParse(one)) return false;
  return threadAddress(one) === threadAddress(other);
}

function isWord(text: string): boolean {
  return !/^https?:/u.test(text);
}

function isCount(value: string | undefined): boolean {
  return value !== undefined && /^\d{1,6}$/u.test(value);
}

type Metadata = ReadonlyMap<string, readonly string[]>;

function first(meta: Metadata): (name: string) => string | undefined {
  return (name) => meta.get(name)?.[0];
}

/** By `name` or `property`, in lower case; all of each in their order. */
function readMetadata(tree: PageTree): Metadata {
  const meta = new Map<string, string[]>();
  for (const each of tree.withTag("meta")) {
    const names = [attribute(each, "property"), attribute(each, "name"), attribute(each, "httpEquiv")];
    const content = attribute(each, "content")?.trim();
    for (const name of names) {
      const key = name?.toLowerCase();
      if (key && content) meta.set(key, [...(meta.get(key) ?? []), content]);
    }
  }
  return meta;
}

function languageOf(tree: PageTree, own: JsonObject, meta: (name: string) => string | undefined): string {
  const [html] = tree.withTag("html");
  const local = meta("og:locale")?.replace("_", "-");
  return (
    [html && attribute(html, "lang"), jsonText(own.inLanguage), meta("content-language"), local].find(
      (each) => each !== undefined && readLanguage(each) !== undefined,
    ) ?? ""
  );
}

/** Only a picture whose credit is stated: a credit is never made up. */
function imageOf(
  own: JsonObject,
  objects: readonly JsonObject[],
  url: string | undefined,
): SourceArticle["image"] {
  const listed = Array.isArray(own.image) ? own.image : [own.image];
  const [inline] = listed;
  const id = isObject(inline) ? inline["@id"] : undefined;
  const picture = [inline, ...objects.filter((each) => id !== undefined && each["@id"] === id)].findLast(
    isObject,
  );
  if (picture === undefined) return undefined;
  const credit =
    jsonText(picture.creditText) ?? jsonText(picture.copyrightNotice) ?? jsonText(picture.creator);
  const alt = jsonText(picture.caption) ?? jsonText(picture.description) ?? "";
  const address = resolve(jsonText(picture.contentUrl ?? picture.url), url);
  return credit === undefined ? undefined : { credit, alt, ...(address && { address }) };
}
