import type { ThreadNode } from "../lib/archive/model";
import { CommentArticle } from "./comment";
import type { Reading } from "./reading";

/**
 * How deep replies are nested in the document: a little more than real threads are deep. Browsers close elements
 * by force at a depth of 512 (Blink's `kMaximumHTMLParserDOMTreeDepth`), of which a level takes three, and React's
 * renderer loses what lies deeper than its stack, at some 80 levels. A comment below this depth follows its parent
 * on the last level, where its "in reply to" still names and links it.
 */
const DEEPEST_LEVEL = 50;

/** The conversation: every comment once, each reply inside the comment it answers. */
export function Thread({ reading }: { reading: Reading }) {
  const { words, article } = reading;
  const { roots, completeness } = article.thread;
  return (
    <section id="comments" className="thread">
      <h2>{words.commentsHeading(completeness.present)}</h2>
      {roots.length === 0 ? (
        <p>{words.noComments}</p>
      ) : (
        <CommentList nodes={roots} reading={reading} level={1} />
      )}
    </section>
  );
}

/** Comments of one level, each with its replies below. */
export function CommentList(props: { nodes: readonly ThreadNode[]; reading: Reading; level: number }) {
  const { nodes, reading, level } = props;
  const isDeepest = level === DEEPEST_LEVEL;
  return (
    <ol>
      {(isDeepest ? nodes.flatMap(flatten) : nodes).map((node) => (
        <li key={node.comment.id}>
          <CommentArticle node={node} reading={reading}>
            {!isDeepest && node.replies.length > 0 && (
              <CommentList nodes={node.replies} reading={reading} level={level + 1} />
            )}
          </CommentArticle>
        </li>
      ))}
    </ol>
  );
}

/** A comment and all that lies below it, in reading order; without recursion, for it may be deep. */
function flatten(top: ThreadNode): ThreadNode[] {
  const flat: ThreadNode[] = [];
  const open = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    flat.push(node);
    open.push(...node.replies.toReversed());
  }
  return flat;
}
