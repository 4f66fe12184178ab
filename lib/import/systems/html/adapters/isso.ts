import type { Element } from "hast";
import { attribute, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { findEnclosing, nestedIn, numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { Gap, PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** Isso's widget as it stands in a saved page: `div.isso-comment#isso-12`, replies in `.isso-follow-up`, one level deep. */
export const isso: ThreadAdapter = { name: "Isso", read: readWidget };

function readWidget(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const blocks = tree.withClass("isso-comment").filter((each) => idOf(each) !== "");
  if (blocks.length === 0) return undefined;
  const known = new Set(blocks);
  const section = tree.withId("isso-thread");
  const heading = section && findFirst(section, ofClass("isso-thread-heading", "isso-comment-heading"));
  const announced = heading && numberIn(lineOf(heading));
  const isCut =
    tree.withClass("isso-load-hidden").length > 0 || tree.withClass("isso-comment-loader").length > 0;
  return {
    posts: blocks.map((block) => readBlock(block, page, known)),
    cut: section ? [section] : blocks,
    ...(announced !== undefined && { announced }),
    ...(isCut && { gaps: ["button"] satisfies Gap[] }),
  };
}

function idOf(block: Element): string {
  return /^isso-(\d+)$/u.exec(attribute(block, "id") ?? "")?.[1] ?? "";
}

/** Answers to answers stand on the same level: the uppermost one is all that is known. */
function readBlock(block: Element, page: SavedPage, known: ReadonlySet<Element>): PagePost {
  const id = idOf(block);
  const isClosed = (each: Element) => hasClass(each, "isso-follow-up");
  const text = findFirst(block, ofClass("isso-text"), isClosed);
  const name = lineOf(findFirst(block, ofClass("isso-author"), isClosed));
  const published = dateOf(
    findFirst(block, ({ tagName }) => tagName === "time", isClosed),
    page.timeZone,
  );
  const above = findEnclosing(page.tree, block, known);
  const url = resolve(`#isso-${id}`, page.url);
  const isGone = findFirst(block, ofClass("isso-note"), isClosed) !== undefined && lineOf(text) === "";
  return {
    id,
    ...(name && { author: { name } }),
    ...(published && { published }),
    parent: nestedIn(above && idOf(above), above !== undefined),
    content: (text?.children ?? []).filter((child) => lineOf(child) !== "" || child.type === "element"),
    ...(isGone && { state: { kind: "hidden", reason: "deleted" } }),
    ...(url && { url }),
  };
}
