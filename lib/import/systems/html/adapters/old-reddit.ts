import type { Element } from "hast";
import { element } from "../../../../text/markdown/display/nodes";
import { attribute, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { Gap, PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** Old Reddit: `.thing.comment[data-fullname="t1_abc"]` inside one another; `.morechildren` is what it did not load. */
export const oldReddit: ThreadAdapter = { name: "old Reddit", read: readPost };

function readPost(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const things = tree
    .withClass("thing")
    .filter((each) => hasClass(each, "comment") && !hasClass(each, "morechildren") && nameOf(each) !== "");
  const link = tree.withClass("thing").find((each) => hasClass(each, "link"));
  if (things.length === 0 || (link === undefined && tree.withClass("commentarea").length === 0))
    return undefined;
  const known = new Set(things);
  const title = link && findFirst(link, (each) => hasClass(each, "title") && each.tagName === "a");
  const author = link && attribute(link, "dataAuthor");
  const published = dateOf(link && findFirst(link, ({ tagName }) => tagName === "time"), page.timeZone);
  const count =
    link && (attribute(link, "dataCommentsCount") ?? lineOf(findFirst(link, ofClass("comments"))));
  const announced = count === undefined ? undefined : numberIn(count);
  const more = tree.withClass("morechildren").length + tree.withClass("deepthread").length;
  const text = link && findFirst(link, ofClass("usertext-body"));
  const content = [...(title ? [element("p", {}, [title])] : []), ...(text?.children ?? [])];
  const key = link && nameOf(link);
  return {
    ...(key && { key }),
    posts: things.map((thing) => readThing(thing, page, known)),
    cut: things,
    article: {
      ...(title && { title: lineOf(title) }),
      ...(author && { author: { name: author } }),
      ...(published && { published }),
      ...(content.length > 0 && { content }),
    },
    ...(announced !== undefined && { announced }),
    ...(more > 0 && { gaps: ["button"] satisfies Gap[] }),
  };
}

function nameOf(thing: Element): string {
  return (
    attribute(thing, "dataFullname") ?? /^thing_(t\d_\w+)$/u.exec(attribute(thing, "id") ?? "")?.[1] ?? ""
  );
}

function readThing(thing: Element, page: SavedPage, known: ReadonlySet<Element>): PagePost {
  const id = nameOf(thing);
  const isClosed = (each: Element) => hasClass(each, "child") || known.has(each);
  const text = findFirst(thing, ofClass("usertext-body"), isClosed);
  const line = findFirst(thing, ofClass("tagline"), isClosed);
  const name = attribute(thing, "dataAuthor") ?? lineOf(line && findFirst(line, ofClass("author")));
  const times = line?.children.filter((child) => child.type === "element" && child.tagName === "time") ?? [];
  const [first, last] = times;
  const published = first?.type === "element" ? dateOf(first, page.timeZone) : undefined;
  const edited =
    last?.type === "element" && hasClass(last, "edited-timestamp")
      ? (dateOf(last, page.timeZone) ?? "unknown")
      : undefined;
  const above = findEnclosing(page.tree, thing, known);
  const isGone = hasClass(thing, "deleted") || /^\[(?:deleted|removed)\]$/u.test(lineOf(text));
  const url = resolve(attribute(thing, "dataPermalink"), page.url);
  const score = line && findFirst(line, (each) => hasClass(each, "score") && hasClass(each, "unvoted"));
  const likes = Number(score && attribute(score, "title"));
  return {
    id,
    ...(name && name !== "[deleted]" && { author: { name } }),
    ...(published && { published }),
    ...(edited && { edited }),
    parent: nestedIn(above && nameOf(above)),
    content: text?.children ?? [],
    ...(isGone && {
      state: { kind: "hidden", reason: /removed/u.test(lineOf(text)) ? "hidden" : "deleted" },
    }),
    ...(Number.isInteger(likes) && likes >= 0 && { likes }),
    ...(url && { url }),
  };
}
