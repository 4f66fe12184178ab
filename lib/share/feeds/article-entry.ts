import { excerptMarkdown } from "../../text/markdown/markdown";
import { displayLine } from "../../text/writing/typography";
import { displayName } from "../../text/writing/unicode";
import type { ArticleContext } from "../article-context";
import { addressOfPicture, writeArticleHtml } from "./article-html";
import type { FeedEntry, Replies } from "./feed";
import { findArticleUpdated, findChange, findNewest, statedInstant } from "./moments";
import { identifyArticle } from "./tag-uri";

/** Code points of a summary: any standfirst, but no second article. */
const SUMMARY_LENGTH = 1000;

/** The article, whole: the same entry in the archive's feeds and at the head of its thread. */
export function describeArticle(context: ArticleContext): FeedEntry {
  const { settings, article, addresses, words } = context;
  const { language, author, picture, source, summary } = article;
  return {
    id: identifyArticle(settings, article),
    language,
    title: { text: displayLine(article.title, language), language },
    page: addresses.article(article.slug),
    original: source.url && new URL(source.url).href,
    author: {
      name: displayName(author?.name ?? words.unknownAuthor),
      url: author?.url && new URL(author.url).href,
    },
    published: statedInstant(article.published),
    updated: findArticleUpdated(article),
    summary: summary && displayLine(excerptMarkdown(summary, SUMMARY_LENGTH), language),
    html: writeArticleHtml(context),
    picture: picture?.status === "preserved" ? addressOfPicture(picture.file, context) : undefined,
    replies: countReplies(context),
  };
}

function countReplies({ article, addresses }: ArticleContext): Replies {
  const { inSourceOrder: all, completeness } = article.thread;
  return {
    feed: addresses.file(`${article.slug}/feed.xml`),
    count: all.length,
    total: Math.max(all.length, completeness.announced ?? 0),
    updated: findNewest(all.flatMap(({ comment }) => findChange(comment) ?? [])),
  };
}
