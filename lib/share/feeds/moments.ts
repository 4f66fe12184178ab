import type { Article, Comment } from "../../archive/model";

/**
 * A date of the archive as RFC 3339 §5.6 writes it: with seconds, which ISO 8601 lets one leave out. A day without a time
 * is noon in UTC: wherever it is read from UTC-12 to UTC+11, a calendar shows that day and no other.
 *
 * @param iso ISO 8601, a date or an instant with offset
 */
export function toDateTime(iso: string): string {
  if (!iso.includes("T")) return `${iso}T12:00:00Z`;
  return iso.replace(/T(\d\d:\d\d)(?=[Z+-])/, "T$1:00");
}

/** The last of some instants (RFC 3339), as it was written. */
export function findNewest(moments: readonly string[]): string | undefined {
  let newest: string | undefined;
  for (const moment of moments) {
    if (newest === undefined || Date.parse(moment) > Date.parse(newest)) newest = moment;
  }
  return newest;
}

/** When a comment was last written at, as far as its source says. RFC 3339. */
export function findChange(comment: Comment): string | undefined {
  const edited = comment.status === "present" ? comment.edited : undefined;
  const stated = edited ?? comment.published;
  return stated && toDateTime(stated);
}

/**
 * What Atom's `updated` of a comment is (RFC 4287 §4.2.15), which may not be absent: its own date; where its source gives
 * none, the nearest moment that is stated, the capture by which it stood there, or else the article's publication. A
 * `published` is never made from this.
 */
export function findUpdated(comment: Comment, { captured, published }: Article): string {
  return findChange(comment) ?? toDateTime(captured ?? published);
}
