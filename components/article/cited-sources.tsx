import { Fragment } from "react";
import { dateArticleLinks, versionDate } from "../../lib/text/links/robust-links";
import { displayLine } from "../../lib/text/writing/typography";
import { languageAttributes, type Reading } from "../page/reading";

/** What the article itself names as its sources. */
export function CitedSources({ reading }: { reading: Reading }) {
  const { article, words, settings } = reading;
  const dating = dateArticleLinks(settings, article);
  const { citedSources = [] } = article;
  if (citedSources.length === 0) return null;
  return (
    <p className="cited">
      {citedSources.length === 1 ? words.source : words.sources}{" "}
      <span {...languageAttributes(article.language, words)}>
        {citedSources
          .map(({ name, url }) => ({ name: displayLine(name, article.language), url }))
          .map(({ name, url }, index) => (
            <Fragment key={name}>
              {index > 0 && ", "}
              {url ? (
                <a href={url} rel="noopener" data-versiondate={versionDate(url, dating)}>
                  {name}
                </a>
              ) : (
                name
              )}
            </Fragment>
          ))}
      </span>
    </p>
  );
}
