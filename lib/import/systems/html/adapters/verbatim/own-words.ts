import type { Element } from "hast";
import { english } from "../../../../../text/interface/english";
import { french } from "../../../../../text/interface/french";
import type { Words } from "../../../../../text/interface/words";
import { lineOf } from "../../page/page-tree";

/** What the interface of an archive's pages speaks. */
export const LANGUAGES: readonly Words[] = [french, english];

/** Whether words are the interface's own and nobody's. */
export function isOwnWord(words: string, choose: (language: Words) => string): boolean {
  return LANGUAGES.some((language) => choose(language) === words);
}

/** What stands in a sentence of the interface that is made around something: the name in "Times are those of NAME.". */
export function findWithin(
  words: string,
  makeSentence: (language: Words) => (what: string) => string,
): string | undefined {
  for (const language of LANGUAGES) {
    const [before = "", after = ""] = makeSentence(language)(GAP).split(GAP);
    const start = words.indexOf(before);
    if (start < 0) continue;
    const inner = words.slice(start + before.length);
    const end = after === "" ? inner.length : inner.indexOf(after);
    if (end >= 0) return inner.slice(0, end).trim() || undefined;
  }
  return undefined;
}

const GAP = "\0";

/** What stands between the elements of a line, in words. */
export function looseWords(line: Element | undefined): string {
  return line?.children.flatMap((child) => (child.type === "text" ? child.value : [])).join("") ?? "";
}

/** A line of somebody's words as it was before its display. */
export function readLine(element: Element | undefined): string {
  return unspace(lineOf(element));
}

/**
 * French spaces stand where the text has one of some kind: beside guillemets mostly the one that keyboards and word
 * processors set, before other marks mostly a plain one.
 */
export function unspace(words: string): string {
  return words
    .replace(/[\u00a0\u202f](?=[;:!?])/gu, " ")
    .replace(/[\u00a0\u202f](?=»)|(?<=«)[\u00a0\u202f]/gu, "\u00a0");
}

/** A reason behind the sentence of the interface that says what became of a text; absent where none is given. */
export function readReason(rest: string, { reason }: Words): { readonly reason?: string } {
  const words = unspace(rest.replace(reason, "").trim());
  return words === "" ? {} : { reason: words };
}
