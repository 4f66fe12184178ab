import { indexOnce } from "../lib/archive/index-once";
import type { Thread } from "../lib/archive/model";
import { findParticipants } from "../lib/archive/participants";
import { findLookalikes } from "../lib/text/unicode";

/** By a participant's name, the name of another participant that it may be taken for. */
export const lookalikesIn = indexOnce((thread: Thread) =>
  findLookalikes(findParticipants(thread).map(({ name }) => name)),
);
