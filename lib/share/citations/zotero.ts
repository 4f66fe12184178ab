import type { Citation } from "./citation";

/**
 * Names and contents of `<meta>`s from which Zotero saves a page as what it is (its "Embedded Metadata" translator, in
 * terms of Dublin Core): left alone it would take an article for a web page, and the archive for its newspaper. It reads
 * no JSON-LD; the date it takes from Open Graph before Dublin Core, and an article's title there too, so neither is said
 * twice. `citation_title` is avoided: search engines take it for a scholarly paper.
 */
export function embedMetadata({ kind, author, title, container }: Citation): Record<string, string> {
  return {
    ...(kind === "article"
      ? { "z:itemType": "newspaperArticle" }
      : { "z:itemType": "forumPost", "dc.title": title }),
    ...(author !== undefined && { "dc.creator": author }),
    "dc.source": container,
  };
}
