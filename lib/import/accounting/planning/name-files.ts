import { digestText } from "../../files/memory";
import { idOf } from "../../files/slugs";
import type { SourcePost, SourceThread } from "../../model";

/** Where the source does not count, posts take the next place that is free. */
export function givePlaces(
  posts: readonly SourcePost[],
  { article }: SourceThread,
  taken: ReadonlySet<number>,
) {
  const used = new Set([...taken, ...(article.position === undefined ? [] : [article.position])]);
  const places = new Map<SourcePost, number>();
  let next = 1;
  for (const post of posts) {
    while (post.number === undefined && used.has(next)) next += 1;
    places.set(post, post.number ?? next);
    if (post.number === undefined) next += 1;
  }
  return places;
}

/**
 * A post that was listed before its number was known keeps the name that it got then. Ids that would be one file's name
 * are told apart by a digest of the source's own.
 */
export function nameFiles({ posts }: SourceThread, known: ReadonlySet<string>): (id: string) => string {
  const names = new Map(
    posts.flatMap(({ id, sourceId }) =>
      sourceId && known.has(`post-${sourceId}`) ? [[id, `post-${sourceId}`]] : [],
    ),
  );
  const taken = new Set<string>();
  return (id) => {
    const given = names.get(id);
    if (given !== undefined) return given;
    const plain = idOf(id);
    const name = taken.has(plain) ? `${plain.slice(0, 55)}-${digestText(id).slice(0, 8)}` : plain;
    taken.add(name);
    names.set(id, name);
    return name;
  };
}
