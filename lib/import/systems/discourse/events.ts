import { z } from "zod";
import type { ThreadFact } from "../../model";
import type { DiscoursePost } from "./shapes";

/** `Post.types` of Discourse. */
const SMALL_ACTION = 3;

/** What a small action says, by the beginning of its code (`app/models/post.rb`, `small_action`). */
const EVENTS: readonly (readonly [RegExp, ThreadFact["what"]])[] = [
  [/^(?:auto)?closed\.enabled$/u, "closed"],
  [/^(?:auto)?closed\.disabled$/u, "reopened"],
  [/^archived\.enabled$/u, "archived"],
  [/^archived\.disabled$/u, "unarchived"],
  [/^pinned(?:_globally)?\.enabled$/u, "pinned"],
  [/^pinned(?:_globally)?\.disabled$/u, "unpinned"],
  [/^visible\.disabled$/u, "hidden"],
  [/^visible\.enabled$/u, "shown"],
  [/^split_topic$/u, "split"],
  [/^(?:moved|merged)/u, "moved"],
];

export function isEvent({ post_type: type }: DiscoursePost): boolean {
  return type === SMALL_ACTION;
}

export function readEvent(post: DiscoursePost): ThreadFact {
  const code = post.action_code ?? "";
  const what = EVENTS.find(([pattern]) => pattern.test(code))?.[1] ?? "other";
  return {
    what,
    ...(isDated(post.created_at) && { date: post.created_at }),
    ...(post.username && { author: post.username }),
    number: post.post_number,
    ...(what === "other" && { text: code || "an action without a name" }),
  };
}

/** ISO 8601 with offset, as Discourse writes every date. */
export function isDated(date: string | null | undefined): date is string {
  return z.iso.datetime({ offset: true }).safeParse(date).success;
}
