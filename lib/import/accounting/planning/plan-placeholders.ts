import { serializeFile } from "../../../archive/format/serialize";
import type { SourcePost, SourceThread } from "../../model";
import type { Relations } from "../relations";
import { fieldsOfMissing } from "./front-matter-fields";
import type { PlannedFile } from "./planned-file";

/** What the source lists and does not hold. */
export function planAbsent({ absent }: SourceThread, idFor: (id: string) => string): PlannedFile[] {
  return absent.map(({ id, number }) => ({
    path: `comments/${idFor(id)}.md`,
    text: serializeFile(fieldsOfMissing(number, id.replace(/^post-/u, "")), ""),
  }));
}

/** Who answers one that is not there shares its placeholder with all the others. */
export function planMissing(
  thread: SourceThread,
  relations: Relations,
  idFor: (id: string) => string,
): PlannedFile[] {
  const known = new Set(thread.absent.map(({ id }) => id));
  return [...relations.missing]
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `comments/${idFor(id)}.md`,
      text: serializeFile(fieldsOfMissing(placeOfMissing(id, thread, relations), id), ""),
    }));
}

/**
 * Where the source counts its posts, the number by which one is answered is its place; but for posts that were moved, which
 * go by the number that they had elsewhere: that is no place here.
 */
function placeOfMissing(
  id: string,
  { article, facts, posts }: SourceThread,
  { byPost }: Relations,
): number | undefined {
  const number = Number(id);
  if (article.position === undefined || !/^[1-9]\d{0,5}$/u.test(id)) return undefined;
  const isTaken = number === article.position || facts.some((fact) => fact.number === number);
  const isLater = posts.some((post) => byPost.get(post.id)?.parentId === id && (post.number ?? 0) < number);
  return isTaken || isLater ? undefined : number;
}

/** A post that cannot be written leaves its place, for those who answer it. */
export function planRefused(
  posts: readonly SourcePost[],
  refused: readonly { readonly source: string }[],
  idFor: (id: string) => string,
  places: ReadonlyMap<SourcePost, number>,
): PlannedFile[] {
  const sources = new Set(refused.map(({ source }) => source));
  return posts
    .filter(({ source }) => sources.has(source))
    .map((post) => ({
      path: `comments/${idFor(post.id)}.md`,
      text: serializeFile(fieldsOfMissing(places.get(post), post.sourceId ?? post.id), ""),
    }));
}
