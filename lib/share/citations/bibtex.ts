import { primarySubtag } from "../../text/writing/language-tag";
import { type Citation, noteOf } from "./citation";

/**
 * Entries for BibLaTeX (`@online`; its manual, §2.1.1 and §2.2), UTF-8. Names and titles stand in a second pair of
 * braces: no style takes a name apart or changes the case of a title.
 */
export function writeBibtex(citations: readonly Citation[]): string {
  return citations.map(writeEntry).join("\n");
}

function writeEntry(citation: Citation): string {
  const { key, author, title, container, published, language, archived } = citation;
  const note = noteOf(citation);
  const fields: [name: string, value: string | undefined][] = [
    ["author", author && `{${escapeTex(author)}}`],
    ["title", `{${escapeTex(title)}}`],
    ["organization", `{${escapeTex(container)}}`],
    ["date", published],
    ["language", nameLanguage(language) ?? language],
    ["langid", nameLanguage(language)],
    ["url", escapeVerbatim(archived)],
    ["note", note && escapeTex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@online{${key},\n${lines.join("")}}\n`;
}

/** Languages that BibLaTeX and babel call by one name; a tag (BCP 47) stands for any other. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["en", "english"],
  ["es", "spanish"],
  ["fr", "french"],
  ["it", "italian"],
  ["nl", "dutch"],
  ["pt", "portuguese"],
]);

function nameLanguage(tag: string): string | undefined {
  return LANGUAGES.get(primarySubtag(tag));
}

/** BibTeX counts braces even behind a backslash, so every brace that is written is one of a pair. */
const TEX: ReadonlyMap<string, string> = new Map([
  ["\\", "{\\textbackslash}"],
  ["{", "{\\textbraceleft}"],
  ["}", "{\\textbraceright}"],
  ["~", "{\\textasciitilde}"],
  ["^", "{\\textasciicircum}"],
  ["\u00a0", "~"],
]);

/** What TeX sets as another character where it follows itself: `--`, `''`, `,,`, `<<`; and `` ?` ``. */
const LIGATURE = /(?<=([-'`,<>]))\1|(?<=[?!])`/gu;

function escapeTex(text: string): string {
  return text
    .replace(/[\\{}~^%&#$_\u00a0]/gu, (sign) => TEX.get(sign) ?? `\\${sign}`)
    .replace(LIGATURE, (sign) => `{}${sign}`);
}

/** Of an address, which is read to the letter. */
function escapeVerbatim(url: string): string {
  return url.replaceAll("{", "%7B").replaceAll("}", "%7D");
}
