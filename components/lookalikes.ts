import type { Thread } from "../lib/archive/model";
import { findParticipants } from "../lib/archive/participants";
import { findLookalikes } from "../lib/text/unicode";

/** By a participant's name, the name of another participant that it may be taken for. */
export function lookalikesIn(thread: Thread): ReadonlyMap<string, string> {
  const known = lookalikesOfThreads.get(thread);
  if (known) return known;
  const lookalikes = findLookalikes(findParticipants(thread).map(({ name }) => name));
  lookalikesOfThreads.set(thread, lookalikes);
  return lookalikes;
}

const lookalikesOfThreads = new WeakMap<Thread, ReadonlyMap<string, string>>();
