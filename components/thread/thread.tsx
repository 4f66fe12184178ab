import type { ThreadNode } from "../../lib/archive/model";
import { noteLayers } from "../page/page-notes";
import type { Reading } from "../page/reading";
import { CommentArticle } from "./comment";
import { ThreadEvents } from "./thread-events";
import { ThreadGuide } from "./thread-guide";

/**
 * How deep replies are nested in the document: a little more than real threads are deep. Browsers close elements
 * by force at a depth of 512 (Blink's `kMaximumHTMLParserDOMTreeDepth`), of which a level takes four, and React's
 * renderer loses what lies deeper than its stack, at some 80 levels. A comment below this depth follows its parent
 * on the last level, where its "in reply to" still names and links it.
 */
const DEEPEST_LEVEL = 50;

/** The conversation: every comment once, each reply inside the comment it answers. */
export function Thread({ reading }: { reading: Reading }) {
  const { words, article } = reading;
  const { roots, completeness, inReadingOrder } = article.thread;
  return (
    <section id="comments" className={threadClass(inReadingOrder.length)}>
      <h2>{words.commentsHeading(completeness.present)}</h2>
      <ThreadEvents reading={reading} />
      {roots.length === 0 ? (
        <p>{words.noComments}</p>
      ) : (
        <>
          <ThreadGuide order="conversation" nodes={inReadingOrder} reading={reading} />
          <CommentList nodes={roots} reading={reading} level={1} />
        </>
      )}
    </section>
  );
}

/** The same comments one after the other. */
export function FlatThread({ nodes, reading }: { nodes: readonly ThreadNode[]; reading: Reading }) {
  return (
    <section id="comments" className={threadClass(nodes.length)}>
      <ThreadGuide order="as posted" nodes={nodes} reading={reading} />
      <ol>
        {nodes.map((node) => (
          <li key={node.comment.id}>
            <CommentArticle
              node={node}
              reading={reading}
              heading={2}
              linksReplies={node.replies.length > 0}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Comments of one level, each with its replies below. */
function CommentList(props: { nodes: readonly ThreadNode[]; reading: Reading; level: number }) {
  const { nodes, reading, level } = props;
  if (level > 2) noteLayers("deep-replies");
  const isDeepest = level === DEEPEST_LEVEL;
  return (
    <ol>
      {(isDeepest ? nodes.flatMap(flatten) : nodes).map((node) => (
        <li key={node.comment.id}>
          <CommentArticle node={node} reading={reading} linksReplies={node.replies.length > 1}>
            {!isDeepest && node.replies.length > 0 && (
              <details open>
                <summary>{reading.words.replies(node.descendants)}</summary>
                <CommentList nodes={node.replies} reading={reading} level={level + 1} />
              </details>
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

/** From here on a browser lays a comment out only when it comes near the screen. */
const LONG_THREAD = 200;

function threadClass(comments: number): string {
  if (comments < LONG_THREAD) return "thread";
  noteLayers("guide");
  return "thread long";
}
