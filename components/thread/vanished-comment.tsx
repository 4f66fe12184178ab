import { Document } from "../page/document";
import { describeVanishedPage } from "../page/page-facts";
import type { Reading } from "../page/reading";
import { ArticleReference } from "./comment-context";

/**
 * Answers at the address of a comment whose file is gone: a published link never breaks.
 *
 * @param address of the page itself: nothing took its place
 */
export function VanishedCommentPage({ reading, address }: { reading: Reading; address: string }) {
  const { settings, article, words } = reading;
  return (
    <Document
      kind="plain"
      settings={settings}
      words={words}
      page={describeVanishedPage(settings, article, address)}
    >
      <ArticleReference reading={reading} />
      <h1>{words.vanishedTitle}</h1>
      <p className="tombstone">{words.vanishedText}</p>
    </Document>
  );
}
