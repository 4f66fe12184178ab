import type { Article } from "../lib/archive/model";
import { describeCompleteness } from "../lib/text/language";
import { dateSourceLinks, versionDate } from "../lib/text/robust-links";
import { displayLine } from "../lib/text/typography";
import { Citation } from "./citation";
import type { Reading } from "./reading";
import { Timestamp } from "./timestamp";

/** Where the article comes from, what of it is here, what is not, and how to cite it. */
export function Provenance({ reading }: { reading: Reading }) {
  const { article, words, settings } = reading;
  const { source, captured, leftOut, timeZone, thread } = article;
  return (
    <section id="provenance" className="provenance">
      <h2>{words.provenance}</h2>
      <p>
        {words.publishedBy} {displayLine(source.name, article.language)}. {words.originalAddress}{" "}
        <a href={source.url} data-versiondate={versionDate(source.url, dateSourceLinks(settings, article))}>
          {source.url}
        </a>
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
      </p>
      <p>
        {describeCompleteness(thread.completeness, words)} {isUndated(article) && words.undatedComments}
      </p>
      <p>
        {words.fingerprint} <code>{article.digest}</code>
      </p>
      <Citation reading={reading} />
    </section>
  );
}

/** Whether the thread has comments and the source dates none of them. */
function isUndated({ thread }: Article): boolean {
  const comments = thread.inSourceOrder;
  return comments.length > 0 && comments.every(({ comment }) => comment.published === undefined);
}
