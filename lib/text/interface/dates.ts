import { TZDate } from "@date-fns/tz";
import { format, type Locale } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { fr } from "date-fns/locale/fr";
import { type Moment, precisionOf, writtenDay } from "../../archive/moment";
import type { Words } from "./words";

/** The names of months and days, by the language of the words. */
const LOCALES: Readonly<Record<string, Locale>> = { fr, en: enGB };

/**
 * A moment as the words' language prints it, to the precision in which it is stated: an instant in a zone of its own,
 * "15 janvier 2021 à 09h00"; a local time as it is written; of a day the day alone, "15 janvier 2021".
 *
 * @param timeZone IANA name
 */
export function formatDate(moment: Moment, timeZone: string, words: Words): string {
  const key = [moment, timeZone, words.language].join(" ");
  const known = formatted.get(key) ?? formatAnew(moment, timeZone, words);
  if (formatted.size >= FORMATTED) formatted.clear();
  formatted.set(key, known);
  return known;
}

// A comment's date stands on its page, its thread's and its neighbours'; zones of time are slow to look up.
const FORMATTED = 50_000;
const formatted = new Map<string, string>();

function formatAnew(moment: Moment, timeZone: string, words: Words): string {
  const date = toZonedDate(moment, timeZone);
  const day = date.getDate() === 1 ? words.patterns.firstDay : words.patterns.day;
  const pattern = precisionOf(moment) === "day" ? day : `${day}${words.patterns.time}`;
  return format(date, pattern, { locale: LOCALES[words.language] ?? enGB });
}

/** What is not in a known zone is read and shown in the same one, which leaves it as it is. */
function toZonedDate(moment: Moment, timeZone: string): TZDate {
  switch (precisionOf(moment)) {
    case "instant":
      return new TZDate(moment, timeZone);
    case "local time":
      return new TZDate(`${moment}Z`, "UTC");
    case "day":
      return new TZDate(`${moment}T00:00:00Z`, "UTC");
  }
}

/**
 * The day on which an instant falls in a zone of its own, `2021-01-15`; of any other moment the day that is written.
 *
 * @param timeZone IANA name
 */
export function dayOf(moment: Moment, timeZone: string): string {
  if (precisionOf(moment) !== "instant") return writtenDay(moment);
  const key = `${moment} ${timeZone}`;
  const known = days.get(key) ?? format(new TZDate(moment, timeZone), "yyyy-MM-dd");
  if (days.size >= FORMATTED) days.clear();
  days.set(key, known);
  return known;
}

const days = new Map<string, string>();
