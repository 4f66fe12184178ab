import { anchorOf } from "../../archive/addresses";
import type { Comment, PresentComment, ThreadNode } from "../../archive/model";
import { describeAbsence, describeBasis, describeDate } from "../../text/interface/sentences";
import { readAttachments } from "../../text/links/attachments";
import { readPictures } from "../../text/links/pictures";
import { readMentions } from "../../text/links/thread-mentions";
import { element, text } from "../../text/markdown/display/nodes";
import { displayName } from "../../text/writing/unicode";
import type { ArticleContext } from "../article-context";
import { joinHtml, writeDateRemark, writeRemark, writeSentence, writeText } from "./entry-html";

/** A comment as on its page: whom it answers and what that is known from, then its text, or what became of it. */
export function writeCommentHtml(node: ThreadNode, context: ArticleContext): string {
  const { comment } = node;
  const date = writeDateRemark(comment.published, context) ?? writeBoundRemark(comment, context);
  if (comment.status !== "present") {
    const sentence = describeAbsence(comment, context.words);
    return joinHtml(writeReplyLabel(node, context), writeSentence(sentence, comment.reason, context), date);
  }
  const { article, addresses } = context;
  const shown = writeText(comment.body, context, {
    voice: "comment",
    format: comment.format,
    scope: anchorOf(comment.id),
    baseUrl: comment.source?.url ?? article.source.url,
    mention: readMentions(node, article, {
      toComment: (id) => addresses.comment(article.slug, id),
      toArticle: addresses.article(article.slug),
    }),
    attachment: readAttachments(article, addresses.file),
    picture: readPictures(article, addresses.file),
  });
  return joinHtml(writeReplyLabel(node, context), shown, writeReception(comment, context), date);
}

/** No field of a feed holds the last moment that a comment can be of. */
function writeBoundRemark(comment: Comment, context: ArticleContext): string | undefined {
  if (comment.notAfter === undefined) return undefined;
  const { article, words } = context;
  return writeRemark([text(describeDate(comment, article.timeZone, words) ?? "")], context);
}

/** What the source counts and says of a comment: "3 likes · edited". */
function writeReception({ likes, edited, authorLabel }: PresentComment, context: ArticleContext) {
  const { words } = context;
  const facts = [
    authorLabel && displayName(authorLabel),
    likes !== undefined && words.likes(likes),
    // A date of its own is the entry's `updated`.
    edited && edited.date === undefined && words.edited,
  ].filter((fact) => fact !== undefined && fact !== false && fact !== "");
  return facts.length > 0 && writeRemark([text(facts.join(" · "))], context);
}

function writeReplyLabel({ comment, parent }: ThreadNode, context: ArticleContext): string | undefined {
  if (!comment.reply || !parent) return undefined;
  const { article, addresses, words } = context;
  const name = element("bdi", {}, [text(displayName(parent.comment.author ?? words.unknownAuthor))]);
  const href = addresses.comment(article.slug, parent.comment.id);
  const link = element("a", { href }, [name]);
  const basis = text(describeBasis(comment.reply, words));
  return writeRemark([text(`${words.inReplyTo} `), link, basis], context);
}
