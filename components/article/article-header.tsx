import { displayLine } from "../../lib/text/writing/typography";
import { displayName } from "../../lib/text/writing/unicode";
import { AuthorPortrait, hueClass } from "../page/participant";
import { Prose } from "../page/prose";
import { languageAttributes, type Reading } from "../page/reading";
import { Timestamp } from "../page/timestamp";
import { PictureFigure } from "./picture";

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
  const { article } = reading;
  const { author, published, position } = article;
  if (author === undefined && published === undefined && position === undefined) return null;
  return (
    <div className={author ? `byline ${hueClass(author.name, article)}` : "byline"}>
      {author && <AuthorPortrait name={author.name} />}
      <p>
        <AuthorLine reading={reading} />
        {author && (published || position !== undefined) && <br />}
        <PlaceAndDate reading={reading} />
      </p>
    </div>
  );
}

function AuthorLine({ reading: { article, words } }: { reading: Reading }) {
  const { author } = article;
  if (author === undefined) return null;
  const role = author.role && displayLine(author.role, article.language);
  return <a href="#author">{words.byline(displayName(author.name), role)}</a>;
}

/** "Publié le 15 janvier 2021 à 09h00 · nº 1", the number where the article is a post of its thread. */
function PlaceAndDate({ reading: { article, words } }: { reading: Reading }) {
  const { published, position } = article;
  const number = position === undefined ? undefined : words.commentNumber(position);
  return (
    <>
      {published && (
        <>
          {words.publishedOn}{" "}
          <Timestamp className="dt-published" iso={published} timeZone={article.timeZone} words={words} />
        </>
      )}
      {number && (published ? ` · ${number}` : number)}
    </>
  );
}
