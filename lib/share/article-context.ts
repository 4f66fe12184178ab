import { absoluteAddressesOf } from "../archive/addresses";
import type { ArchiveSettings, Article } from "../archive/model";
import { type Words, wordsFor } from "../text/language";

/** An article with what everything that is told about it elsewhere depends on. */
export type ArticleContext = {
  readonly settings: ArchiveSettings;
  readonly article: Article;
  /** The interface around the article's language. */
  readonly words: Words;
  /** Absolute ones. */
  readonly addresses: ReturnType<typeof absoluteAddressesOf>;
};

export function createContext(settings: ArchiveSettings, article: Article): ArticleContext {
  const words = wordsFor(article.language, settings.language);
  return { settings, article, words, addresses: absoluteAddressesOf(settings.url) };
}
