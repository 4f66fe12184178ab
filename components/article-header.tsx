import { displayLine } from "../lib/text/typography";
import { displayName } from "../lib/text/unicode";
import { AuthorPortrait, hueClass } from "./participant";
import { PictureFigure } from "./picture";
import { Prose } from "./prose";
import { languageAttributes, type Reading } from "./reading";
import { Timestamp } from "./timestamp";

/** Title, byline, date, picture and standfirst, in the order of a newspaper page. */
export function ArticleHeader({ reading }: { reading: Reading }) {
  const { article, words } = reading;
  return (
    <header>
      <h1 className="p-name" {...languageAttributes(article.language, words)}>
        {displayLine(article.title, article.language)}
      </h1>
      <Byline reading={reading} />
      {article.picture && <PictureFigure picture={article.picture} reading={reading} />}
      {article.summary && (
        <Prose
          className="summary p-summary"
          markdown={article.summary}
          reading={reading}
          scope="summary"
          topHeading={2}
        />
      )}
    </header>
  );
}

function Byline({ reading }: { reading: Reading }) {
  const { article, words } = reading;
  const { author } = article;
  const role = author.role && displayLine(author.role, article.language);
  return (
    <div className={`byline ${hueClass(author.name, article)}`}>
      <AuthorPortrait name={author.name} />
      <p>
        <a href="#author">{words.byline(displayName(author.name), role)}</a>
        <br />
        {words.publishedOn}{" "}
        <Timestamp
          className="dt-published"
          iso={article.published}
          timeZone={article.timeZone}
          words={words}
        />
      </p>
    </div>
  );
}
