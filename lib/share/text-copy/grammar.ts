/*
 * One Markdown document for an article with everything that was said about it: `docs` are in lib/import/systems/text/README.md.
 * Headings of one to three signs are the document's own; those of its texts are escaped.
 */

/** The sections of a document, by their headings of two signs. */
export const SECTIONS = {
  author: "Author",
  comments: "Comments",
  archive: "Archive",
  addresses: "Addresses",
} as const;

/** Stands in a heading for somebody who is not named. */
export const NOBODY = "—";

/** The key that says that a text begins on the line behind its fields, where there usually is an empty one. */
export const BEGINS = "textBegins";

const ESCAPABLE = /^( {0,3})(\\*)(#{1,3})(?=[ \t\r]|$)/gmu;
const ESCAPED = /^( {0,3})\\(\\*)(#{1,3})(?=[ \t\r]|$)/gmu;

/** A text in which no line is a heading of the document. */
export function escapeHeadings(text: string): string {
  return text.replace(ESCAPABLE, "$1\\$2$3");
}

export function unescapeHeadings(text: string): string {
  return text.replace(ESCAPED, "$1$2$3");
}

/** A name as the words of a heading, every sign of Markdown escaped (CommonMark 0.31 §2.4). */
export function escapeName(name: string): string {
  return name.replace(/[\\`*_{}[\]<>#&~|!@:]/gu, "\\$&");
}

export function unescapeName(words: string): string {
  return words.replace(/\\([!-/:-@[-`{-~])/gu, "$1");
}

/**
 * Front matter as a list: `- key: value`, and what belongs to a key set in below it. Without the two characters before
 * each line it is front matter again.
 *
 * @param yaml lines that end with LF, or none
 */
export function listFields(yaml: string): string {
  if (yaml === "") return "";
  const lines = yaml.replace(/\n$/u, "").split("\n");
  return lines.map((line) => `${/^[^\s#-]/u.test(line) ? "- " : "  "}${line}\n`).join("");
}
