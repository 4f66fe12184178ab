import type { ThreadEvent } from "../../lib/archive/model";
import { describeEventSource } from "../../lib/text/interface/sentences";
import { noteLayers } from "../page/page-notes";
import type { Reading } from "../page/reading";
import { Timestamp } from "../page/timestamp";

/** What happened to the thread at its source: closed, split, moved. */
export function ThreadEvents({ reading }: { reading: Reading }) {
  const { words, article } = reading;
  const { events = [] } = article;
  if (events.length === 0) return null;
  noteLayers("guide");
  return (
    <section className="events note" aria-label={words.events.title}>
      <p>{words.events.title}</p>
      <ul>
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may have happened twice, and nothing moves
          <li key={index}>
            <EventLine event={event} reading={reading} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Fermé le 15 janvier 2021 à 09h00 par NAME : les mots de la source · nº 5", where the source counts it among the posts. */
function EventLine({ event, reading }: { event: ThreadEvent; reading: Reading }) {
  const { words, article } = reading;
  return (
    <>
      {words.events.names[event.what]}
      {event.published && (
        <>
          {" "}
          {words.events.on} <Timestamp iso={event.published} timeZone={article.timeZone} words={words} />
        </>
      )}
      {describeEventSource(event, words)}
      {event.position !== undefined && ` · ${words.commentNumber(event.position)}`}
    </>
  );
}
