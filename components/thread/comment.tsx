import { Fragment, type ReactNode } from "react";
import { anchorOf } from "../../lib/archive/addresses";
import type { AbsentComment, PresentComment, ThreadNode } from "../../lib/archive/model";
import { describeAbsence, describeBasis, numberComment } from "../../lib/text/interface/sentences";
import { displayLine } from "../../lib/text/writing/typography";
import { displayName } from "../../lib/text/writing/unicode";
import { noteText } from "../page/page-notes";
import { hueClass, Monogram, Name } from "../page/participant";
import { languageAttributes, type Reading } from "../page/reading";
import { TextBlock } from "../page/text-block";
import { Timestamp } from "../page/timestamp";
import { lookalikesIn } from "./lookalikes";
import { AuthorMark } from "./participants";
import { renderComment } from "./render-comment";

type CommentProps = {
  node: ThreadNode;
  reading: Reading;
  /** Level of the heading that names the author. */
  heading?: 2 | 3;
  /**
   * What the comment is to its page, in microformats2: nothing of its own where the page is the comment's. The
   * properties below then belong to the page's entry.
   */
  microformat?: "u-comment h-cite" | "h-cite" | "";
  /** Whether to link the direct replies: the way back from "in reply to", where they do not all follow at once. */
  linksReplies?: boolean;
  /** The replies, where they are shown: they lie inside the comment they answer. */
  children?: ReactNode;
};

/** One comment, or the tombstone that keeps its place. */
export function CommentArticle(props: CommentProps) {
  const { node, reading, heading = 3, microformat = "u-comment h-cite", linksReplies, children } = props;
  const { comment } = node;
  const author = comment.author ?? reading.words.unknownAuthor;
  const classes = ["comment", microformat, hueClass(author, reading.article)];
  return (
    <article id={anchorOf(comment.id)} className={classes.filter(Boolean).join(" ")}>
      <div className="own">
        <CommentHeader node={node} author={author} heading={heading} reading={reading} />
        <LookalikeWarning author={comment.author} reading={reading} />
        {comment.status === "present" ? (
          <CommentText node={node} comment={comment} reading={reading} topHeading={heading === 2 ? 3 : 4} />
        ) : (
          <Tombstone comment={comment} reading={reading} />
        )}
        {linksReplies && <ReplyLinks node={node} reading={reading} />}
      </div>
      {children}
    </article>
  );
}

function CommentHeader(props: { node: ThreadNode; author: string; heading: 2 | 3; reading: Reading }) {
  const { node, author, heading, reading } = props;
  const { comment } = node;
  const { article, addresses, words } = reading;
  const Heading = heading === 2 ? "h2" : "h3";
  return (
    <header>
      <Monogram name={author} />
      <Heading className="p-author h-card">
        <Name name={author} />
      </Heading>
      <AuthorMark name={comment.author} reading={reading} />
      <SourceLabel comment={comment} />
      <a className="u-url" href={addresses.comment(article.slug, comment.id)} rel="bookmark">
        {numberComment(comment, words)}
      </a>
      <PostingDate comment={comment} reading={reading} />
      {comment.status === "present" && <Reception comment={comment} reading={reading} />}
      <ReplyLabel node={node} reading={reading} />
      <span className="unseen">{words.place(node.depth + 1, node.descendants)}</span>
    </header>
  );
}

/** When the comment was posted; of an undated one the capture that it stood in, which is no date of publication. */
function PostingDate({ comment, reading }: { comment: ThreadNode["comment"]; reading: Reading }) {
  const { published, notAfter } = comment;
  const { article, words } = reading;
  if (published !== undefined)
    return (
      <>
        {" · "}
        <Timestamp className="dt-published" iso={published} timeZone={article.timeZone} words={words} />
      </>
    );
  if (notAfter === undefined) return null;
  return (
    <>
      {` · ${words.notAfter} `}
      <Timestamp iso={notAfter} timeZone={article.timeZone} words={words} />
    </>
  );
}

/** What the source calls the person: staff, moderator. */
function SourceLabel({ comment }: { comment: ThreadNode["comment"] }) {
  const hasLabel = comment.status === "present" || comment.status === "hidden";
  if (!hasLabel || comment.authorLabel === undefined) return null;
  return (
    <>
      {" "}
      <em className="author-mark">
        <Name name={comment.authorLabel} />
      </em>{" "}
    </>
  );
}

/** What became of a comment after it was posted: that it was changed, and how many like it. */
function Reception({ comment, reading }: { comment: PresentComment; reading: Reading }) {
  const { edited, likes } = comment;
  const { article, words } = reading;
  return (
    <>
      {edited?.date && (
        <>
          {" · "}
          {words.editedOn}{" "}
          <Timestamp className="dt-updated" iso={edited.date} timeZone={article.timeZone} words={words} />
        </>
      )}
      {edited && !edited.date && ` · ${words.edited}`}
      {likes !== undefined && ` · ${words.likes(likes)}`}
    </>
  );
}

/** A name with invisible or foreign letters may be there to pass for somebody else's. */
function LookalikeWarning({ author, reading }: { author?: string; reading: Reading }) {
  const imitated = author && lookalikesIn(reading.article.thread).get(author);
  return imitated ? <p className="note">{reading.words.resembles(displayName(imitated))}</p> : null;
}

/** "en réponse à NAME, d’après la mention": the relation in words, with what it is known from. */
function ReplyLabel({ node, reading }: { node: ThreadNode; reading: Reading }) {
  const { words, linkTo } = reading;
  const { reply } = node.comment;
  if (!reply || !node.parent) return null;
  const basis = describeBasis(reply, words);
  return (
    <p>
      {words.inReplyTo}{" "}
      <a className="u-in-reply-to" href={linkTo(reply.parentId)}>
        <Name name={node.parent.comment.author ?? words.unknownAuthor} />
      </a>
      {basis}
    </p>
  );
}

/** "Réponses : nº 7, nº 12" */
function ReplyLinks({ node, reading }: { node: ThreadNode; reading: Reading }) {
  const { words, linkTo } = reading;
  return (
    <p className="note">
      {words.answeredIn}
      {node.replies.map(({ comment }) => (
        <Fragment key={comment.id}>
          {" "}
          <a href={linkTo(comment.id)}>{numberComment(comment, words)}</a>
        </Fragment>
      ))}
    </p>
  );
}

function CommentText(props: {
  node: ThreadNode;
  comment: PresentComment;
  reading: Reading;
  topHeading: 3 | 4;
}) {
  const { node, comment, reading, topHeading } = props;
  const { article, words } = reading;
  const text = renderComment(node, comment, reading, topHeading);
  noteText(anchorOf(comment.id), text);
  return (
    <>
      <TextBlock
        text={text}
        className="text e-content"
        language={languageAttributes(article.language, words)}
      />
      {text.absentNames.length > 0 && <p className="note">{words.absentFromThread(text.absentNames)}</p>}
      {text.plain && <p className="note">{words.shownAsPlainText}</p>}
    </>
  );
}

function Tombstone({ comment, reading }: { comment: AbsentComment; reading: Reading }) {
  const { article, words } = reading;
  return (
    <p className="tombstone">
      {describeAbsence(comment, words)}
      {comment.reason && (
        <>
          {" "}
          {words.reason} {displayLine(comment.reason, article.language)}
        </>
      )}
    </p>
  );
}
