import { displayLine } from "../lib/text/typography";
import { displayName } from "../lib/text/unicode";
import { AuthorPortrait, hueClass } from "./participant";
import { Prose } from "./prose";
import { languageAttributes, type Reading } from "./reading";

export function AuthorCard({ reading }: { reading: Reading }) {
  const { article, words } = reading;
  const { author } = article;
  return (
    <section id="author" className={`card ${hueClass(author.name)}`} aria-label={words.aboutAuthor}>
      <AuthorPortrait name={author.name} />
      <h2>
        {author.url ? (
          <a href={author.url}>{words.by(displayName(author.name))}</a>
        ) : (
          words.by(displayName(author.name))
        )}
      </h2>
      {author.role && (
        <p className="role" {...languageAttributes(article.language, words)}>
          {displayLine(author.role, article.language)}
        </p>
      )}
      <Prose markdown={author.biography} reading={reading} scope="biography" topHeading={3} />
    </section>
  );
}
