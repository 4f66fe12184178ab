import type { Element } from "hast";
import { attribute, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass, type PageTree } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { Gap, PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** Remark42's widget, in its frame: `article.comment#remark42__comment-UUID`, in threads (`.thread`) inside one another. */
export const remark42: ThreadAdapter = { name: "Remark42", read: readWidget };

const ID = /^remark42__comment-([\w-]+)$/u;

function readWidget(page: SavedPage): PageThread | undefined {
  for (const { tree, element } of [{ tree: page.tree, element: undefined }, ...page.frames]) {
    const blocks = tree?.elements.filter((each) => idOf(each) !== "") ?? [];
    if (tree === undefined || blocks.every(({ children }) => children.length === 0)) continue;
    return readBlocks(tree, blocks, page, element);
  }
  return undefined;
}

function readBlocks(
  tree: PageTree,
  blocks: readonly Element[],
  page: SavedPage,
  frame: Element | undefined,
): PageThread {
  const threads = new Map(
    blocks.flatMap((block) => {
      const thread = tree.closest(block, ofClass("thread"));
      return thread ? [[thread, block] as const] : [];
    }),
  );
  const [count] = tree.withClass("root__comments-count").concat(tree.withClass("comments-count"));
  const announced = count && numberIn(lineOf(count));
  const isCut = tree.withClass("more-comments").length > 0 || tree.withClass("root__show-more").length > 0;
  const isFolded = tree.withClass("thread_collapsed").length > 0;
  const gaps: Gap[] = [
    ...(isCut ? (["button"] as const) : []),
    ...(isFolded ? (["collapsed"] as const) : []),
  ];
  // What was not on the screen has its place, and nothing in it.
  const held = blocks.filter((block) => block.children.length > 0);
  const absent = blocks.filter((block) => block.children.length === 0).map((block) => ({ id: idOf(block) }));
  return {
    posts: held.map((block) => readBlock(block, tree, page, threads)),
    absent,
    cut: frame ? [frame] : blocks,
    ...(announced !== undefined && { announced }),
    ...(gaps.length > 0 && { gaps }),
  };
}

function idOf(block: Element): string {
  return ID.exec(attribute(block, "id") ?? "")?.[1] ?? "";
}

/** The arrow beside the date of an answer leads to what it answers. */
const PARENT = /#remark42__comment-([\w-]+)$/u;

const DELETED = /^(?:this comment was deleted|ce commentaire a été supprimé)\.?$/iu;

function readBlock(
  block: Element,
  tree: PageTree,
  page: SavedPage,
  threads: ReadonlyMap<Element, Element>,
): PagePost {
  const id = idOf(block);
  const text = findFirst(block, ofClass("comment__text"));
  const name = lineOf(findFirst(block, ofClass("comment__username")));
  const published = dateOf(findFirst(block, ofClass("comment__time")), page.timeZone);
  const own = tree.closest(block, ofClass("thread"));
  const above = own && findEnclosing(tree, own, threads);
  const parent = above && threads.get(above);
  const url = resolve(`#remark42__comment-${id}`, page.url);
  const stated = findFirst(
    block,
    (each) => !hasClass(each, "comment__time") && PARENT.test(attribute(each, "href") ?? ""),
    ofClass("comment__text"),
  );
  const [, answered] = PARENT.exec((stated && attribute(stated, "href")) ?? "") ?? [];
  const isGone = hasClass(block, "comment_deleted") || text === undefined || DELETED.test(lineOf(text));
  return {
    id,
    ...(name && { author: { name } }),
    ...(published && { published }),
    parent: answered ? { kind: "post", id: answered, basis: "explicit" } : nestedIn(parent && idOf(parent)),
    content: text?.children ?? [],
    ...(isGone && { state: { kind: "hidden", reason: "deleted" } }),
    ...(url && { url }),
  };
}
