import { indexOnce } from "../../lib/archive/index-once";
import type { Thread } from "../../lib/archive/model";
import { findLookalikes } from "../../lib/text/writing/unicode";

/**
 * By a name as written on a comment, the name of another participant that it may be taken for. Every spelling counts:
 * "Iudo" looks like "ludo" where "iudo" does not.
 */
export const lookalikesIn = indexOnce((thread: Thread) =>
  findLookalikes(thread.inSourceOrder.flatMap(({ comment }) => comment.author ?? [])),
);
