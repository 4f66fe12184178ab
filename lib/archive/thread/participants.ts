import { indexOnce } from "../index-once";
import type { Thread, ThreadNode } from "../model";

/** A person who takes part, by the spelling of their name that they used first. */
export type Participant = { readonly name: string; readonly comments: readonly ThreadNode[] };

/**
 * Everybody in order of first appearance, with their comments in source order. Names are one person's where a mention
 * would mean the same person by them, see `foldPersonName`.
 */
export function findParticipants(thread: Thread): readonly Participant[] {
  const byFold = new Map<string, { readonly name: string; readonly comments: ThreadNode[] }>();
  for (const node of thread.inSourceOrder) {
    const { author } = node.comment;
    if (author === undefined) continue;
    const known = byFold.get(foldPersonName(author));
    if (known) known.comments.push(node);
    else byFold.set(foldPersonName(author), { name: author, comments: [node] });
  }
  return [...byFold.values()];
}

export type Mentioned =
  | { readonly presence: "earlier"; readonly node: ThreadNode }
  | { readonly presence: "later" }
  | { readonly presence: "absent" };

/**
 * Whom `@name` in a comment means: that person's nearest comment before it in the source. Upper and lower case, and
 * the ways to encode an accent, make no difference.
 *
 * @param from a comment of this thread
 * @returns `later` where that person has no comment before this one, but this one or one after it
 */
export function findMentioned(thread: Thread, name: string, from: ThreadNode): Mentioned {
  const { places, placesOf } = indexMentions(thread);
  const candidates = placesOf.get(foldPersonName(name)) ?? [];
  const before = countBelow(candidates, places.get(from) ?? 0);
  const node = thread.inSourceOrder[candidates[before - 1] ?? -1];
  if (node !== undefined) return { presence: "earlier", node };
  return { presence: candidates.length > 0 ? "later" : "absent" };
}

type MentionIndex = {
  readonly places: ReadonlyMap<ThreadNode, number>;
  /** By folded name, ascending. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
};

const indexMentions = indexOnce((thread: Thread): MentionIndex => {
  const places = new Map(thread.inSourceOrder.map((node, place) => [node, place]));
  const placesOf = new Map<string, number[]>();
  for (const [{ comment }, place] of places) {
    if (comment.author !== undefined) append(placesOf, foldPersonName(comment.author), place);
  }
  return { places, placesOf };
});

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/**
 * One text for all the ways to write a person's name: upper and lower case, and the ways to encode an accent, make no
 * difference. Independent of the machine's locale.
 */
export function foldPersonName(name: string): string {
  return name.normalize("NFC").toLowerCase().normalize("NFC");
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
