/**
 * Dates as sources give them, as ISO 8601 in the extended form and to no more precision than the source states:
 *
 * - an instant, `2021-01-15T09:00:00+01:00`: date, time and offset;
 * - a local time, `2021-01-15T09:00`: what a clock showed, in a zone that is not known;
 * - a day, `2021-01-15`, of which the zone is not known either.
 *
 * A moment stays the text that was written. This file alone knows what it means.
 */
export type Moment = string;

export type Precision = "instant" | "local time" | "day";

const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
/** Clocks on Earth differ from UTC by up to 14 hours. */
const OFFSET = String.raw`(?:Z|[+-](?:0\d:[0-5]\d|1[0-3]:[0-5]\d|14:00))`;

const PLAIN_DATE = new RegExp(`^${DATE}$`);
const MOMENT = new RegExp(`^${DATE}(?:T${CLOCK}(?<offset>${OFFSET})?)?$`);

/** A day that was or will be, `2021-01-15` (ISO 8601, Gregorian). */
export function isDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  // Where a day does not exist, `Date` moves on to one that does.
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A real date in one of the three precisions; seconds may be left out of a time. */
export function isMoment(text: string): boolean {
  return MOMENT.test(text) && isDate(writtenDay(text));
}

export function precisionOf(moment: Moment): Precision {
  if (!moment.includes("T")) return "day";
  return MOMENT.exec(moment)?.groups?.offset === undefined ? "local time" : "instant";
}

/** The day that stands in the moment as it is written, `2021-01-15`. */
export function writtenDay(moment: Moment): string {
  return moment.slice(0, "2021-01-15".length);
}

/**
 * Where a moment stands among others, in milliseconds since 1970. What it leaves open is read as UTC, and a day as its
 * beginning: no more than a rule that gives every build the same order.
 */
export function placeInTime(moment: Moment): number {
  return Date.parse(precisionOf(moment) === "local time" ? `${moment}Z` : moment);
}

/** Whether one moment is known to be before another; of two that are given to different precisions nobody can say. */
export function isBefore(one: Moment, other: Moment): boolean {
  return precisionOf(one) === precisionOf(other) && placeInTime(one) < placeInTime(other);
}

/** The first of some moments, as it was written; by the same rule where they are given to different precisions. */
export function findEarliest(moments: readonly Moment[]): Moment | undefined {
  return moments.toSorted((one, other) => placeInTime(one) - placeInTime(other))[0];
}

/**
 * Newest first; what has no date comes after everything that has one.
 *
 * @returns as `Array.sort` wants it, 0 where the two cannot be told apart
 */
export function compareNewestFirst(one: Moment | undefined, other: Moment | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return placeInTime(other) - placeInTime(one);
}

/**
 * The full instant (RFC 3339 §5.6, with seconds) that stands for a moment where a format takes nothing less: a local time
 * is read as UTC; a day is noon in UTC, for wherever that is read from UTC-12 to UTC+11 a calendar shows the same day.
 */
export function toDateTime(moment: Moment): string {
  const precision = precisionOf(moment);
  if (precision === "day") return `${moment}T12:00:00Z`;
  const zoned = precision === "local time" ? `${moment}Z` : moment;
  return zoned.replace(/T(\d\d:\d\d)(?=[Z+-])/, "T$1:00");
}
