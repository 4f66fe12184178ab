import { absoluteAddressesOf } from "../archive/addresses";
import type { ArchivedLinks, ArchiveSettings, Article } from "../archive/model";
import type { Words } from "../text/interface/words";
import { wordsFor } from "../text/interface/words-for";
import { findArchivedPage } from "./old-addresses/archived-links";

/** An article with what everything that is told about it elsewhere depends on. */
export type ArticleContext = {
  readonly settings: ArchiveSettings;
  readonly article: Article;
  /** The interface around the article's language. */
  readonly words: Words;
  /** Absolute ones. */
  readonly addresses: ReturnType<typeof absoluteAddressesOf>;
  /** Where a link leads that its writer made to a page of the source which is archived here. */
  readonly archived: (href: string) => string | undefined;
};

const NOWHERE: ArchivedLinks = new Map();

/** @param elsewhere what the article's texts link to in the rest of the archive */
export function createContext(
  settings: ArchiveSettings,
  article: Article,
  elsewhere: ArchivedLinks = NOWHERE,
): ArticleContext {
  const words = wordsFor(article.language, settings.language);
  const addresses = absoluteAddressesOf(settings.url);
  const archived = (href: string) => {
    const page = findArchivedPage(href, article, elsewhere);
    if (page?.commentId === undefined) return page && addresses.article(page.slug);
    return addresses.comment(page.slug, page.commentId);
  };
  return { settings, article, words, addresses, archived };
}
