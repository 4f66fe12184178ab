import type { Element } from "hast";
import { attribute, findElements, hasClass } from "../../../conversion/hast";
import { listAttachments } from "../page/attachments";
import { dateOf } from "../page/dates";
import { numberIn } from "../page/nesting";
import { pageNumber, resolve } from "../page/page-address";
import { type ElementTest, findFirst, lineOf, ofClass, withoutElements } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** XenForo 2: `article.message#js-post-91[data-author]`, XenForo 1: `li.message#post-91`. Its `parentItem` names the thread. */
export const xenforo: ThreadAdapter = { name: "XenForo", read: readThread };

function readThread(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const messages = tree
    .withClass("message")
    .filter((each) => idOf(each) !== undefined && (findBody(each) !== undefined || isDeleted(each)));
  if (messages.length === 0) return undefined;
  const bar = tree.withClass("titleBar")[0];
  const [title] = [
    ...tree.withClass("p-title-value"),
    ...(bar ? [findFirst(bar, isHeading)] : []),
    ...tree.withTag("h1"),
  ];
  const [, key] = /\/threads\/(?:[^/]*\.)?(\d+)(?:\/|$)/u.exec(page.url ?? "") ?? [];
  const read = messages.map((message, index) => readMessage(message, index, page));
  const isFirst = page.url === undefined || pageNumber(page.url) === 1;
  const opensUncounted = isFirst && read.every(({ number }) => number === undefined);
  const posts = opensUncounted ? read.map((post, index) => ({ ...post, isOpening: index === 0 })) : read;
  return {
    ...(key && { key: `threads/${key}` }),
    opensWithPost: true,
    posts,
    cut: messages,
    article: { ...(title && { title: lineOf(title) }) },
  };
}

function idOf(message: Element): string | undefined {
  const written = [attribute(message, "dataContent"), attribute(message, "id")];
  return written.map((each) => /^(?:js-)?post-(\d+)$/u.exec(each ?? "")?.[1]).find(Boolean);
}

function findBody(message: Element): Element | undefined {
  const wrapper = findFirst(message, ofClass("message-body"));
  return findFirst(wrapper ?? message, ofClass("bbWrapper")) ?? findFirst(message, ofClass("messageText"));
}

/** Of a deleted message its place is left, and who wrote it. */
function isDeleted(message: Element): boolean {
  return hasClass(message, "message--deleted", "deleted");
}

function readMessage(message: Element, index: number, page: SavedPage): PagePost {
  const body = findBody(message);
  const id = idOf(message) ?? String(index + 1);
  const find = (test: ElementTest) => findFirst(message, test, (each) => each === body);
  const name = attribute(message, "dataAuthor") ?? lineOf(find(ofClass("username")));
  const label = lineOf(find(ofClass("userBanner")));
  const head = find(ofClass("message-attribution", "messageMeta", "messageDetails", "datePermalink"));
  const isTime: ElementTest = (each) =>
    each.tagName === "time" || "dataTime" in each.properties || hasClass(each, "DateTime");
  const published = dateOf((head && findFirst(head, isTime)) ?? find(isTime), page.timeZone);
  const edit = findFirst(message, ofClass("message-lastEdit", "editDate"));
  const edited = edit && (dateOf(findFirst(edit, isTime) ?? edit, page.timeZone) ?? "unknown");
  const number = numberOf(find);
  const url = page.url && resolve(`#post-${id}`, page.url);
  return {
    id,
    ...(number !== undefined && { number }),
    isOpening: number === 1,
    ...(name && { author: { name, ...(label && { label }) } }),
    ...(published && { published }),
    ...(edited && { edited }),
    quotes: listQuotes(body),
    content: [...withoutElements(body?.children ?? [], isFurniture), ...listAttachments(message, isFiles)],
    ...(body === undefined && { state: { kind: "hidden", reason: "deleted" } }),
    ...(url && { url }),
    sourceId: id,
  };
}

function isHeading({ tagName }: Element): boolean {
  return tagName === "h1";
}

/** What unfolds a long quotation, and the blank that ends a text. */
function isFurniture(element: Element): boolean {
  return hasClass(element, "bbCodeBlock-expandLink", "quoteExpand", "messageTextEndMarker");
}

const isFiles = ofClass("message-attachments", "attachedFiles");

/** `#12` beside the date; deleted posts leave a gap. */
function numberOf(find: (test: ElementTest) => Element | undefined): number | undefined {
  const own = find((each) => each.tagName === "a" && /^#[\d,.\s]+$/u.test(lineOf(each)));
  return own && numberIn(lineOf(own));
}

/** `data-source="post: 91"` on a quotation, `data-quote` naming its author. */
function listQuotes(body: Element | undefined): string[] {
  if (body === undefined) return [];
  const quotes = findElements(body, (each) => hasClass(each, "bbCodeBlock--quote", "bbCodeQuote"));
  return quotes.flatMap((quote) => {
    const link = findFirst(
      quote,
      ({ tagName, properties }) => tagName === "a" && /post/u.test(String(properties.href ?? "")),
    );
    const written = [attribute(quote, "dataSource"), link && attribute(link, "href")];
    const [, post] = written.map((each) => /post(?::\s*|-|s\/|=)(\d+)/u.exec(each ?? "")).find(Boolean) ?? [];
    return post ?? [];
  });
}
