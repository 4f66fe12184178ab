import { formatDate, type Words } from "../lib/text/language";

/** An absolute date; `iso` stays readable by machines. */
export function Timestamp({ iso, timeZone, words }: { iso: string; timeZone: string; words: Words }) {
  return <time dateTime={iso}>{formatDate(iso, timeZone, words)}</time>;
}
