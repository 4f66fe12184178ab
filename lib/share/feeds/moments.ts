import type { Article, Comment } from "../../archive/model";
import { type Moment, placeInTime, precisionOf, toDateTime } from "../../archive/moment";

/** Atom wants a moment even of what has none; nothing in an archive is older than this one. */
export const NEVER = "1970-01-01T00:00:00Z";

/** RFC 3339, only where the source states an instant: of a day or a local time nobody knows which one it was. */
export function statedInstant(moment: Moment | undefined): string | undefined {
  return moment !== undefined && precisionOf(moment) === "instant" ? toDateTime(moment) : undefined;
}

/** The last of some moments, as it was written. */
export function findNewest(moments: readonly Moment[]): Moment | undefined {
  let newest: Moment | undefined;
  for (const moment of moments) {
    if (newest === undefined || placeInTime(moment) > placeInTime(newest)) newest = moment;
  }
  return newest;
}

/** When a comment was last written at, as far as its source says. RFC 3339. */
export function findChange(comment: Comment): string | undefined {
  const edited = comment.status === "present" ? comment.edited?.date : undefined;
  const stated = edited ?? comment.published;
  return stated && toDateTime(stated);
}

/**
 * What Atom's `updated` of a comment is (RFC 4287 §4.2.15), which may not be absent: its own date; where its source gives
 * none, the nearest moment that is stated, its capture or its article's, by which it stood there, or else the article's publication. A
 * `published` is never made from this.
 */
export function findUpdated(comment: Comment, { captured, published }: Article): string {
  return findChange(comment) ?? toDateTime(comment.notAfter ?? captured ?? published ?? NEVER);
}

/** The same of an article. */
export function findArticleUpdated({ captured, published }: Article): string {
  return toDateTime(published ?? captured ?? NEVER);
}
