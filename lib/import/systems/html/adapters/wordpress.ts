import type { Element, ElementContent } from "hast";
import { attribute, hasClass } from "../../../conversion/hast";
import type { SourceParent } from "../../../model";
import { readByline } from "../article/find-author";
import { dateOf, readDate } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import {
  classesOf,
  type ElementTest,
  findFirst,
  lineOf,
  ofClass,
  type PageTree,
  withoutElements,
} from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/**
 * WordPress: the comment list of its core (`Walker_Comment`), which most themes keep: `li#comment-12.depth-2`, replies in
 * `.children`. Below the depth that a site allows, replies stand as neighbours of what they answer.
 */
export const wordpress: ThreadAdapter = { name: "WordPress", read: readComments };

function readComments(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const items = findItems(tree);
  if (items.length === 0) return undefined;
  const known = new Set(items);
  const deepest = items.reduce((most, item) => Math.max(most, depthOf(item)), 1);
  const cap = deepest > 1 && isCapped(tree, items, deepest) ? deepest : Number.POSITIVE_INFINITY;
  const isNested = deepest > 1 || items.some((item) => findEnclosing(tree, item, known));
  const posts = items.map((item) => readItem(item, page, { known, isNested, cap }));
  const announced = announcedOf(tree);
  return {
    posts,
    cut: items,
    ...(announced !== undefined && { announced }),
  };
}

/** The element that stands for a comment: with its number as id, and a class of the core, or an item of its list. */
function findItems(tree: PageTree): Element[] {
  if (
    tree.withClass("field-name-comment-body").length + tree.withClass("field--name-comment-body").length >
    0
  )
    return [];
  const all = tree.elements.filter(
    (each) => idOf(each) !== undefined && isOfCore(tree, each) && findFirst(each, isPart) !== undefined,
  );
  const known = new Map(all.map((each) => [each, idOf(each)]));
  return all.filter((each) => {
    const around = findEnclosing(tree, each, known);
    return around === undefined || known.get(around) !== known.get(each);
  });
}

function isOfCore(tree: PageTree, element: Element): boolean {
  const isNamed = classesOf(element).some((name) => CORE.test(name));
  const list = tree.parentOf(element);
  return isNamed || (element.tagName === "li" && list !== undefined && isList(list));
}

const CORE = /^(?:comment|pingback|trackback|depth-\d+|wpd-comment)$/u;

/** The lists of themes before 2008 say no more of their items than where they stand. */
function isList(list: Element): boolean {
  return /comment/u.test(`${attribute(list, "id") ?? ""} ${classesOf(list).join(" ")}`);
}

function isPart(element: Element): boolean {
  return element.tagName === "cite" || hasClass(element, "fn", "url", "comment-author", ...BODY);
}

/** `comment-12`, or what the plugin wpDiscuz writes around it. */
function idOf(element: Element): string | undefined {
  const match = /^(?:(?:li-|div-)?comment-(\d+)|wpd-comm-(\d+)_\d+)$/u.exec(attribute(element, "id") ?? "");
  return match?.[1] ?? match?.[2];
}

function depthOf(element: Element): number {
  const [, digits] =
    classesOf(element)
      .map((name) => /^(?:depth-|wpd_comment_level-)(\d+)$/u.exec(name))
      .find(Boolean) ?? [];
  return Number(digits ?? 1);
}

/** On the last level that a site allows no comment has a link to answer it, or the level is the core's usual last one. */
function isCapped(tree: PageTree, items: readonly Element[], deepest: number): boolean {
  const links = tree.withClass("comment-reply-link");
  const isOpen = links.some((link) => !tree.closest(link, ofClass(`depth-${deepest}`)));
  const isAnswered = items
    .filter((item) => depthOf(item) === deepest)
    .some((item) => links.some((link) => tree.contains(item, link)));
  return isAnswered ? false : isOpen || deepest >= USUAL_DEPTH;
}

/** `thread_comments_depth` of a new site. */
const USUAL_DEPTH = 5;

type Scene = {
  readonly known: ReadonlySet<Element>;
  /** Whether the list sets replies under what they answer. */
  readonly isNested: boolean;
  readonly cap: number;
};

function readItem(item: Element, page: SavedPage, { known, isNested, cap }: Scene): PagePost {
  const id = idOf(item) ?? "";
  const isClosed: ElementTest = (each) => known.has(each) || hasClass(each, "children");
  const parent = parentOf(item, page.tree, { known, isNested, cap }, isClosed);
  const label = labelOf(item);
  const person = personOf(item, isClosed, page);
  const published = dateOf(findDate(item, id, isClosed), page.timeZone);
  const url = page.url && resolve(`#comment-${id}`, page.url);
  return {
    id,
    ...(person && { author: { ...person, ...(label && { label }) } }),
    ...(published && { published }),
    ...(parent && { parent }),
    content: contentOf(item, isClosed),
    ...(url && { url }),
  };
}

/** wpDiscuz links the comment that is answered; else it is the one around. */
function parentOf(
  item: Element,
  tree: PageTree,
  { known, isNested, cap }: Scene,
  isClosed: ElementTest,
): SourceParent | undefined {
  const note = findFirst(item, ofClass("wpd-reply-to"), isClosed);
  const link = note && findFirst(note, ({ tagName }) => tagName === "a");
  const [, stated] = /#comment-(\d+)$/u.exec((link && attribute(link, "href")) ?? "") ?? [];
  if (stated !== undefined) return { kind: "post", id: stated, basis: "explicit" };
  const around = findEnclosing(tree, item, known);
  return around || isNested ? nestedIn(around && idOf(around), depthOf(item) >= cap) : undefined;
}

function labelOf(item: Element): string | undefined {
  return ["pingback", "trackback"].find((name) => hasClass(item, name));
}

