import { createElement, Fragment } from "react";
import type { ThreadNode } from "../../lib/archive/model";
import { createContext } from "../../lib/share/article-context";
import { type ReferencePart, referToArticle, referToComment } from "../../lib/share/citations/iso690";
import { dateSourceLinks, versionDate } from "../../lib/text/links/robust-links";
import { languageAttributes, type Reading } from "../page/reading";

/** How to cite the article or one of its comments, and files of its whole thread for those who collect references. */
export function Citation({ reading, node }: { reading: Reading; node?: ThreadNode }) {
  const { settings, article, words, addresses } = reading;
  const context = createContext(settings, article);
  const parts = node ? referToComment(node.comment, context) : referToArticle(context);
  // The article's page links itself nowhere else; a comment's number does.
  const self = node ? undefined : "u-url";
  const file = (extension: string) => addresses.file(`${article.slug}/citations.${extension}`);
  return (
    <details>
      <summary>{words.citation.cite}</summary>
      <p>{createElement(Fragment, undefined, ...parts.map((part) => showPart(part, reading, self)))}</p>
      <p>
        <a href={file("bib")}>BibTeX</a> · <a href={file("ris")}>EndNote (RIS)</a> ·{" "}
        <a href={file("json")}>CSL</a>
      </p>
    </details>
  );
}

function showPart({ kind, text }: ReferencePart, reading: Reading, self?: "u-url") {
  const { settings, article, words } = reading;
  const language = languageAttributes(article.language, words);
  switch (kind) {
    case "words":
      return text;
    case "name":
      return <bdi>{text}</bdi>;
    case "title":
      return language.lang ? <span {...language}>{text}</span> : text;
    case "address":
      return (
        <a className={self} href={text}>
          {text}
        </a>
      );
    case "original address":
      return (
        <a href={text} data-versiondate={versionDate(text, dateSourceLinks(settings, article))}>
          {text}
        </a>
      );
  }
}
