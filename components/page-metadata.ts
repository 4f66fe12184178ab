import type { Metadata } from "next";
import { addressesOf } from "../lib/archive/addresses";
import type { ArchiveSettings, Article, Comment, ThreadNode } from "../lib/archive/model";
import { orderByPosting } from "../lib/archive/posting-order";
import { ATOM } from "../lib/share/atom";
import { JSON_FEED } from "../lib/share/json-feed";
import { nameOrder, titleComment, type Words, wordsFor } from "../lib/text/language";
import { excerptMarkdown } from "../lib/text/markdown";
import { displayLine } from "../lib/text/typography";

/** Code points of a description; search engines and previews cut it about there. */
const DESCRIPTION_LENGTH = 200;

/**
 * What the head of every page says of it.
 *
 * @param page `path` is the page's address as `addressesOf` gives it, `copies` are paths of what else
 * says the same, by media type
 */
export function describePage(
  settings: ArchiveSettings,
  page: { title: string; description: string; path: string; copies?: Readonly<Record<string, string>> },
): Metadata {
  const addresses = addressesOf(settings.url);
  // Their readers take an address as it stands.
  const copies = Object.entries(page.copies ?? {}).map(([type, path]) => [type, addresses.absolute(path)]);
  return {
    title: page.title === settings.name ? page.title : `${page.title} · ${settings.name}`,
    description: page.description,
    alternates: { canonical: addresses.absolute(page.path), types: Object.fromEntries(copies) },
    icons: addresses.file("icon.svg"),
    robots: settings.indexing === "refused" ? "noindex" : undefined,
  };
}

/** The feeds of the whole archive, for the page that lists it. */
export function listFeeds(settings: ArchiveSettings): Readonly<Record<string, string>> {
  const { file } = addressesOf(settings.url);
  return { [ATOM]: file("feed.xml"), [JSON_FEED]: file("feed.json") };
}

export function describeArticlePage(settings: ArchiveSettings, article: Article): Metadata {
  const addresses = addressesOf(settings.url);
  return describePage(settings, {
    title: displayLine(article.title, article.language),
    description: describeText(article.summary ?? article.body, article),
    path: addresses.article(article.slug),
    copies: {
      [ATOM]: addresses.file(`${article.slug}/feed.xml`),
      "application/json+oembed": addresses.file(`${article.slug}/oembed.json`),
    },
  });
}

/** The comments in another order: the article's page stays the one to be found. */
export function describePostedPage(settings: ArchiveSettings, article: Article): Metadata {
  const words = wordsFor(article.language, settings.language);
  const title = displayLine(article.title, article.language);
  return describePage(settings, {
    title: `${words.commentsAsPosted(nameOrder(orderByPosting(article.thread), words))} · ${title}`,
    description: words.comments(article.thread.completeness.present),
    path: addressesOf(settings.url).article(article.slug),
  });
}

/** A comment's page is described by the comment, not by the article. */
export function describeCommentPage(
  settings: ArchiveSettings,
  article: Article,
  { comment }: ThreadNode,
): Metadata {
  const words = wordsFor(article.language, settings.language);
  return describePage(settings, {
    title: `${titleComment(comment, words)} · ${displayLine(article.title, article.language)}`,
    description: describeComment(comment, article, words),
    path: addressesOf(settings.url).comment(article.slug, comment.id),
  });
}

/** @param address of the page itself: nothing took its place */
export function describeVanishedPage(settings: ArchiveSettings, article: Article, address: string): Metadata {
  const words = wordsFor(article.language, settings.language);
  return describePage(settings, {
    title: `${words.vanishedTitle} · ${displayLine(article.title, article.language)}`,
    description: words.vanishedText,
    path: address,
  });
}

function describeComment(comment: Comment, article: Article, words: Words): string {
  if (comment.status === "erased") return words.erasedComment;
  if (comment.status === "missing") return words.missingComment;
  return describeText(comment.body, article);
}

function describeText(markdown: string, { language }: Article): string {
  return displayLine(excerptMarkdown(markdown, DESCRIPTION_LENGTH), language);
}