const DATES = [
  ...["comment-metadata", "wpd-comment-date", "comment-date", "comment_date", "comment-time"],
  ...["comment-meta", "comment_meta", "commentmetadata"],
];

/** By its class; else the first `time`, or the comment's link to itself, or what is set small. */
function findDate(item: Element, id: string, isClosed: ElementTest): Element | undefined {
  const isOwnLink = (each: Element) => (attribute(each, "href") ?? "").endsWith(`#comment-${id}`);
  const tests: ElementTest[] = [
    ...DATES.map((name) => ofClass(name)),
    ({ tagName }) => tagName === "time",
    (each) => isOwnLink(each) && readDate(lineOf(each), undefined) !== undefined,
    ({ tagName }) => tagName === "small",
    (each) => each.tagName === "cite" && readDate(lineOf(each), undefined) !== undefined,
  ];
  return tests
    .map((test) =>
      findFirst(
        item,
        (each) => test(each) && isDated(each),
        (each) => isClosed(each) || isText(each),
      ),
    )
    .find((each) => each !== undefined);
}

function isDated(element: Element): boolean {
  return dateOf(element, undefined) !== undefined;
}

function findNamed(item: Element, isClosed: ElementTest): Element | undefined {
  const find = (test: ElementTest) => findFirst(item, test, (each) => isClosed(each) || isText(each));
  return (
    find((each) => hasClass(each, "fn") && lineOf(each) !== "") ??
    find((each) => hasClass(each, ...AUTHORS) && lineOf(each) !== "") ??
    find(({ tagName }) => tagName === "cite")
  );
}

function personOf(item: Element, isClosed: ElementTest, { url: base }: SavedPage) {
  const find = (test: ElementTest) => findFirst(item, test, (each) => isClosed(each) || isText(each));
  const named = findNamed(item, isClosed);
  const link = find((each) => each.tagName === "a" && (hasClass(each, "url") || isOfAuthor(each)));
  const name = nameIn(named ?? link);
  const url = resolve(link && attribute(link, "href"), base);
  return name === "" ? undefined : { name, ...(url && { url }) };
}

const AUTHORS = [
  "woocommerce-review__author",
  "wpd-comment-author",
  "comment-author",
  "comment-author-link",
  "comment_author",
  "author",
];

function isOfAuthor({ properties: { rel } }: Element): boolean {
  return Array.isArray(rel) && rel.includes("external") && rel.includes("nofollow");
}

/** The name alone, without the words and the date that some themes write into the same line. */
function nameIn(element: Element | undefined): string {
  if (element === undefined) return "";
  const inner = findFirst(
    element,
    (each) =>
      (each.tagName === "cite" || each.tagName === "strong" || hasClass(each, "fn", "url")) &&
      lineOf(each) !== "",
  );
  const words = lineOf(inner ?? element)
    .replace(/\s*(?:says|said|wrote|a dit|dit|a écrit|écrit)\s*:?$/iu, "")
    .replace(/^(?:comment by|commentaire (?:de|par)|posted by)\s+/iu, "");
  return hasClass(inner ?? element, "fn") ? words : (readByline(words) ?? words);
}

const BODY = [
  ...["comment-content", "comment_content", "comment-text", "comment_text", "commenttext", "comment-txt"],
  ...[
    "wpd-comment-text",
    "comment-entry",
    "comment-copy",
    "comment-message",
    "comment-body-text",
    "comment-body",
  ],
];
const TEXT = [...BODY.slice(0, -1), "entry-content", "format_text"];

/** Some themes call by such a name what is around the head as well. */
function isText(element: Element): boolean {
  return hasClass(element, ...TEXT) && findFirst(element, isHeading) === undefined;
}

/** The text by its class; in older lists, what is left of the body, or of the item, without its furniture. */
function contentOf(item: Element, isClosed: ElementTest): ElementContent[] {
  const marked = findFirst(item, isText, isClosed);
  if (marked) return withoutElements(marked.children, isFurniture);
  const body = findFirst(item, ofClass("comment-body"), isClosed) ?? item;
  const named = findNamed(item, isClosed);
  const isOther = (child: Element) =>
    isClosed(child) || child === named || isFurniture(child) || isHeading(child);
  return withoutElements(body.children, isOther).filter(
    (child) => child.type !== "text" || !SAYS.test(child.value),
  );
}

/** What stands between a name and what it says. */
const SAYS = /^\s*(?:(?:says|said|wrote|a dit|dit|a écrit)\s*:?|:)\s*$/iu;

function isFurniture(child: Element): boolean {
  return (
    hasClass(
      child,
      "reply",
      "comment-reply-link",
      "comment-awaiting-moderation",
      "edit-link",
      "sharedaddy",
    ) ||
    hasClass(
      child,
      "comment-edit-link",
      "comment-util",
      "comment-likes",
      "comment-reply",
      "comment-actions",
    ) ||
    ["form", "button", "script", "style"].includes(child.tagName)
  );
}

function isHeading(child: Element): boolean {
  return (
    child.tagName === "footer" ||
    (hasClass(child, "meta") && isDated(child)) ||
    hasClass(child, "comment-avatar", "avatar", "gravatar", "vcard", "fn", "says", ...AUTHORS, ...DATES)
  );
}

/** "12 thoughts on …", above the list. */
function announcedOf(tree: PageTree): number | undefined {
  const [title] = [...tree.withClass("comments-title"), ...tree.withClass("comments-heading")];
  const place = title ?? tree.withId("comments-title");
  const [, digits] = /^\s*(\d[\d\s,.]*)\s/u.exec(lineOf(place)) ?? [];
  return digits === undefined ? undefined : numberIn(digits);
}
