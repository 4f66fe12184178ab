import type { ThreadNode } from "../../lib/archive/model";
import { orderByPosting } from "../../lib/archive/thread/posting-order";
import { nameOrder } from "../../lib/text/interface/sentences";
import type { Reading } from "../page/reading";
import { Participants } from "./participants";
import { ThreadMap } from "./thread-map";

export type ThreadOrder = "conversation" | "as posted";

/** Below this number there is nothing to put in order. */
const WORTH_ORDERING = 2;

/** A shorter thread is seen whole in a screen or two; a map and a list of it would weigh as much as three comments. */
const WORTH_MAPPING = 12;

/** Before the comments: the two orders; for a thread that one may get lost in, its map and who takes part. */
export function ThreadGuide(props: { order: ThreadOrder; nodes: readonly ThreadNode[]; reading: Reading }) {
  const { order, nodes, reading } = props;
  if (nodes.length < WORTH_ORDERING) return null;
  return (
    <>
      <Orders current={order} reading={reading} />
      {nodes.length >= WORTH_MAPPING && (
        <>
          <ThreadMap nodes={nodes} reading={reading} />
          <Participants reading={reading} />
        </>
      )}
    </>
  );
}

function Orders({ current, reading }: { current: ThreadOrder; reading: Reading }) {
  const { article, addresses, words } = reading;
  const orders: [order: ThreadOrder, href: string, label: string][] = [
    ["conversation", `${addresses.article(article.slug)}#comments`, words.conversation],
    ["as posted", addresses.asPosted(article.slug), nameOrder(orderByPosting(article.thread), words)],
  ];
  return (
    <nav className="orders" aria-label={words.orders}>
      {orders.map(([order, href, label]) => (
        <a key={order} href={href} aria-current={order === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
