import { type Addresses, addressesOf, anchorOf } from "../../lib/archive/addresses";
import type { ArchivedLinks, ArchiveSettings, Article, ArticleOutline } from "../../lib/archive/model";
import { findArchivedPage } from "../../lib/share/old-addresses/archived-links";
import type { Words } from "../../lib/text/interface/words";
import { wordsFor } from "../../lib/text/interface/words-for";
import { sameLanguage, textDirection } from "../../lib/text/writing/language-tag";

/** What every part of a page about one article needs to know of the page it stands on. */
export type Reading<Known extends ArticleOutline = Article> = {
  readonly settings: ArchiveSettings;
  readonly article: Known;
  readonly words: Words;
  readonly addresses: Addresses;
  /** Where a link to a comment leads: its place on this page, or its own page. */
  readonly linkTo: (commentId: string) => string;
  /** Where a link leads that its writer made to a page of the source which is archived here. */
  readonly archived: (href: string) => string | undefined;
};

/** Where links to comments lead: to their places on a page with the whole thread, or to pages of their own. */
export type LinkTarget = "thread" | "page";

const NOWHERE: ArchivedLinks = new Map();

// All pages of an article ask for the same two, and texts that were rendered for one page stand on others.
const readings: Readonly<Record<LinkTarget, WeakMap<Article, Reading>>> = {
  thread: new WeakMap(),
  page: new WeakMap(),
};

/** The reading of an article for pages of one kind, made once: `renderComment` keeps its texts by it. */
export function openReading(
  settings: ArchiveSettings,
  article: Article,
  target: LinkTarget,
  elsewhere?: ArchivedLinks,
): Reading {
  const known = readings[target].get(article) ?? createReading(settings, article, target, elsewhere);
  readings[target].set(article, known);
  return known;
}

/** @param elsewhere what the article's texts link to in the rest of the archive */
export function createReading<Known extends ArticleOutline>(
  settings: ArchiveSettings,
  article: Known,
  target: LinkTarget,
  elsewhere: ArchivedLinks = NOWHERE,
): Reading<Known> {
  const addresses = addressesOf(settings.url);
  const linkTo = (commentId: string) =>
    target === "thread" ? `#${anchorOf(commentId)}` : addresses.comment(article.slug, commentId);
  const archived = (href: string) => {
    const page = findArchivedPage(href, article, elsewhere);
    if (page?.commentId === undefined) return page && addresses.article(page.slug);
    return page.slug === article.slug ? linkTo(page.commentId) : addresses.comment(page.slug, page.commentId);
  };
  return {
    settings,
    article,
    words: wordsFor(article.language, settings.language),
    addresses,
    linkTo,
    archived,
  };
}

/**
 * The attributes of an element that holds text in `language` within an interface that may speak
 * another: none where both are the same, which is nearly always.
 */
export function languageAttributes(language: string, words: Words): { lang?: string; dir?: "ltr" | "rtl" } {
  if (sameLanguage(language, words.language)) return {};
  return { lang: language, dir: textDirection(language) };
}
