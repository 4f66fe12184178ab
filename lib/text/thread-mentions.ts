import { indexOnce } from "../archive/index-once";
import type { Article, Thread, ThreadNode } from "../archive/model";
import { findMentioned, findParticipants, foldPersonName } from "../archive/participants";
import { createMentionReader, type MentionReader } from "./mentions";

/** Where the links of mentions lead. */
export type MentionLinks = {
  /** The address of a comment, by its id. */
  readonly toComment: (commentId: string) => string;
  readonly toArticle: string;
};

/**
 * How `@name` reads in one comment: it leads to that person's nearest earlier comment; where the article is itself a post
 * of the thread, its author's name leads to the article else.
 *
 * @param node a comment of the article's thread
 */
export function readMentions(node: ThreadNode, article: Article, links: MentionLinks): MentionReader {
  const { thread } = article;
  const opener = article.position === undefined ? undefined : article.author?.name;
  const names = opener === undefined ? namesIn(thread) : [...namesIn(thread), opener];
  return createMentionReader(names, (name) => {
    const found = findMentioned(thread, name, node);
    if (found.presence === "earlier") {
      return { presence: found.presence, href: links.toComment(found.node.comment.id) };
    }
    const isOpener = opener !== undefined && foldPersonName(name) === foldPersonName(opener);
    return isOpener ? { presence: "earlier", href: links.toArticle } : { presence: found.presence };
  });
}

const namesIn = indexOnce((thread: Thread) => findParticipants(thread).map(({ name }) => name));
