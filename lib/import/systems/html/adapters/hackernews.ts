import type { Element } from "hast";
import { element } from "../../../../text/markdown/display/nodes";
import { attribute, findElements, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { numberIn, parentsByDepth } from "../page/nesting";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** Hacker News: `tr.athing.comtr#123`, indented by a picture or a number (`td.ind[indent]`). */
export const hackernews: ThreadAdapter = { name: "Hacker News", read: readItem };

const SITE = "https://news.ycombinator.com";

function readItem(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const rows = tree.withClass("comtr");
  if (rows.length === 0) return undefined;
  const depths = rows.map((row) => ({ id: attribute(row, "id") ?? "", depth: depthOf(row) }));
  const parents = parentsByDepth(depths);
  const posts = rows.map((row) => readRow(row, parents, page.timeZone));
  const story = tree.withClass("athing").find((each) => !hasClass(each, "comtr"));
  const id = (story && attribute(story, "id")) ?? /[?&]id=(\d+)/u.exec(page.url ?? "")?.[1];
  return {
    ...(id && { key: `item?id=${id}` }),
    posts,
    cut: rows,
    ...readStory(page, story, id),
  };
}

function readStory(
  { tree, timeZone }: SavedPage,
  story: Element | undefined,
  id: string | undefined,
): Pick<PageThread, "article" | "announced"> {
  const line = story && findFirst(story, ofClass("titleline", "storylink", "title"));
  const link = line && (line.tagName === "a" ? line : findFirst(line, ({ tagName }) => tagName === "a"));
  const [under] = tree.withClass("subline").concat(tree.withClass("subtext"));
  const author = lineOf(under && findFirst(under, ofClass("hnuser")));
  const published = dateOf(under && findFirst(under, ofClass("age")), timeZone);
  const count =
    under &&
    findElements(under, ({ tagName }) => tagName === "a")
      .map(lineOf)
      .find((words) => /comments?$/u.test(words));
  const announced = count === undefined ? undefined : numberIn(count);
  const [text] = tree.withClass("toptext");
  const content = [
    ...(link && /^https?:/u.test(attribute(link, "href") ?? "") ? [element("p", {}, [link])] : []),
    ...(text?.children ?? []),
  ];
  return {
    article: {
      ...(link && { title: lineOf(link) }),
      ...(author && { author: { name: author } }),
      ...(published && { published }),
      ...(content.length > 0 && { content }),
      ...(id && { url: `${SITE}/item?id=${id}` }),
      publisher: "Hacker News",
    },
    ...(announced !== undefined && { announced }),
  };
}

/** A step is 40 pixels of a transparent picture. */
function depthOf(row: Element): number {
  const cell = findFirst(row, ofClass("ind"));
  const stated = cell && attribute(cell, "indent");
  if (stated !== undefined && /^\d+$/u.test(stated)) return Number(stated);
  const picture = cell && findFirst(cell, ({ tagName }) => tagName === "img");
  return Math.round(Number((picture && attribute(picture, "width")) ?? 0) / 40);
}

function readRow(
  row: Element,
  parents: ReturnType<typeof parentsByDepth>,
  timeZone: string | undefined,
): PagePost {
  const id = attribute(row, "id") ?? "";
  const text = findFirst(row, ofClass("commtext"));
  const name = lineOf(findFirst(row, ofClass("hnuser")));
  const published = dateOf(findFirst(row, ofClass("age")), timeZone);
  const parent = parents.get(id);
  const place = findFirst(row, ofClass("comment")) ?? row;
  const isGone = text === undefined || /^\[(?:deleted|flagged|dead)\]/u.test(lineOf(place));
  return {
    id,
    ...(name && { author: { name, url: `${SITE}/user?id=${encodeURIComponent(name)}` } }),
    ...(published && { published }),
    ...(parent && { parent }),
    content: (text?.children ?? []).filter((child) => child.type !== "element" || !hasClass(child, "reply")),
    ...(isGone && {
      state: { kind: "hidden", reason: /flagged|dead/u.test(lineOf(place)) ? "hidden" : "deleted" },
    }),
    url: `${SITE}/item?id=${id}`,
  };
}
