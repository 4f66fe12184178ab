import { indexOnce } from "./index-once";
import type { Archive, Article, ArticleOutline, Catalogue, Thread, ThreadNode } from "./model";
import { slugsOf } from "./pages";

/** @param slug the article's, or one of its former ones */
export function findArticle(archive: Archive, slug: string): Article | undefined {
  return indexArticles(archive).get(slug);
}

/** @param slug the article's, or one of its former ones */
export function findOutline(catalogue: Catalogue, slug: string): ArticleOutline | undefined {
  return indexOutlines(catalogue).get(slug);
}

/** A comment with its neighbours in the source. */
export type FoundComment = {
  readonly node: ThreadNode;
  readonly previous?: ThreadNode;
  readonly next?: ThreadNode;
};

export function findComment(thread: Thread, id: string): FoundComment | undefined {
  const place = indexPlaces(thread).get(id);
  const node = thread.byId.get(id);
  if (!node || place === undefined) return undefined;
  return { node, previous: thread.inSourceOrder[place - 1], next: thread.inSourceOrder[place + 1] };
}

const indexArticles = indexOnce(({ articles }: Archive) => indexBySlugs(articles));
const indexOutlines = indexOnce(({ articles }: Catalogue) => indexBySlugs(articles));

function indexBySlugs<Known extends ArticleOutline>(articles: readonly Known[]): ReadonlyMap<string, Known> {
  return new Map(articles.flatMap((article) => slugsOf(article).map((slug) => [slug, article])));
}

const indexPlaces = indexOnce(
  ({ inSourceOrder }: Thread) => new Map(inSourceOrder.map(({ comment }, place) => [comment.id, place])),
);
