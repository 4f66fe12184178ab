import { listTerms } from "./terms";
import { type FoundWord, findWords } from "./words";

/** A piece of an excerpt, and whether it is a word that was sought. */
export type ExcerptPart = { readonly text: string; readonly isSought: boolean };

/** UTF-16 code units of an excerpt, and how many of them come before the first word that was sought. */
const LENGTH = 240;
const BEFORE = 60;

/**
 * The place of a text where the first of the sought words stands, between whole words, with "…" where it goes on; the
 * beginning of a text that holds none.
 *
 * @param text one line
 * @param sought terms, see `listTerms`
 */
export function cutExcerpt(text: string, sought: ReadonlySet<string>): readonly ExcerptPart[] {
  const words = [...findWords(text)];
  const marked = words.filter(({ word }) => listTerms(word).some((term) => sought.has(term)));
  const from = findStart(words, marked[0]);
  const to = findEnd(words, from, text.length);
  const parts: ExcerptPart[] = [{ text: from > 0 ? "…" : "", isSought: false }];
  let done = from;
  for (const { start, end } of marked.filter((word) => word.start >= from && word.end <= to)) {
    parts.push({ text: text.slice(done, start), isSought: false });
    parts.push({ text: text.slice(Math.max(done, start), end), isSought: true });
    done = end;
  }
  parts.push({ text: text.slice(done, to) + (to < text.length ? "…" : ""), isSought: false });
  return parts.filter((part) => part.text !== "");
}

function findStart(words: readonly FoundWord[], first: FoundWord | undefined): number {
  if (!first || first.start <= BEFORE) return 0;
  return words.find(({ start }) => start >= first.start - BEFORE)?.start ?? first.start;
}

function findEnd(words: readonly FoundWord[], from: number, length: number): number {
  if (length - from <= LENGTH) return length;
  return words.findLast(({ end }) => end <= from + LENGTH)?.end ?? from + LENGTH;
}
