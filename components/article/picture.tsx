import type { Picture } from "../../lib/archive/model";
import { displayLine } from "../../lib/text/writing/typography";
import { noteLayers } from "../page/page-notes";
import { languageAttributes, type Reading } from "../page/reading";

/** The article's picture with its credit; of a lost one, everything that is known. */
export function PictureFigure({ picture, reading }: { picture: Picture; reading: Reading }) {
  const { article, words, addresses } = reading;
  const spaced = (text: string) => displayLine(text, article.language);
  if (picture.status === "preserved") noteLayers("rich-text");
  return (
    <figure>
      {picture.status === "preserved" ? (
        <img
          src={addresses.file(`${article.slug}/${picture.file}`)}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
        />
      ) : (
        <p className="lost">
          {words.lostPicture}{" "}
          <span {...languageAttributes(article.language, words)}>{spaced(picture.alt)}</span>
        </p>
      )}
      <figcaption {...languageAttributes(article.language, words)}>{spaced(picture.credit)}</figcaption>
    </figure>
  );
}
