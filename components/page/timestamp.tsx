import { formatDate } from "../../lib/text/interface/dates";
import type { Words } from "../../lib/text/interface/words";

/** An absolute date; `iso` stays readable by machines. */
export function Timestamp(props: {
  iso: string;
  timeZone: string;
  words: Words;
  /** What of the page's microformat it dates. */
  className?: "dt-published" | "dt-updated";
}) {
  const { iso, timeZone, words, className } = props;
  return (
    <time className={className} dateTime={iso}>
      {formatDate(iso, timeZone, words)}
    </time>
  );
}
