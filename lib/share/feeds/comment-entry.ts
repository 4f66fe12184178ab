import type { ThreadNode } from "../../archive/model";
import { titleComment } from "../../text/interface/sentences";
import { displayName } from "../../text/writing/unicode";
import type { ArticleContext } from "../article-context";
import { writeCommentHtml } from "./comment-html";
import type { FeedEntry } from "./feed";
import { findUpdated, statedInstant } from "./moments";
import { identifyArticle, identifyComment } from "./tag-uri";

/** A comment, or the tombstone that keeps its place. Who answers nobody's comment answers the article. */
export function describeComment(node: ThreadNode, context: ArticleContext): FeedEntry {
  const { settings, article, words, addresses } = context;
  const { comment, parent, replies } = node;
  const original = comment.source?.url;
  return {
    id: identifyComment(settings, article, comment.id),
    language: article.language,
    title: { text: titleComment(comment, words), language: words.language },
    page: addresses.comment(article.slug, comment.id),
    original: original && new URL(original).href,
    author: { name: displayName(comment.author ?? words.unknownAuthor) },
    published: statedInstant(comment.published),
    updated: findUpdated(comment, article),
    html: writeCommentHtml(node, context),
    inReplyTo: parent
      ? {
          id: identifyComment(settings, article, parent.comment.id),
          page: addresses.comment(article.slug, parent.comment.id),
        }
      : { id: identifyArticle(settings, article), page: addresses.article(article.slug) },
    replies:
      replies.length > 0
        ? { feed: addresses.file(`${article.slug}/feed.xml`), count: replies.length }
        : undefined,
  };
}
