import type { Article } from "./model";
import type { Moment } from "./moment";

/** Every moment at which something of an article and its thread was published, changed or captured, as far as they are known. */
export function listMoments({ published, captured, thread }: Article): readonly Moment[] {
  const comments = thread.inSourceOrder.flatMap(({ comment }) => [
    comment.published ?? comment.notAfter,
    comment.status === "present" ? comment.edited?.date : undefined,
  ]);
  return [published, captured, ...comments].filter((moment) => moment !== undefined);
}
