import { indexOnce } from "../../archive/index-once";
import type { Article, ThreadNode } from "../../archive/model";
import { findMentioned, findParticipants, foldPersonName } from "../../archive/thread/participants";
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
  const opener = findOpener(article);
  return createMentionReader(namesIn(article), (name) => {
    const found = findMentioned(article.thread, name, node);
    if (found.presence === "earlier") {
      return { presence: found.presence, href: links.toComment(found.node.comment.id) };
    }
    const isOpener = opener !== undefined && foldPersonName(name) === foldPersonName(opener);
    return isOpener ? { presence: "earlier", href: links.toArticle } : { presence: found.presence };
  });
}

function findOpener({ position, author }: Article): string | undefined {
  return position === undefined ? undefined : author?.name;
}

const namesIn = indexOnce((article: Article) => [
  ...findParticipants(article.thread).map(({ name }) => name),
  ...[findOpener(article)].filter((name) => name !== undefined),
]);
