/** How many words in a row show that a passage was taken from an erased text; all of one that is shorter. */
type TellingRun = {
  readonly words: number;
  /** An erased text of fewer words cannot be told from ordinary talk. */
  readonly shortest: number;
};

/** Five words meet by chance, seven hardly do. */
const IN_TALK: TellingRun = { words: 7, shortest: 4 };

/** A quotation was put there to repeat somebody. */
const IN_QUOTATIONS: TellingRun = { words: 3, shortest: 1 };

type Word = { readonly text: string; readonly start: number; readonly end: number; readonly quoted: boolean };

/**
 * Replaces, in a comment's text, every passage that repeats an erased one. Markup, punctuation and case do
 * not hide a repetition.
 *
 * @param body the comment's Markdown
 * @param erased the Markdown that was erased
 * @param label what stands in the place of a passage
 * @returns the same string where nothing is repeated
 */
export function removePassages(body: string, erased: string, label: string): string {
  const words = readWords(body);
  const repeated = new Set([
    ...findRuns(words, erased, IN_TALK),
    ...findRuns(words, erased, IN_QUOTATIONS).filter((index) => words[index]?.quoted),
  ]);
  if (repeated.size === 0) return body;
  return replaceRuns(body, words, repeated, label);
}

function readWords(text: string): Word[] {
  const quotations = [...text.matchAll(/^ {0,3}>.*$/gmu)].map(({ index, 0: line }) => [
    index,
    index + line.length,
  ]);
  let next = 0;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index, 0: word }) => {
    const end = index + word.length;
    while ((quotations[next]?.[1] ?? end) < end) next++;
    const quoted = (quotations[next]?.[0] ?? end) <= index;
    return { text: word.normalize("NFKC").toLowerCase(), start: index, end, quoted };
  });
}

/** Indices of the words that lie in a telling run. */
function findRuns(words: readonly Word[], erased: string, telling: TellingRun): number[] {
  const erasedWords = readWords(erased);
  if (erasedWords.length < telling.shortest) return [];
  const run = Math.min(telling.words, erasedWords.length);
  const runs = new Set(erasedWords.slice(run - 1).map((_, index) => joinRun(erasedWords, index, run)));
  return words.flatMap((_, index) => {
    if (index + run > words.length || !runs.has(joinRun(words, index, run))) return [];
    return Array.from({ length: run }, (_, step) => index + step);
  });
}

function joinRun(words: readonly Word[], start: number, length: number): string {
  return words
    .slice(start, start + length)
    .map(({ text }) => text)
    .join(" ");
}

/** Neighbouring words go together with what stands between them; a line's quotation sign stays. */
function replaceRuns(
  body: string,
  words: readonly Word[],
  repeated: ReadonlySet<number>,
  label: string,
): string {
  let text = "";
  let kept = 0;
  for (let index = 0; index < words.length; index++) {
    const first = words[index];
    if (!first || !repeated.has(index)) continue;
    while (repeated.has(index + 1)) index++;
    text += `${body.slice(kept, first.start)}${label}`;
    kept = words[index]?.end ?? first.end;
  }
  return text + body.slice(kept);
}
