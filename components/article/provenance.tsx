import type { Article } from "../../lib/archive/model";
import { precisionOf } from "../../lib/archive/moment";
import { describeCompleteness } from "../../lib/text/interface/sentences";
import { dateSourceLinks, versionDate } from "../../lib/text/links/robust-links";
import { displayLine } from "../../lib/text/writing/typography";
import { displayName } from "../../lib/text/writing/unicode";
import type { Reading } from "../page/reading";
import { Timestamp } from "../page/timestamp";
import { Citation } from "./citation";

/** Where the article comes from, what of it is here, what is not, and how to cite it. */
export function Provenance({ reading }: { reading: Reading }) {
  const { article, words, settings } = reading;
  const { source, captured, leftOut, timeZone, thread, languageBasis } = article;
  return (
    <section id="provenance" className="provenance">
      <h2>{words.provenance}</h2>
      <p>
        {words.publishedBy} {displayLine(source.name, article.language)}.
        {source.url && (
          <>
            {" "}
            {words.originalAddress}{" "}
            <a
              href={source.url}
              data-versiondate={versionDate(source.url, dateSourceLinks(settings, article))}
            >
              {source.url}
            </a>
          </>
        )}
      </p>
      <p>
        {captured ? (
          <>
            {words.capturedOn} <Timestamp iso={captured} timeZone={timeZone} words={words} />.
          </>
        ) : (
          words.captureUndated
        )}{" "}
        {leftOut && displayLine(words.leftOut(leftOut), article.language)}
        {languageBasis === "detected" && ` ${words.detectedLanguage}`}
      </p>
      <Captures reading={reading} />
      <p>
        {describeCompleteness(thread.completeness, words)} {isUndated(article) && words.undatedComments}
        {hasZonelessTimes(article) && ` ${words.zonelessTimes}`}
      </p>
      <p>
        {words.fingerprint} <code>{article.digest}</code>
      </p>
      <Citation reading={reading} />
    </section>
  );
}

/** The files that the article was imported from, each to be recognised by its digest. */
function Captures({ reading: { article, words } }: { reading: Reading }) {
  const { captures = [] } = article;
  return captures.map(({ file, sha256 }) => (
    <p key={`${file} ${sha256}`}>
      {words.importedFrom} <bdi>{displayName(file)}</bdi>, SHA-256 <code>{sha256}</code>
    </p>
  ));
}

/** Whether the source gives times of a zone that it does not name. */
function hasZonelessTimes({ published, thread }: Article): boolean {
  const moments = [published, ...thread.inSourceOrder.map(({ comment }) => comment.published)];
  return moments.some((moment) => moment !== undefined && precisionOf(moment) === "local time");
}

/** Whether the thread has comments and the source dates none of them. */
function isUndated({ thread }: Article): boolean {
  const comments = thread.inSourceOrder;
  return comments.length > 0 && comments.every(({ comment }) => comment.published === undefined);
}
