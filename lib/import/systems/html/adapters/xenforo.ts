import type { Element } from "hast";
import { attribute, findElements, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { numberIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** XenForo 2: `article.message#js-post-91[data-author]`, XenForo 1: `li.message#post-91`. Its `parentItem` names the thread. */
export const xenforo: ThreadAdapter = { name: "XenForo", read: readThread };

function readThread(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const messages = tree
    .withClass("message")
    .filter((each) => idOf(each) !== undefined && findBody(each) !== undefined);
  if (messages.length === 0) return undefined;
  const [title] = [...tree.withClass("p-title-value"), ...tree.withTag("h1")];
  const [, key] = /\/threads\/(?:[^/]*\.)?(\d+)(?:\/|$)/u.exec(page.url ?? "") ?? [];
  const posts = messages.map((message, index) => readMessage(message, index, page));
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

function readMessage(message: Element, index: number, page: SavedPage): PagePost {
  const body = findBody(message);
  const id = idOf(message) ?? String(index + 1);
  const find = (test: (each: Element) => boolean) => findFirst(message, test, (each) => each === body);
  const name = attribute(message, "dataAuthor") ?? lineOf(find(ofClass("username")));
  const label = lineOf(find(ofClass("userBanner")));
  const published = dateOf(
    find(({ tagName, properties }) => tagName === "time" || "dataTime" in properties) ??
      find(ofClass("DateTime")),
    page.timeZone,
  );
  const edit = findFirst(message, ofClass("message-lastEdit"));
  const edited = edit && (dateOf(edit, page.timeZone) ?? "unknown");
  const number = numberOf(message);
  const url = page.url && resolve(`#post-${id}`, page.url);
  return {
    id,
    ...(number !== undefined && { number }),
    isOpening: number === 1,
    ...(name && { author: { name, ...(label && { label }) } }),
    ...(published && { published }),
    ...(edited && { edited }),
    quotes: listQuotes(body),
    content: body?.children ?? [],
    ...(url && { url }),
    sourceId: id,
  };
}

/** `#12` beside the date; deleted posts leave a gap. */
function numberOf(message: Element): number | undefined {
  const head = findFirst(message, ofClass("message-attribution", "messageMeta", "publicControls"));
  const links = head ? findElements(head, ({ tagName }) => tagName === "a") : [];
  const own = links.map(lineOf).find((words) => /^#[\d,.\s]+$/u.test(words));
  return own === undefined ? undefined : numberIn(own);
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
