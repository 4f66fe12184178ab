import type { Citation } from "./citation";

/**
 * Names and contents of `<meta>`s from which Zotero saves a page as what it is (its "Embedded Metadata" translator, in
 * terms of Dublin Core and PRISM); it reads no JSON-LD. Left alone it would take an article for a web page, and the
 * archive for its newspaper. `citation_title` is avoided: search engines take it for a scholarly paper.
 */
export function embedMetadata(citation: Citation): Record<string, string> {
  const { kind, author, title, container, published } = citation;
  return {
    "z:itemType": kind === "article" ? "newspaperArticle" : "forumPost",
    "dc.title": title,
    ...(author !== undefined && { "dc.creator": author }),
    ...(published !== undefined && { "dc.date": published }),
    "prism.publicationName": container,
  };
}
