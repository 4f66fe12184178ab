import { type Citation, noteOf } from "./citation";

/**
 * Records of RIS as Research Information Systems defined it in 2011: a tag and its value to a line, lines ended by CR LF.
 * It knows no comment: `BLOG` is what readers keep as a post on a site (Zotero, CSL). It has no escape either: a comma in
 * a name is taken for the one between family and given names.
 */
export function writeRis(citations: readonly Citation[]): string {
  return citations.map(writeRecord).join("");
}

function writeRecord(citation: Citation): string {
  const { kind, key, author, title, container, published, language, archive, archived } = citation;
  const tags: [tag: string, value: string | undefined][] = [
    ["TY", kind === "article" ? "NEWS" : "BLOG"],
    ["ID", key],
    ["AU", author],
    ["TI", title],
    ["T2", container],
    ["PY", published?.slice(0, "2021".length)],
    ["DA", published?.replaceAll("-", "/")],
    ["LA", language],
    ["UR", archived],
    ["DB", archive],
    ["N1", noteOf(citation)],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}\r\n`] : []));
  return `${lines.join("")}ER  - \r\n`;
}
