import type { ArchivedLinks, ArchiveSettings, Article } from "../../archive/model";
import { displayLine } from "../../text/writing/typography";
import { createContext } from "../article-context";
import { describeArticle } from "./article-entry";
import { describeComment } from "./comment-entry";
import type { Feed } from "./feed";
import { identifyThread } from "./tag-uri";

/** The article, then every comment and every tombstone of its thread in the order of reading: whole at any length. */
export function describeThreadFeed(
  settings: ArchiveSettings,
  article: Article,
  elsewhere?: ArchivedLinks,
): Feed {
  const context = createContext(settings, article, elsewhere);
  const { words, addresses } = context;
  const { language } = article;
  return {
    id: identifyThread(settings, article),
    language,
    title: { text: `${displayLine(article.title, language)} · ${settings.name}`, language },
    rights: { text: words.keptBy(settings.keeper), language: words.language },
    page: addresses.article(article.slug),
    icon: addresses.file("icon.svg"),
    entries: [
      describeArticle(context),
      ...article.thread.inReadingOrder.map((node) => describeComment(node, context)),
    ],
  };
}
