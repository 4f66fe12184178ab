import type { Archive, Article, Thread, ThreadNode } from "./model";
import { slugsOf } from "./permalinks";

/** @param slug the article's, or one of its former ones */
export function findArticle(archive: Archive, slug: string): Article | undefined {
  return indexOf(archive, articlesBySlug, indexArticles).get(slug);
}

/** A comment with its neighbours in the source. */
export type FoundComment = {
  readonly node: ThreadNode;
  readonly previous?: ThreadNode;
  readonly next?: ThreadNode;
};

export function findComment(thread: Thread, id: string): FoundComment | undefined {
  const place = indexOf(thread, placesInSource, indexPlaces).get(id);
  const node = thread.byId.get(id);
  if (!node || place === undefined) return undefined;
  return { node, previous: thread.inSourceOrder[place - 1], next: thread.inSourceOrder[place + 1] };
}

// A page asks for one of ten thousand: each index is made once for its archive or thread.
const articlesBySlug = new WeakMap<Archive, ReadonlyMap<string, Article>>();
const placesInSource = new WeakMap<Thread, ReadonlyMap<string, number>>();

function indexArticles({ articles }: Archive) {
  return new Map(articles.flatMap((article) => slugsOf(article).map((slug) => [slug, article])));
}

function indexPlaces({ inSourceOrder }: Thread) {
  return new Map(inSourceOrder.map(({ comment }, place) => [comment.id, place]));
}

function indexOf<Whole extends object, Index>(
  whole: Whole,
  known: WeakMap<Whole, Index>,
  make: (whole: Whole) => Index,
): Index {
  const index = known.get(whole) ?? make(whole);
  known.set(whole, index);
  return index;
}
