import type { Element } from "hast";
import { attribute, hasClass } from "../../../conversion/hast";
import type { SourceMoment } from "../../../model";
import { dateOf, readDate } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { Gap, PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** Lemmy's own interface: `li.comment > article#comment-12.comment-node`, replies in the list behind it. */
export const lemmy: ThreadAdapter = { name: "Lemmy", read: readPost };

function readPost(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const nodes = tree.elements.filter((each) => hasClass(each, "comment-node") && idOf(each) !== "");
  if (nodes.length === 0) return undefined;
  const items = new Map(
    nodes.flatMap((node) => {
      const item = tree.closest(node, ofClass("comment"));
      return item ? [[item, node] as const] : [];
    }),
  );
  const [, key] = /\/post\/(\d+)/u.exec(page.url ?? "") ?? [];
  const listing = tree.withClass("post-listing")[0] ?? tree.withClass("post")[0];
  const title = tree.withTag("h1")[0] ?? (listing && findFirst(listing, ofClass("post-title", "h5")));
  const author = lineOf(listing && findFirst(listing, ofClass("person-listing")));
  const published = dateOf(
    listing && findFirst(listing, ofClass("moment-time", "unselectable")),
    page.timeZone,
  );
  const body = tree.withId("postContent") ?? (listing && findFirst(listing, ofClass("md-div")));
  const count =
    listing &&
    findFirst(
      listing,
      (each) =>
        each.tagName === "a" &&
        /comment/iu.test(attribute(each, "title") ?? attribute(each, "dataTippyContent") ?? ""),
    );
  const announced = count && numberIn(attribute(count, "title") ?? lineOf(count));
  // Of a comment that is folded the page holds its head alone.
  const held = nodes.filter((node) => findText(node) !== undefined);
  const absent = nodes.filter((node) => findText(node) === undefined).map((node) => ({ id: idOf(node) }));
  const gaps: Gap[] = [
    ...(tree.elements.some(isMore) ? (["button"] as const) : []),
    ...(absent.length > 0 ? (["collapsed"] as const) : []),
  ];
  return {
    ...(key && { key: `post/${key}` }),
    posts: held.map((node) => readNode(node, page, items)),
    absent,
    cut: [...items.keys()],
    article: {
      ...(title && { title: lineOf(title) }),
      ...(author && { author: { name: author } }),
      ...(published && { published }),
      ...(body && { content: body.children }),
    },
    ...(announced !== undefined && { announced }),
    ...(gaps.length > 0 && { gaps }),
  };
}

function isMore(each: Element): boolean {
  return ["button", "a"].includes(each.tagName) && /^\d+ more repl/iu.test(lineOf(each));
}

function idOf(node: Element): string {
  return /^comment-(\d+)$/u.exec(attribute(node, "id") ?? "")?.[1] ?? "";
}

function findText(node: Element): Element | undefined {
  return findFirst(node, ofClass("comment-content", "md-div"), (each) => hasClass(each, "comments"));
}

/** "Created: …", and some lines below it "Modified …". */
function editedIn(words: string, timeZone: string | undefined): SourceMoment | undefined {
  const [, ...later] = words.split(/\n+/u).filter((line) => line.trim() !== "");
  return later.length === 1 ? readDate(later[0] ?? "", timeZone) : undefined;
}

/** What the interface writes in the place of a text that is gone, slanted. */
function isRemoved(text: Element): boolean {
  const isNotice = /^\*?(?:deleted|removed)(?: by (?:creator|mod|admin))?\*?$/iu.test(lineOf(text));
  const isSlanted =
    hasClass(text, "fst-italic", "text-muted") ||
    findFirst(text, ({ tagName }) => tagName === "em") !== undefined;
  return isNotice && isSlanted;
}

function readNode(node: Element, page: SavedPage, items: ReadonlyMap<Element, Element>): PagePost {
  const id = idOf(node);
  const text = findText(node);
  const person = findFirst(node, ofClass("person-listing"));
  const time = findFirst(node, ofClass("moment-time", "unselectable"));
  const published = dateOf(time, page.timeZone);
  const edited = editedIn((time && attribute(time, "dataTippyContent")) ?? "", page.timeZone);
  const own = page.tree.closest(node, ofClass("comment"));
  const above = own && findEnclosing(page.tree, own, items);
  const parent = above && items.get(above);
  const name = lineOf(person);
  const isGone = isRemoved(text ?? node);
  const url = resolve(`/comment/${id}`, page.url);
  return {
    id,
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(edited && { edited }),
    parent: nestedIn(parent && idOf(parent)),
    content: text?.children ?? [],
    ...(isGone && { state: { kind: "hidden", reason: "deleted" } }),
    ...(url && { url }),
  };
}
