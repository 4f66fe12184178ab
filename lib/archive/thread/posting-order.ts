import type { Thread, ThreadNode } from "../model";
import { placeInTime } from "../moment";

/** Every comment once, as they were posted, and of how many comments the source says when that was. */
export type PostingOrder = {
  readonly nodes: readonly ThreadNode[];
  readonly dated: "all" | "some" | "none";
};

/**
 * By date, then by place in the source. A comment without a date follows the one before it in the source, so that a
 * thread without dates keeps the source's order.
 */
export function orderByPosting({ inSourceOrder }: Thread): PostingOrder {
  let latest = -Infinity;
  const placed = inSourceOrder.map((node) => {
    latest = instantOf(node) ?? latest;
    return { node, instant: latest };
  });
  const dated = inSourceOrder.filter((node) => instantOf(node) !== undefined).length;
  return {
    nodes: placed.toSorted((one, other) => compare(one.instant, other.instant)).map(({ node }) => node),
    dated: dated === 0 ? "none" : dated === placed.length ? "all" : "some",
  };
}

/** Milliseconds since 1970. */
function instantOf({ comment }: ThreadNode): number | undefined {
  return comment.published === undefined ? undefined : placeInTime(comment.published);
}

/** The difference of two infinities is no number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
