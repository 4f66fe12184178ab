import type { ArticleOutline, CommentOutline, Completeness, ThreadOutline } from "./model";

/** An outline as JSON holds it: its facts, and its thread as a list. */
export type WrittenOutline = {
  /** The outline of the article, but for its thread. */
  readonly facts: WithoutThread<ArticleOutline>;
  readonly comments: readonly CommentOutline[];
  readonly completeness: Completeness;
};

/** Each kind of article by itself, so that an erased one keeps its reason. */
type WithoutThread<Outline> = Outline extends { readonly thread: unknown } ? Omit<Outline, "thread"> : never;

/** The outline of an article, and nothing else of it: what is kept of it holds no text of a comment. */
export function writeOutline(article: ArticleOutline): WrittenOutline {
  const { inSourceOrder, completeness } = article.thread;
  return {
    facts: describeFacts(article),
    comments: inSourceOrder.map(({ comment: { id, status, position, author, source } }) => ({
      ...{ id, status, position, author, source },
    })),
    completeness,
  };
}

function describeFacts(article: ArticleOutline): WithoutThread<ArticleOutline> {
  const { slug, formerSlugs, title, language, published, timeZone, captured, author } = article;
  const place = {
    ...{ slug, formerSlugs, title, language, published, timeZone, captured },
    author: author && { id: author.id, name: author.name },
  };
  if (article.status === "present") {
    const { status, summary, source } = article;
    return { ...place, status, summary, source };
  }
  const { status, source, reason } = article;
  return { ...place, status, source, reason };
}

export function readOutline({ facts, comments, completeness }: WrittenOutline): ArticleOutline {
  const inSourceOrder = comments.map((comment) => ({ comment }));
  const byId = new Map(inSourceOrder.map((node) => [node.comment.id, node]));
  const thread: ThreadOutline = { inSourceOrder, byId, completeness };
  return { ...facts, thread };
}
