import type { ThreadNode } from "../../lib/archive/model";
import { numberComment } from "../../lib/text/interface/sentences";
import { displayLine } from "../../lib/text/writing/typography";
import { Name } from "../page/participant";
import { languageAttributes, type Reading } from "../page/reading";
import { Timestamp } from "../page/timestamp";
import { CommentArticle } from "./comment";

/**
 * How many of the comments that led to this one stand in full on its page. Without a limit the pages
 * of a chain of replies would together hold the square of its length.
 */
const ANCESTORS_SHOWN = 8;

/** The article that a comment belongs to, in a line. */
export function ArticleReference({ reading }: { reading: Reading }) {
  const { article, words, addresses } = reading;
  return (
    <p className="facts">
      {words.commentOn}{" "}
      <a
        className="u-in-reply-to"
        href={addresses.article(article.slug)}
        {...languageAttributes(article.language, words)}
      >
        {displayLine(article.title, article.language)}
      </a>
      {" · "}
      {displayLine(article.source.name, article.language)}
      {article.published && (
        <>
          {" · "}
          <Timestamp iso={article.published} timeZone={article.timeZone} words={words} />
        </>
      )}
    </p>
  );
}

/** The comments that led to this one, oldest first; of a long chain the first and the nearest. */
export function Ancestors({ node, reading }: { node: ThreadNode; reading: Reading }) {
  const { words, article, addresses } = reading;
  const { first, left, nearest } = gatherAncestors(node);
  if (nearest.length === 0) return null;
  return (
    <section className="thread">
      <h2>{words.precedingComments}</h2>
      <ol>
        {first && (
          <li>
            <CommentArticle node={first} reading={reading} microformat="h-cite" />
          </li>
        )}
        {left > 0 && (
          <li className="facts">
            <a href={addresses.article(article.slug)}>{words.commentsBetween(left)}</a>
          </li>
        )}
        {nearest.map((ancestor) => (
          <li key={ancestor.comment.id}>
            <CommentArticle node={ancestor} reading={reading} microformat="h-cite" />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The root apart where the chain is too long to be shown whole, and the number left out after it. */
function gatherAncestors(node: ThreadNode) {
  const nearest: ThreadNode[] = [];
  let ancestor = node.parent;
  while (ancestor && nearest.length < ANCESTORS_SHOWN) {
    nearest.unshift(ancestor);
    ancestor = ancestor.parent;
  }
  if (!ancestor) return { first: undefined, left: 0, nearest };
  const left = ancestor.depth;
  while (ancestor.parent) ancestor = ancestor.parent;
  return { first: ancestor, left, nearest };
}

/** The comment's direct replies. */
export function Replies({ node, reading }: { node: ThreadNode; reading: Reading }) {
  if (node.replies.length === 0) return null;
  return (
    <section className="thread">
      <h2>{reading.words.replies(node.replies.length)}</h2>
      <ol>
        {node.replies.map((reply) => (
          <li key={reply.comment.id}>
            <CommentArticle node={reply} reading={reading} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The way back to the comment's place in its thread, and to its neighbours in the source. */
export function CommentNavigation(props: {
  node: ThreadNode;
  previous?: ThreadNode;
  next?: ThreadNode;
  reading: Reading;
}) {
  const { node, previous, next, reading } = props;
  const { article, addresses, words } = reading;
  return (
    <nav aria-label={words.commentNavigation}>
      <a href={addresses.inThread(article.slug, node.comment.id)}>{words.seeInThread}</a>
      {previous && <Neighbour rel="prev" label={words.previousComment} node={previous} reading={reading} />}
      {next && <Neighbour rel="next" label={words.nextComment} node={next} reading={reading} />}
    </nav>
  );
}

function Neighbour(props: { rel: "prev" | "next"; label: string; node: ThreadNode; reading: Reading }) {
  const { rel, label, node, reading } = props;
  const { article, addresses, words } = reading;
  return (
    <a rel={rel} href={addresses.comment(article.slug, node.comment.id)}>
      {label} <Name name={node.comment.author ?? words.unknownAuthor} /> {numberComment(node.comment, words)}
    </a>
  );
}
