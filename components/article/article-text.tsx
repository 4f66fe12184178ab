import type { ArticleOutline } from "../../lib/archive/model";
import { describeTextlessness } from "../../lib/text/interface/sentences";
import { readAttachments } from "../../lib/text/links/attachments";
import { readPictures } from "../../lib/text/links/pictures";
import { voiceOf } from "../../lib/text/markdown/context";
import { displayLine } from "../../lib/text/writing/typography";
import { Prose } from "../page/prose";
import type { Reading } from "../page/reading";

/** The article's words, or why they are not here. */
export function ArticleText({ reading }: { reading: Reading }) {
  const { article, addresses } = reading;
  if (article.status === "erased" || article.body.trim() === "") return <AbsentText reading={reading} />;
  return (
    <Prose
      className="e-content"
      markdown={article.body}
      format={article.format}
      beside={{
        attachment: readAttachments(article, addresses.file),
        picture: readPictures(article, addresses.file),
      }}
      voice={voiceOf(article)}
      reading={reading}
      scope="body"
      topHeading={2}
    />
  );
}

/** "Le texte de cet article a été retiré de l’archive. Motif : …" */
export function AbsentText({ reading: { article, words } }: { reading: Reading<ArticleOutline> }) {
  return (
    <p className="tombstone">
      {describeTextlessness(article, words)}
      {article.status === "erased" && (
        <>
          {" "}
          {words.reason} {displayLine(article.reason, article.language)}
        </>
      )}
    </p>
  );
}
