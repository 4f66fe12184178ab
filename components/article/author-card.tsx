import type { Author } from "../../lib/archive/model";
import { dateSourceLinks, versionDate } from "../../lib/text/links/robust-links";
import { displayLine } from "../../lib/text/writing/typography";
import { displayName } from "../../lib/text/writing/unicode";
import { AuthorPortrait, hueClass } from "../page/participant";
import { Prose } from "../page/prose";
import { languageAttributes, type Reading } from "../page/reading";

/** Who wrote the article, where that is known. */
export function AuthorCard({ reading }: { reading: Reading }) {
  const { article, words, settings } = reading;
  const { author } = article;
  if (author === undefined) return null;
  const linkDating = dateSourceLinks(settings, article);
  return (
    <section
      id="author"
      className={`card p-author h-card ${hueClass(author.name, article)}`}
      aria-label={words.aboutAuthor}
    >
      <AuthorPortrait name={author.name} className="p-name" />
      <h2>
        {author.url ? (
          <a className="u-url" href={author.url} data-versiondate={versionDate(author.url, linkDating)}>
            {words.by(displayName(author.name))}
          </a>
        ) : (
          words.by(displayName(author.name))
        )}
      </h2>
      <Position author={author} reading={reading} />
      <Prose
        markdown={author.biography}
        reading={reading}
        scope="biography"
        topHeading={3}
        linkDating={linkDating}
      />
    </section>
  );
}

/** What the author is, and where. */
function Position(props: { author: Author; reading: Reading }) {
  const { author, reading } = props;
  const { article, words } = reading;
  const { role, organisation } = author;
  if (role === undefined && organisation === undefined) return null;
  return (
    <p className="role" {...languageAttributes(article.language, words)}>
      {role && <span className="p-job-title">{displayLine(role, article.language)}</span>}
      {role && organisation && " · "}
      {organisation && <span className="p-org">{displayLine(organisation, article.language)}</span>}
    </p>
  );
}
