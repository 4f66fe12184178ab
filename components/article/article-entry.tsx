import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings, ArticleOutline } from "../../lib/archive/model";
import type { Words } from "../../lib/text/interface/words";
import { displayLine } from "../../lib/text/writing/typography";
import { Name } from "../page/participant";
import { Prose } from "../page/prose";
import { createReading, languageAttributes } from "../page/reading";
import { Timestamp } from "../page/timestamp";
import { AbsentText } from "./article-text";

/** An article in the index: what it is, whose, from where and when, and how many answered. */
export function ArticleEntry(props: { article: ArticleOutline; settings: ArchiveSettings; words: Words }) {
  const { article, settings, words } = props;
  const addresses = addressesOf(settings.url);
  const reading = { ...createReading(settings, article, "page"), words };
  return (
    <article className="entry">
      <h2 {...languageAttributes(article.language, words)}>
        <a href={addresses.article(article.slug)}>{displayLine(article.title, article.language)}</a>
      </h2>
      <p className="facts">
        {displayLine(article.source.name, article.language)}
        {article.published && (
          <>
            {" · "}
            <Timestamp iso={article.published} timeZone={article.timeZone} words={words} />
          </>
        )}
        {article.author && (
          <>
            {" · "}
            <Name name={article.author.name} />
          </>
        )}
        {" · "}
        <a href={`${addresses.article(article.slug)}#comments`}>
          {words.comments(article.thread.completeness.present)}
        </a>
      </p>
      {article.status === "erased" && <AbsentText reading={reading} />}
      {article.summary && (
        <Prose
          markdown={article.summary}
          reading={reading}
          scope={`${article.slug}-summary`}
          topHeading={3}
        />
      )}
    </article>
  );
}
