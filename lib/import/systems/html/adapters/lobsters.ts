import type { Element } from "hast";
import { element } from "../../../../text/markdown/display/nodes";
import { attribute, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** Lobsters: `li.comments_subtree` inside one another, each with `div.comment#c_abc123[data-shortid]`. */
export const lobsters: ThreadAdapter = { name: "Lobsters", read: readStory };

function readStory(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const blocks = tree
    .withClass("comment")
    .filter((each) => idOf(each) !== "" && findFirst(each, ofClass("comment_text")));
  if (blocks.length === 0) return undefined;
  const subtrees = new Map(
    blocks.flatMap((block) => {
      const subtree = tree.closest(block, ofClass("comments_subtree"));
      return subtree ? [[subtree, block] as const] : [];
    }),
  );
  const posts = blocks.map((block) => readComment(block, page, subtrees));
  const story = tree.withClass("story").find((each) => findFirst(each, ofClass("u-url", "link")));
  const link = story && findFirst(story, (each) => hasClass(each, "u-url") && each.tagName === "a");
  const byline = story && findFirst(story, ofClass("byline"));
  const label = byline && findFirst(byline, ofClass("comments_label"));
  const announced = label && numberIn(lineOf(label));
  const [, key] = /\/s\/(\w+)/u.exec(page.url ?? "") ?? [];
  const author = lineOf(byline && findFirst(byline, ofClass("u-author", "h-card")));
  const published = dateOf(
    byline && findFirst(byline, ({ tagName, properties }) => tagName === "time" || "title" in properties),
    page.timeZone,
  );
  const [text] = tree.withClass("story_text");
  const content = [...(link ? [element("p", {}, [link])] : []), ...(text?.children ?? [])];
  return {
    ...(key && { key: `s/${key}` }),
    posts,
    cut: [...subtrees.keys()],
    article: {
      ...(link && { title: lineOf(link) }),
      ...(author && { author: { name: author } }),
      ...(published && { published }),
      ...(content.length > 0 && { content }),
    },
    ...(announced !== undefined && { announced }),
  };
}

function idOf(block: Element): string {
  return attribute(block, "dataShortid") ?? /^c_(\w+)$/u.exec(attribute(block, "id") ?? "")?.[1] ?? "";
}

function readComment(block: Element, page: SavedPage, subtrees: ReadonlyMap<Element, Element>): PagePost {
  const id = idOf(block);
  const text = findFirst(block, ofClass("comment_text"));
  const byline = findFirst(block, ofClass("byline"));
  const person =
    byline &&
    findFirst(
      byline,
      (each) =>
        each.tagName === "a" && /\/(?:u|~)[/\w]/u.test(attribute(each, "href") ?? "") && lineOf(each) !== "",
    );
  const shown = dateOf(
    byline &&
      findFirst(
        byline,
        ({ tagName, properties }) => tagName === "time" || (tagName === "span" && "title" in properties),
      ),
    page.timeZone,
  );
  const isEdited = byline !== undefined && /\bedited\b/u.test(lineOf(byline));
  const own = page.tree.closest(block, ofClass("comments_subtree"));
  const above = own && findEnclosing(page.tree, own, subtrees);
  const parent = above && subtrees.get(above);
  const isGone =
    hasClass(block, "deleted", "gone") ||
    (person === undefined && /^\[?comment removed/iu.test(lineOf(text)));
  const name = lineOf(person);
  const url = resolve(`/c/${id}`, page.url);
  return {
    id,
    ...(name && { author: { name } }),
    // Of an edited comment the page shows when it was edited, and no longer when it was written.
    ...(isEdited ? { edited: shown ?? "unknown" } : shown && { published: shown }),
    parent: nestedIn(parent && idOf(parent)),
    content: text?.children ?? [],
    ...(isGone && { state: { kind: "hidden", reason: "deleted" } }),
    ...(url && { url }),
  };
}
