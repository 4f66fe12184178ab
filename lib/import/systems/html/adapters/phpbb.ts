import type { Element, ElementContent } from "hast";
import { element } from "../../../../text/markdown/display/nodes";
import { attribute, findElements, hasClass } from "../../../conversion/hast";
import { listAttachments } from "../page/attachments";
import { dateOf, readDate } from "../page/dates";
import { numberIn } from "../page/nesting";
import { pageNumber, resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** phpBB 3, prosilver and its like: `div.post#p91`, `p.author`, `div.content`. */
export const phpbb: ThreadAdapter = { name: "phpBB", read: readTopic };

function readTopic(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const blocks = tree
    .withClass("post")
    .filter((each) => /^p\d+$/u.test(attribute(each, "id") ?? "") && findBody(each) !== undefined);
  if (blocks.length === 0) return undefined;
  const [title] = [...tree.withClass("topic-title"), ...tree.withTag("h2")];
  const topic = topicOf(page);
  const isFirst = page.url === undefined || pageNumber(page.url) === 1;
  const posts = blocks.map((block, index) => readPost(block, isFirst && index === 0, page));
  const count = tree
    .withClass("pagination")
    .map((each) => /(\d[\d\s.,]*)\s+(?:posts?|messages?)/iu.exec(lineOf(each))?.[1])
    .find(Boolean);
  const announced = count === undefined ? undefined : numberIn(count);
  return {
    ...(topic && { key: `t=${topic}` }),
    opensWithPost: true,
    posts,
    cut: blocks,
    article: { ...(title && { title: lineOf(title) }) },
    ...(announced !== undefined && announced > 0 && { announced: announced - 1 }),
  };
}

function topicOf({ tree, url }: SavedPage): string | undefined {
  const heading = tree.withClass("topic-title")[0] ?? tree.withTag("h2")[0];
  const link = heading && findFirst(heading, ({ tagName }) => tagName === "a");
  const written = [url, link && attribute(link, "href")];
  return written
    .map((each) => /[?&]t=(\d+)|-t(\d+)\.html/u.exec(each ?? ""))
    .map((match) => match?.[1] ?? match?.[2])
    .find(Boolean);
}

function findBody(block: Element): Element | undefined {
  return findFirst(block, ofClass("content"));
}

function readPost(block: Element, isOpening: boolean, page: SavedPage): PagePost {
  const body = findBody(block);
  const id = (attribute(block, "id") ?? "").slice(1);
  const find = (test: (each: Element) => boolean) => findFirst(block, test, (each) => each === body);
  const head = findFirst(block, (each) => hasClass(each, "author") && each.tagName === "p");
  const person =
    find(ofClass("username", "username-coloured")) ??
    (head && findFirst(head, ({ tagName }) => tagName === "strong"));
  const published =
    head && (dateOf(head, page.timeZone) ?? readDate(lineOf(head).replace(/^.*?»\s*/u, ""), page.timeZone));
  const notice = find(ofClass("notice"));
  const name = lineOf(person);
  const url = page.url && resolve(`#p${id}`, page.url);
  return {
    id,
    isOpening,
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(notice &&
      /edit|modifi/iu.test(lineOf(notice)) && { edited: dateOf(notice, page.timeZone) ?? "unknown" }),
    quotes: listQuotes(body),
    content: [...(body?.children ?? []).map(setApart), ...listFiles(block, body)],
    ...(url && { url }),
    sourceId: id,
  };
}

/** Files that the text does not show in its own place. */
function listFiles(block: Element, body: Element | undefined): ElementContent[] {
  const isInText = body !== undefined && findFirst(body, isFiles) !== undefined;
  return isInText ? [] : listAttachments(block, isFiles);
}

const isFiles = ofClass("attachbox");

/** Whom a quotation quotes stands on a line of its own. */
function setApart(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  const children = node.children.map(setApart);
  return node.tagName === "cite" ? element("p", {}, children) : { ...node, children };
}

/** `<cite><a href="./viewtopic.php?p=91#p91" data-post-id="91">`. */
function listQuotes(body: Element | undefined): string[] {
  const cites = body ? findElements(body, ({ tagName }) => tagName === "cite") : [];
  return cites.flatMap((cite) => {
    const link = findFirst(cite, ({ tagName }) => tagName === "a");
    return (
      (link && (attribute(link, "dataPostId") ?? /#p(\d+)$/u.exec(attribute(link, "href") ?? "")?.[1])) || []
    );
  });
}
