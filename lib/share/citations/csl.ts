import { type Citation, noteOf } from "./citation";

/** Citations as CSL-JSON (Citation Style Language 1.0.2), which has no variable for a second address. */
export function writeCsl(citations: readonly Citation[]): string {
  return `${JSON.stringify(citations.map(describeItem), undefined, 2)}\n`;
}

function describeItem(citation: Citation) {
  const { kind, key, author, title, container, published, language, archive, archived } = citation;
  return {
    id: key,
    type: kind === "article" ? "article-newspaper" : "post",
    // An institution's name is a literal too: nobody takes it apart.
    author: author === undefined ? undefined : [{ literal: author }],
    title,
    "container-title": container,
    issued: published && { "date-parts": [published.split("-").map(Number)] },
    language,
    archive,
    URL: archived,
    note: noteOf(citation),
  };
}
