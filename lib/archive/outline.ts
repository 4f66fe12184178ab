import type { ArticleOutline, CommentOutline, Completeness } from "./model";

/** An outline as JSON holds it. */
export type WrittenOutline = Omit<ArticleOutline, "thread"> & {
  readonly comments: readonly CommentOutline[];
  readonly completeness: Completeness;
};

/** The outline of an article, and nothing else of it: what is kept of it holds no text of a comment. */
export function writeOutline(article: ArticleOutline): WrittenOutline {
  const { slug, formerSlugs, title, language, published, timeZone, summary, source, captured } = article;
  const { inSourceOrder, completeness } = article.thread;
  return {
    ...{ slug, formerSlugs, title, language, published, timeZone, summary, source, captured, completeness },
    author: { name: article.author.name },
    comments: inSourceOrder.map(({ comment: { id, status, position, author, source } }) => ({
      ...{ id, status, position, author, source },
    })),
  };
}

export function readOutline({ comments, completeness, ...facts }: WrittenOutline): ArticleOutline {
  const inSourceOrder = comments.map((comment) => ({ comment }));
  const byId = new Map(inSourceOrder.map((node) => [node.comment.id, node]));
  return { ...facts, thread: { inSourceOrder, byId, completeness } };
}
