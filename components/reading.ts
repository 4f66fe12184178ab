import { type Addresses, addressesOf } from "../lib/archive/addresses";
import type { ArchiveSettings, Article, ArticleOutline } from "../lib/archive/model";
import { sameLanguage, textDirection, type Words, wordsFor } from "../lib/text/language";

/** What every part of a page about one article needs to know of the page it stands on. */
export type Reading<Known extends ArticleOutline = Article> = {
  readonly settings: ArchiveSettings;
  readonly article: Known;
  readonly words: Words;
  readonly addresses: Addresses;
  /** Where a link to a comment leads: its place on this page, or its own page. */
  readonly linkTo: (commentId: string) => string;
};

export function createReading<Known extends ArticleOutline>(
  settings: ArchiveSettings,
  article: Known,
  linkTo: (addresses: Addresses, article: Known, commentId: string) => string,
): Reading<Known> {
  const addresses = addressesOf(settings.url);
  return {
    settings,
    article,
    words: wordsFor(article.language, settings.language),
    addresses,
    linkTo: (commentId) => linkTo(addresses, article, commentId),
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
