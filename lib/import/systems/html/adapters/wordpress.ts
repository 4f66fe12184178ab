import type { Element, ElementContent } from "hast";
import { attribute, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { classesOf, findFirst, lineOf, ofClass, type PageTree } from "../page/page-tree";
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
  const deepest = Math.max(...items.map(depthOf));
  const cap = deepest > 1 && isCapped(tree, items, deepest) ? deepest : Number.POSITIVE_INFINITY;
  const posts = items.map((item) => readItem(item, page, { known, deepest, cap }));
  const announced = announcedOf(tree);
  return {
    posts,
    cut: items,
    ...(announced !== undefined && { announced }),
  };
}

/** The element that stands for a comment: with its number as id, and a class of the core. */
function findItems(tree: PageTree): Element[] {
  const all = tree.elements.filter(
    (each) =>
      idOf(each) !== undefined &&
      classesOf(each).some((name) => /^(?:comment|pingback|trackback|depth-\d+)$/u.test(name)) &&
      findFirst(each, ofClass("fn", "comment-author", "comment-content", "comment-body", "url")) !==
        undefined,
  );
  const seen = new Set<string>();
  return all.filter((each) => {
    const id = idOf(each) ?? "";
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

function idOf(element: Element): string | undefined {
  return /^(?:li-)?comment-(\d+)$/u.exec(attribute(element, "id") ?? "")?.[1];
}

function depthOf(element: Element): number {
  const [, digits] =
    classesOf(element)
      .map((name) => /^depth-(\d+)$/u.exec(name))
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

type Scene = { readonly known: ReadonlySet<Element>; readonly deepest: number; readonly cap: number };

function readItem(item: Element, page: SavedPage, { known, deepest, cap }: Scene): PagePost {
  const id = idOf(item) ?? "";
  const isClosed = (each: Element) => known.has(each) || hasClass(each, "children");
  const find = (...names: string[]) => findFirst(item, ofClass(...names), isClosed);
  const parent = findEnclosing(page.tree, item, known);
  const label = labelOf(item);
  const person = personOf(item, find, isClosed, page);
  const published = dateOf(
    find("comment-metadata", "comment-meta", "commentmetadata", "comment-date") ??
      findFirst(item, ({ tagName }) => tagName === "time", isClosed),
    page.timeZone,
  );
  const url = page.url && resolve(`#comment-${id}`, page.url);
  return {
    id,
    ...(person && { author: { ...person, ...(label && { label }) } }),
    ...(published && { published }),
    ...((parent || deepest > 1) && {
      parent: nestedIn(parent && idOf(parent), depthOf(item) >= cap),
    }),
    content: contentOf(item, isClosed),
    ...(url && { url }),
  };
}

function labelOf(item: Element): string | undefined {
  return ["pingback", "trackback"].find((name) => hasClass(item, name));
}

function personOf(
  item: Element,
  find: (...names: string[]) => Element | undefined,
  isClosed: (each: Element) => boolean,
  { url: base }: SavedPage,
) {
  const name = find("fn") ?? find("comment-author", "comment-author-link", "author");
  const link = findFirst(item, (each) => each.tagName === "a" && hasClass(each, "url"), isClosed);
  const words = lineOf(name ?? link).replace(/\s*(?:says|dit)\s*:?$/u, "");
  const url = resolve(link && attribute(link, "href"), base);
  return words === "" ? undefined : { name: words, ...(url && { url }) };
}

const BODY = [
  "comment-content",
  "comment_content",
  "comment-text",
  "commenttext",
  "comment-entry",
  "comment-body-text",
];

/** The text by its class; in older lists, what is left of the body without its furniture. */
function contentOf(item: Element, isClosed: (each: Element) => boolean): ElementContent[] {
  const marked = findFirst(item, ofClass(...BODY), isClosed);
  if (marked) return marked.children.filter((child) => !isFurniture(child));
  const body = findFirst(item, ofClass("comment-body"), isClosed) ?? item;
  return body.children.filter(
    (child) => child.type !== "element" || !(isClosed(child) || isFurniture(child) || isHeading(child)),
  );
}

function isFurniture(child: ElementContent): boolean {
  return (
    child.type === "element" &&
    hasClass(child, "reply", "comment-awaiting-moderation", "comment-reply-link", "edit-link", "sharedaddy")
  );
}

function isHeading(child: Element): boolean {
  return (
    child.tagName === "footer" ||
    hasClass(
      child,
      "comment-author",
      "comment-meta",
      "commentmetadata",
      "comment-metadata",
      "avatar",
      "vcard",
    )
  );
}

/** "12 thoughts on …", above the list. */
function announcedOf(tree: PageTree): number | undefined {
  const [title] = [...tree.withClass("comments-title"), ...tree.withClass("comments-heading")];
  const place = title ?? tree.withId("comments-title");
  const [, digits] = /^\s*(\d[\d\s,.]*)\s/u.exec(lineOf(place)) ?? [];
  return digits === undefined ? undefined : numberIn(digits);
}
