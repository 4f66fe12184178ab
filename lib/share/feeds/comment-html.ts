import { anchorOf } from "../../archive/addresses";
import type { ErasedComment, MissingComment, ThreadNode } from "../../archive/model";
import { writeHtml } from "../../text/html";
import { element, text } from "../../text/nodes";
import { readPictures } from "../../text/pictures";
import { readMentions } from "../../text/thread-mentions";
import { displayName } from "../../text/unicode";
import type { ArticleContext } from "../article-context";
import { joinHtml, ofInterface, quoteArticle, showLine, writeRemark, writeText } from "./entry-html";

/** A comment as on its page: whom it answers and what that is known from, then its text, or what became of it. */
export function writeCommentHtml(node: ThreadNode, context: ArticleContext): string {
  const { comment } = node;
  if (comment.status !== "present") {
    return joinHtml(writeReplyLabel(node, context), writeTombstone(comment, context));
  }
  const { article, addresses } = context;
  const words = writeText(comment.body, context, {
    voice: "comment",
    scope: anchorOf(comment.id),
    baseUrl: comment.source?.url ?? article.source.url,
    mention: readMentions(node, article.thread, (id) => addresses.comment(article.slug, id)),
    picture: readPictures(article, addresses.file),
  });
  return joinHtml(writeReplyLabel(node, context), words);
}

function writeReplyLabel({ comment, parent }: ThreadNode, context: ArticleContext): string | undefined {
  if (!comment.reply || !parent) return undefined;
  const { article, addresses, words } = context;
  const name = element("bdi", {}, [text(displayName(parent.comment.author ?? words.unknownAuthor))]);
  const href = addresses.comment(article.slug, parent.comment.id);
  const basis = words.basis[comment.reply.basis];
  const link = element("a", { href }, [name]);
  return writeRemark([text(`${words.inReplyTo} `), link, text(basis && `, ${basis}`)], context);
}

function writeTombstone(comment: ErasedComment | MissingComment, context: ArticleContext): string {
  const { words } = context;
  const sentence = comment.status === "erased" ? words.erasedComment : words.missingComment;
  const { reason } = comment;
  const why = reason
    ? [text(` ${words.reason} `), ...quoteArticle([showLine(reason, context)], context)]
    : [];
  return writeHtml([element("p", ofInterface(context), [text(sentence), ...why])]);
}
