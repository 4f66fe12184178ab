import { anchorOf } from "../../lib/archive/addresses";
import type { PresentComment, ThreadNode } from "../../lib/archive/model";
import { readAttachments } from "../../lib/text/links/attachments";
import { readPictures } from "../../lib/text/links/pictures";
import { dateCommentLinks } from "../../lib/text/links/robust-links";
import { readMentions } from "../../lib/text/links/thread-mentions";
import { type RenderedText, renderMarkdown } from "../../lib/text/markdown/markdown";
import type { Reading } from "../page/reading";

// By the reading they were rendered for: a comment stands on its page, its parent's, its replies' and their replies'.
const rendered = new WeakMap<Reading, Map<string, RenderedText>>();

/** A comment's text as the pages of a reading show it, rendered once for each level of its headings. */
export function renderComment(
  node: ThreadNode,
  comment: PresentComment,
  reading: Reading,
  topHeading: 3 | 4,
): RenderedText {
  const texts = rendered.get(reading) ?? new Map<string, RenderedText>();
  rendered.set(reading, texts);
  const key = `${topHeading} ${comment.id}`;
  const text = texts.get(key) ?? renderAnew(node, comment, reading, topHeading);
  texts.set(key, text);
  return text;
}

function renderAnew(
  node: ThreadNode,
  comment: PresentComment,
  reading: Reading,
  topHeading: 3 | 4,
): RenderedText {
  const { article, words, settings, addresses } = reading;
  return renderMarkdown(comment.body, {
    language: article.language,
    voice: "comment",
    format: comment.format,
    archived: reading.archived,
    topHeading,
    baseUrl: comment.source?.url ?? article.source.url,
    linkDating: dateCommentLinks(settings, article, comment),
    scope: anchorOf(comment.id),
    mention: readMentions(node, article, {
      toComment: reading.linkTo,
      toArticle: `${addresses.article(article.slug)}#article`,
    }),
    attachment: readAttachments(article, addresses.file),
    picture: readPictures(article, addresses.file),
    words: words.markdown,
  });
}
