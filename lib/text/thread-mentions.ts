import { indexOnce } from "../archive/index-once";
import type { Thread, ThreadNode } from "../archive/model";
import { findMentioned, findParticipants } from "../archive/participants";
import { createMentionReader, type MentionReader } from "./mentions";

/**
 * How `@name` reads in one comment: it leads to that person's nearest earlier comment.
 *
 * @param node a comment of `thread`
 * @param linkTo the address of a comment, by its id
 */
export function readMentions(
  node: ThreadNode,
  thread: Thread,
  linkTo: (commentId: string) => string,
): MentionReader {
  return createMentionReader(namesIn(thread), (name) => {
    const found = findMentioned(thread, name, node);
    if (found.presence !== "earlier") return { presence: found.presence };
    return { presence: "earlier", href: linkTo(found.node.comment.id) };
  });
}

const namesIn = indexOnce((thread: Thread) => findParticipants(thread).map(({ name }) => name));
