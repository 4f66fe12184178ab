import { indexOnce } from "../lib/archive/index-once";
import type { Thread, ThreadNode } from "../lib/archive/model";
import { findMentioned, findParticipants } from "../lib/archive/participants";
import { createMentionReader, type MentionReader } from "../lib/text/mentions";
import type { Reading } from "./reading";

/** How `@name` reads in one comment: it leads to that person's nearest earlier comment. */
export function readMentions(node: ThreadNode, reading: Reading): MentionReader {
  const { thread } = reading.article;
  return createMentionReader(namesIn(thread), (name) => {
    const found = findMentioned(thread, name, node);
    if (found.presence !== "earlier") return { presence: found.presence };
    return { presence: "earlier", href: reading.linkTo(found.node.comment.id) };
  });
}

const namesIn = indexOnce((thread: Thread) => findParticipants(thread).map(({ name }) => name));
