import { ArticleReference } from "./comment-context";
import { Document } from "./document";
import type { Reading } from "./reading";

/** Answers at the address of a comment whose file is gone: a published link never breaks. */
export function VanishedCommentPage({ reading }: { reading: Reading }) {
  const { settings, words } = reading;
  return (
    <Document settings={settings} words={words}>
      <ArticleReference reading={reading} />
      <h1>{words.vanishedTitle}</h1>
      <p className="tombstone">{words.vanishedText}</p>
    </Document>
  );
}
