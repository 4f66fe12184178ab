import type { Metadata } from "next";
import { addressesOf } from "../lib/archive/addresses";
import type { ArchiveSettings, Article, Comment, ThreadNode } from "../lib/archive/model";
import { orderByPosting } from "../lib/archive/posting-order";
import { createContext } from "../lib/share/article-context";
import { CARD_FILE, CARD_SIZE } from "../lib/share/cards/card";
import { citeArticle, citeComment } from "../lib/share/citations/citation";
import { embedMetadata } from "../lib/share/citations/zotero";
import { excerptArticle } from "../lib/share/excerpt-article";
import { ATOM } from "../lib/share/feeds/atom";
import { JSON_FEED } from "../lib/share/feeds/json-feed";
import {
  describeAbsence,
  describeTextlessness,
  nameOrder,
  titleComment,
  type Words,
  wordsFor,
} from "../lib/text/language";
import { excerptMarkdown } from "../lib/text/markdown";
import { displayLine } from "../lib/text/typography";

/** Code points of a description; search engines and previews cut it about there. */
const DESCRIPTION_LENGTH = 200;

type PageFacts = {
  readonly title: string;
  readonly description: string;
  /** The page's address as `addressesOf` gives it. */
  readonly path: string;
  /** BCP 47. */
  readonly language: string;
  /** Paths of files that say the same otherwise, by media type. */
  readonly copies?: Readonly<Record<string, string>>;
  readonly article?: {
    /** The absolute address of the picture that stands for the page where a link to it is shown. */
    readonly card: string;
    /** ISO 8601, where the source dates what the page shows. */
    readonly published?: string;
    /** Address of the author's own page. */
    readonly author?: string;
    /** What the page shows, at its publisher. */
    readonly original?: string;
  };
  /** `<meta>` names and contents that the head holds as they are. */
  readonly other?: Readonly<Record<string, string>>;
};

/** What the head of a page says of it, to search engines and to whoever is sent a link (https://ogp.me/). */
export function describePage(settings: ArchiveSettings, page: PageFacts): Metadata {
  const { absolute, file } = addressesOf(settings.url);
  const { title, description, article } = page;
  const url = absolute(page.path);
  // Their readers take an address as it stands.
  const copies = Object.entries(page.copies ?? {}).map(([type, path]) => [type, absolute(path)]);
  return {
    title: title === settings.name ? title : `${title} · ${settings.name}`,
    description,
    alternates: { canonical: url, types: Object.fromEntries(copies) },
    robots: settings.indexing === "refused" ? "noindex" : undefined,
    icons: { icon: file("icon.svg"), other: linkOriginal(article?.original) },
    openGraph: {
      ...{ title, description, url, siteName: settings.name, locale: localeOf(page.language) },
      ...(article ? previewArticle(title, article) : { type: "website" }),
    },
    twitter: article && { card: "summary_large_image" },
    other: { ...page.other },
  };
}

function previewArticle(title: string, { card, published, author }: NonNullable<PageFacts["article"]>) {
  return {
    type: "article" as const,
    images: { url: card, ...CARD_SIZE, alt: title },
    publishedTime: published,
    authors: author,
  };
}

/** RFC 7089 §2.2.1. Among icons, for Next knows no other place for a relation of its writer's choice. */
function linkOriginal(url: string | undefined) {
  return url === undefined ? [] : [{ rel: "original", url }];
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
    description: describeArticle(article, wordsFor(article.language, settings.language)),
    path: addresses.article(article.slug),
    language: article.language,
    copies: {
      [ATOM]: addresses.file(`${article.slug}/feed.xml`),
      "application/json": addresses.file(`${article.slug}/thread.json`),
      "application/json+oembed": addresses.file(`${article.slug}/oembed.json`),
    },
    article: previewOf(settings, article),
    other: embedMetadata(citeArticle(createContext(settings, article))),
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
    language: article.language,
    article: previewOf(settings, article),
  });
}

function previewOf(settings: ArchiveSettings, article: Article): PageFacts["article"] {
  return {
    card: cardAddress(settings, article),
    published: article.published,
    author: article.author?.url,
    original: article.source.url,
  };
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
    language: article.language,
    article: {
      card: cardAddress(settings, article, settings.commentCards === "off" ? undefined : comment.id),
      published: comment.published,
      original: comment.source?.url,
    },
    other: embedMetadata(citeComment(comment, createContext(settings, article))),
  });
}

/** @param address of the page itself: nothing took its place */
export function describeVanishedPage(settings: ArchiveSettings, article: Article, address: string): Metadata {
  const words = wordsFor(article.language, settings.language);
  return describePage(settings, {
    title: `${words.vanishedTitle} · ${displayLine(article.title, article.language)}`,
    description: words.vanishedText,
    path: address,
    language: article.language,
    article: { card: cardAddress(settings, article) },
  });
}

/** The absolute address of an article's card, or of the card of one of its comments. */
export function cardAddress(settings: ArchiveSettings, { slug }: Article, commentId?: string): string {
  const addresses = addressesOf(settings.url);
  const page = commentId === undefined ? addresses.article(slug) : addresses.comment(slug, commentId);
  return addresses.absolute(`${page}${CARD_FILE}`);
}

/** `fr_FR` of `fr-FR`. Open Graph wants a territory: none is made up for a language that is known without one. */
function localeOf(tag: string): string | undefined {
  const { language, region } = new Intl.Locale(tag);
  return region && `${language}_${region}`;
}

function describeComment(comment: Comment, article: Article, words: Words): string {
  if (comment.status !== "present") return describeAbsence(comment, words);
  const excerpt = excerptMarkdown(comment.body, DESCRIPTION_LENGTH, comment.format);
  return displayLine(excerpt, article.language);
}

/** An article without any words is described by why it has none. */
function describeArticle(article: Article, words: Words): string {
  const excerpt = displayLine(excerptArticle(article, DESCRIPTION_LENGTH), article.language);
  return excerpt === "" ? (describeTextlessness(article, words) ?? "") : excerpt;
}
