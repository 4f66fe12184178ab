import type { Element } from "hast";
import { readLanguage } from "../../../archive/format/values";
import { attribute } from "../../conversion/hast";
import type { SourceArticle, SourcePerson } from "../../model";
import { dateOf, readDate } from "./page/dates";
import { isObject, type JsonObject, jsonText, listJsonLd, typesOf } from "./page/json-ld";
import { resolve } from "./page/page-address";
import { findFirst, lineOf, ofClass, type PageTree, readValue } from "./page/page-tree";
import type { SavedPage } from "./page/saved-page";

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

/** Structured data first, then metadata, then what stands on the page. */
export function findArticle(page: SavedPage): ArticleFacts {
  const objects = listJsonLd(page.tree);
  const own = objects.find((each) => typesOf(each).some((type) => ARTICLE.test(type))) ?? {};
  const meta = readMetadata(page.tree);
  const comments = objects.filter((each) => typesOf(each).includes("Comment"));
  const language = readLanguage(languageOf(page.tree, own, meta));
  const published = publishedOf(page, own, meta);
  const author = authorOf(page, own, meta);
  const title = oneLine(jsonText(own.headline) ?? titleOf(page.tree, meta));
  const publisher = oneLine(jsonText(own.publisher) ?? meta.get("og:site_name"));
  const image = imageOf(own, objects, page.url);
  const announced = [own.commentCount, meta.get("commentcount")].map((each) => jsonText(each)).find(isCount);
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
      meta.get("og:type") === "article" ||
      meta.has("article:published_time") ||
      page.tree.elements.some(({ properties }) => ARTICLE.test(String(properties.itemType ?? ""))) ||
      hasLongText(page.tree),
    commentDates: comments.flatMap(
      (each) => readDate(jsonText(each.dateCreated ?? each.datePublished) ?? "", undefined) ?? [],
    ),
  };
}

/** In characters of paragraphs side by side: a list of teasers has each in a place of its own. */
const LONG_TEXT = 1000;

function hasLongText(tree: PageTree): boolean {
  const lengths = new Map<Element, number>();
  for (const paragraph of tree.withTag("p")) {
    const parent = tree.parentOf(paragraph);
    if (parent) lengths.set(parent, (lengths.get(parent) ?? 0) + lineOf(paragraph).length);
  }
  return [...lengths.values()].some((length) => length >= LONG_TEXT);
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/gu, " ").trim() || undefined;
}

function isCount(value: string | undefined): boolean {
  return value !== undefined && /^\d{1,6}$/u.test(value);
}

type Metadata = ReadonlyMap<string, string>;

/** By `name`, `property` or `itemprop`, in lower case; the first of each. */
function readMetadata(tree: PageTree): Metadata {
  const meta = new Map<string, string>();
  for (const each of tree.withTag("meta")) {
    const names = [attribute(each, "property"), attribute(each, "name"), attribute(each, "httpEquiv")];
    const content = attribute(each, "content")?.trim();
    for (const name of names) {
      const key = name?.toLowerCase();
      if (key && content && !meta.has(key)) meta.set(key, content);
    }
  }
  return meta;
}

function titleOf(tree: PageTree, meta: Metadata): string | undefined {
  const [heading] = tree.withTag("h1").filter((each) => lineOf(each) !== "");
  const named = tree.elements.find(({ properties }) => String(properties.itemProp) === "headline");
  const written = meta.get("og:title") ?? meta.get("twitter:title") ?? meta.get("dc.title");
  return readValue(named) || written || lineOf(heading) || lineOf(tree.withTag("title")[0]) || undefined;
}

function languageOf(tree: PageTree, own: JsonObject, meta: Metadata): string {
  const [html] = tree.withTag("html");
  const local = meta.get("og:locale")?.replace("_", "-");
  return (
    [html && attribute(html, "lang"), jsonText(own.inLanguage), meta.get("content-language"), local].find(
      (each) => each !== undefined && readLanguage(each) !== undefined,
    ) ?? ""
  );
}

const DATES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.created",
  "parsely-pub-date",
  "sailthru.date",
  "publication_date",
  "pubdate",
  "article.published",
  "citation_publication_date",
];

function publishedOf({ tree, timeZone }: SavedPage, own: JsonObject, meta: Metadata): string | undefined {
  const written = [jsonText(own.datePublished), ...DATES.map((name) => meta.get(name))];
  const stated = written.flatMap((each) => (each && readDate(each, timeZone)) || []);
  if (stated[0] !== undefined) return stated[0];
  const marked = tree.elements.find(
    (each) =>
      String(each.properties.itemProp) === "datePublished" ||
      ofClass("dt-published", "entry-date", "published")(each),
  );
  const [time] = tree
    .withTag("time")
    .filter((each) => "pubDate" in each.properties || isInHeader(tree, each));
  return dateOf(marked, timeZone) ?? dateOf(time, timeZone);
}

function isInHeader(tree: PageTree, element: Element): boolean {
  const header = tree.closest(element, ({ tagName }) => tagName === "header" || tagName === "article");
  return header !== undefined && findFirst(header, ({ tagName }) => tagName === "h1") !== undefined;
}

function authorOf({ tree, url }: SavedPage, own: JsonObject, meta: Metadata): SourcePerson | undefined {
  const listed = Array.isArray(own.author) ? own.author : [own.author];
  const names = listed.flatMap((each) => jsonText(isObject(each) ? each.name : each) ?? []);
  const [first] = listed;
  const address = resolve(isObject(first) ? jsonText(first.url) : undefined, url);
  if (names.length > 0)
    return { name: names.join(", "), ...(address && names.length === 1 && { url: address }) };
  const written = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"];
  const stated = written.map((name) => meta.get(name)).find((each) => each && !/^https?:/u.test(each));
  const name = stated ?? bylineOf(tree);
  return name ? { name: name.replace(/^(?:par|by)\s+/iu, "") } : undefined;
}

/** What the page marks as its author, outside of any comment. */
function bylineOf(tree: PageTree): string | undefined {
  const marked = tree.elements.find(
    (each) =>
      (String(each.properties.itemProp) === "author" ||
        String(each.properties.rel) === "author" ||
        ofClass("p-author", "byline-author", "author-name", "entry-author", "byline")(each)) &&
      !tree.closest(each, (around) =>
        /comment/iu.test(`${around.properties.id ?? ""} ${String(around.properties.className ?? "")}`),
      ),
  );
  const named =
    marked &&
    findFirst(marked, (each) => String(each.properties.itemProp) === "name" || ofClass("fn", "p-name")(each));
  const words = readValue(named ?? marked);
  return words.length > 0 && words.length < 100 ? words : undefined;
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
