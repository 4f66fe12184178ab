import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { isCommon } from "./common-words";
import { findWords } from "./words";

/** UTF-16 code units of a term: what is longer is no word that anybody types whole. */
const LONGEST = 40;
/** Words whose terms are remembered. */
const REMEMBERED = 50_000;

/** Signs that stand for letters and are no accents. */
const SPELLED: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** One text for all the ways to write it: case, accents and ligatures make no difference. */
export function foldText(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, "");
  return plain.replace(/[œæßøłđı]/gu, (sign) => SPELLED[sign] ?? sign);
}

const remembered = new Map<string, readonly string[]>();

/**
 * The terms under which a word stands in the index: its stems by French and by English rules, since an archive holds both
 * and either may quote the other, and the stem of the word without its accents, which is all that a hurried reader
 * types. Two words are one to a search where they share a term. None for a word that is too common to search for.
 *
 * @param word as `findWords` gives it
 */
export function listTerms(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const terms = isCommon(word) ? [] : [...new Set(stem(word))];
  remembered.set(word, terms);
  return terms;
}

function stem(word: string): readonly string[] {
  const whole = word.slice(0, LONGEST);
  const plain = foldText(whole).slice(0, LONGEST);
  if (!/^\p{Script=Latin}/u.test(whole)) return [plain];
  return [foldText(stemFrench(whole)), stemFrench(plain), stemEnglish(plain)];
}

/** The terms of each word of a text that can be searched for. */
export function listTextTerms(text: string): readonly (readonly string[])[] {
  return [...findWords(text)].map(({ word }) => listTerms(word)).filter((terms) => terms.length > 0);
}

/** What a search may be narrowed to, beside the kind of what is found. */
export type Facet = "author" | "article" | "source" | "year";

/** The term of everything that has this value. No term of a word holds a colon. */
export function facetTerm(facet: Facet, value: string): string {
  return `${facet}:${foldValue(value)}`;
}

/** The term of every article whose title has a word. */
export function titleTerm(term: string): string {
  return `title:${term}`;
}

/** `_Ludo` and `ludo` are one to somebody who types a name; a name without any letter is itself. */
function foldValue(value: string): string {
  const words = [...findWords(value)].map(({ word }) => foldText(word));
  return words.length > 0 ? words.join(" ") : foldText(value.trim());
}
