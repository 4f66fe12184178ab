import { type FieldProblem, quote } from "../format/problem";
import type { ArticleOutline, Problem } from "../model";
import { slugsOf } from "../pages";

/** The ledger of addresses, in the content folder. */
export const PERMALINKS = "permalinks.txt";

/**
 * `content/permalinks.txt`: every address that was ever published, a line each, `/<article>/` or
 * `/<article>/c/<id>/`, without the base path of the site, which may move. Lines are added, never removed.
 */
export type Permalink = { readonly slug: string; readonly commentId?: string };

export const PERMALINK = /^\/(?<slug>[a-z0-9-]+)\/(?:c\/(?<commentId>[a-z0-9-]+)\/)?$/;

/** The lines of the ledger by their number from 1; blank ones and those that begin with `#` say nothing. */
export function parsePermalinks(text: string) {
  const permalinks = new Map<number, Permalink>();
  const problems: FieldProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const { slug, commentId } = PERMALINK.exec(line)?.groups ?? {};
    if (slug !== undefined) permalinks.set(index + 1, { slug, commentId });
    else
      problems.push({
        field: `line ${index + 1}`,
        found: quote(line),
        expected: "an address such as /article/c/1/",
      });
  }
  return { permalinks, problems };
}

/** Every address of the articles as the ledger writes them. */
export function listPermalinks(articles: readonly ArticleOutline[]): string[] {
  return articles.flatMap(({ slug, thread }) => [
    `/${slug}/`,
    ...thread.inSourceOrder.map(({ comment }) => `/${slug}/c/${comment.id}/`),
  ]);
}

/** What became of the published addresses. */
export type PermalinkCheck = {
  /** Articles that no folder answers for: an article is not lost by accident, its keeper has to say. */
  readonly problems: readonly FieldProblem[];
  /** Ids of comments whose file is gone, by the slug under which they were published: a page says so. */
  readonly vanished: ReadonlyMap<string, ReadonlySet<string>>;
};

/** An article answers under its slug and under its former ones, with all its comments. */
export function checkPermalinks(
  articles: readonly ArticleOutline[],
  permalinks: ReadonlyMap<number, Permalink>,
): PermalinkCheck {
  const bySlug = new Map(articles.flatMap((article) => slugsOf(article).map((slug) => [slug, article])));
  const lost = new Map<string, FieldProblem>();
  const vanished = new Map<string, Set<string>>();
  for (const [line, { slug, commentId }] of permalinks) {
    const article = bySlug.get(slug);
    if (!article) lost.set(slug, lost.get(slug) ?? describeLost(line, slug));
    else if (commentId !== undefined && !article.thread.byId.has(commentId)) {
      vanished.set(slug, (vanished.get(slug) ?? new Set()).add(commentId));
    }
  }
  return { problems: [...lost.values()], vanished };
}

/**
 * Addresses that two articles claim.
 *
 * @param pathOf the path for a problem line of a file in the content folder
 */
export function findSharedSlugs(
  articles: readonly ArticleOutline[],
  pathOf: (path: string) => string,
): Problem[] {
  const owners = new Map(articles.map(({ slug }) => [slug, slug]));
  return articles.flatMap(({ slug, formerSlugs }) =>
    formerSlugs.flatMap((former) => {
      const owner = owners.get(former);
      owners.set(former, slug);
      if (owner === undefined) return [];
      const expected = `a slug that is not that of ${owner}`;
      return [{ path: pathOf(`${slug}/article.md`), field: "formerSlugs", found: quote(former), expected }];
    }),
  );
}

function describeLost(line: number, slug: string): FieldProblem {
  const expected = `the folder ${slug}, or "formerSlugs: [${slug}]" in the article.md of the article that it became`;
  return { field: `line ${line}`, found: `/${slug}/, at which nothing answers`, expected };
}
