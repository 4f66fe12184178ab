import { indexOnce } from "../../archive/index-once";
import type { ArticleOutline, Catalogue } from "../../archive/model";
import { normalizeAddress } from "./normalize-address";

/** An address of the original site and the page that answers for it here. */
export type OldAddress = {
  /** As the content states it: an http or https address. */
  readonly original: string;
  /** What `normalizeAddress` makes of it; no two of an archive have the same. */
  readonly key: string;
  /** Present slug of the article. */
  readonly slug: string;
  /** For the address of a comment. */
  readonly commentId?: string;
  /** Path of the page in the site: `article/`, `article/c/1/`. */
  readonly archived: string;
};

/** One original address that several pages claim. */
export type Contested = {
  readonly original: string;
  /** The page that it leads to, and how many others claim it. */
  readonly archived: string;
  readonly others: number;
};

export type OldAddresses = {
  /** Articles first, newest first, then comments in the order of their articles and of the source. */
  readonly addresses: readonly OldAddress[];
  readonly contested: readonly Contested[];
};

/**
 * Every original address that the content states. Of pages that claim one and the same, the first has it: an article
 * before a comment. A tombstone is led to like any comment whose file states where it stood.
 */
export const listOldAddresses = indexOnce(({ articles }: Catalogue): OldAddresses => {
  const claims = new Map<string, { readonly first: OldAddress; others: number }>();
  for (const claim of [...articles.flatMap(claimOfArticle), ...articles.flatMap(claimsOfComments)]) {
    const earlier = claims.get(claim.key);
    if (earlier) earlier.others += 1;
    else claims.set(claim.key, { first: claim, others: 0 });
  }
  const all = [...claims.values()];
  return {
    addresses: all.map(({ first }) => first),
    contested: all
      .filter(({ others }) => others > 0)
      .map(({ first: { original, archived }, others }) => ({ original, archived, others })),
  };
});

/** The original addresses that one article states: its own, then its comments' in the order of the source. */
export function listArticleAddresses(article: ArticleOutline): OldAddress[] {
  return [...claimOfArticle(article), ...claimsOfComments(article)];
}

function claimOfArticle({ slug, source }: ArticleOutline): OldAddress[] {
  return claimOf(source.url, { slug, archived: `${slug}/` });
}

function claimsOfComments({ slug, thread }: ArticleOutline): OldAddress[] {
  return thread.inSourceOrder.flatMap(({ comment: { id, source } }) =>
    claimOf(source?.url, { slug, commentId: id, archived: `${slug}/c/${id}/` }),
  );
}

function claimOf(original: string | undefined, page: Omit<OldAddress, "original" | "key">): OldAddress[] {
  const key = original === undefined ? undefined : normalizeAddress(original);
  return original === undefined || key === undefined ? [] : [{ original, key, ...page }];
}

/** A line for each original address that more than one page claims: its keeper may not have meant that. */
export function describeContested({ contested }: OldAddresses): string[] {
  return contested.map(
    ({ original, archived, others }) =>
      `${original}: the original address of ${archived} and of ${others} more; it leads to the first`,
  );
}
