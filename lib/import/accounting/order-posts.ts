import type { SourcePost } from "../model";

/**
 * The posts in the order in which the archive numbers them: by the source's own numbers where it has any, else as they
 * stand in the source. A post that is answered before it comes is put before the first answer, since nobody answers what
 * was not written yet; never where the source counts.
 */
export function orderPosts(posts: readonly SourcePost[]): readonly SourcePost[] {
  if (posts.every(({ number }) => number !== undefined))
    return posts.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
  const byId = new Map(posts.map((post) => [post.id, post]));
  const placed = new Set<SourcePost>();
  for (const post of posts) {
    for (const ancestor of listUnplaced(post, byId, placed)) placed.add(ancestor);
  }
  return [...placed];
}

/** A post and those above it that have no place yet, the uppermost first; a circle ends where it began. */
function listUnplaced(
  post: SourcePost,
  byId: ReadonlyMap<string, SourcePost>,
  placed: ReadonlySet<SourcePost>,
): SourcePost[] {
  const chain: SourcePost[] = [];
  const seen = new Set<SourcePost>();
  for (let above: SourcePost | undefined = post; above && !placed.has(above) && !seen.has(above); ) {
    chain.push(above);
    seen.add(above);
    above = above.parent?.kind === "post" ? byId.get(above.parent.id) : undefined;
  }
  return chain.reverse();
}
