/** A word of a text, in lower case and NFC, and where it stands in UTF-16 code units. */
export type FoundWord = { readonly word: string; readonly start: number; readonly end: number };

/** Writing that puts no space between words. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const RUN = new RegExp(`(?<unspaced>${UNSPACED}+)|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, "gu");

/**
 * The words of a text in their order: runs of letters, marks and digits, so that `l’extrême-droite` is three of them. Where
 * a script writes no space between words, each two signs that follow one another count as one.
 */
export function* findWords(text: string): Generator<FoundWord> {
  for (const { 0: run, index, groups } of text.matchAll(RUN)) {
    if (groups?.unspaced === undefined) yield createWord(run, index);
    else yield* findPairs(run, index);
  }
}

function* findPairs(run: string, index: number): Generator<FoundWord> {
  const signs = [...run];
  let start = index;
  for (const [place, sign] of signs.entries()) {
    const next = signs[place + 1];
    if (next !== undefined || place === 0) yield createWord(sign + (next ?? ""), start);
    start += sign.length;
  }
}

function createWord(written: string, start: number): FoundWord {
  return { word: written.normalize("NFC").toLowerCase(), start, end: start + written.length };
}
