import { listMoments } from "../../lib/archive/list-moments";
import type { Article } from "../../lib/archive/model";
import { type Precision, precisionOf } from "../../lib/archive/moment";
import { nameBook } from "../../lib/share/books/names";
import { describeCompleteness } from "../../lib/text/interface/sentences";
import type { Words } from "../../lib/text/interface/words";
import { dateSourceLinks, versionDate } from "../../lib/text/links/robust-links";
import { displayLine } from "../../lib/text/writing/typography";
import { displayName } from "../../lib/text/writing/unicode";
import type { Reading } from "../page/reading";
import { Timestamp } from "../page/timestamp";
import { Citation } from "./citation";
import { CITATION_FILES, FileLinks } from "./file-links";

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
        {describeCompleteness(thread.completeness, words)} {describeDating(article, words)}
        {hasTimes(article, "instant") && ` ${words.timesOf(timeZone)}`}
        {hasTimes(article, "local time") && ` ${words.zonelessTimes}`}
      </p>
      <p>
        {words.fingerprint} <code>{article.digest}</code>
      </p>
      <Citation reading={reading} />
      <Keep reading={reading} />
    </section>
  );
}

/** The article with its thread as files to take along. */
function Keep({ reading: { settings, article, words, addresses } }: { reading: Reading }) {
  const { slug } = article;
  const files = [
    ...(settings.books === "on" ? [["EPUB", nameBook(slug)] as const] : []),
    ["Markdown", "article.md"] as const,
    ["JSON", "thread.json"] as const,
    ...CITATION_FILES,
  ];
  return (
    <details>
      <summary>{words.keep}</summary>
      <FileLinks files={files.map(([label, file]) => [label, addresses.file(`${slug}/${file}`)])} />
    </details>
  );
}

/** The files that the article was imported from, each to be recognised by its digest; those that are published to be downloaded. */
function Captures({ reading: { article, words, addresses } }: { reading: Reading }) {
  const { slug, captures = [] } = article;
  return captures.map(({ file, sha256, publishedAs }) => (
    <p key={`${file} ${sha256}`}>
      {words.importedFrom}{" "}
      {publishedAs === undefined ? (
        <bdi>{displayName(file)}</bdi>
      ) : (
        <a href={addresses.file(`${slug}/${publishedAs}`)} rel="nofollow" download>
          <bdi>{displayName(file)}</bdi>
        </a>
      )}
      , SHA-256 <code>{sha256}</code>
    </p>
  ));
}

/** Whether times are shown that are instants, and so in a zone of ours, or of a zone that the source does not name. */
function hasTimes(article: Article, precision: Precision): boolean {
  return listMoments(article).some((moment) => precisionOf(moment) === precision);
}

/** Where the thread has comments and the source dates none of them. */
function describeDating({ thread }: Article, words: Words): string | undefined {
  const comments = thread.inSourceOrder.map(({ comment }) => comment);
  if (comments.length === 0 || comments.some(({ published }) => published !== undefined)) return undefined;
  const isBounded = comments.some(({ notAfter }) => notAfter !== undefined);
  return isBounded ? words.boundedComments : words.undatedComments;
}
