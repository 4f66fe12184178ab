/** UTF-16 code units of a text that are enough to find it. */
const ENOUGH = 60;

/**
 * The fragment that finds words on their page, without its `#` (URL Fragment Text Directives, WICG). A browser looks for
 * whole words within one block of text, hence it holds the first words of the first line; words also in scripts that
 * write no space between them.
 *
 * @param text what a selection says, its blocks in lines of their own; not blank
 */
export function writeTextFragment(text: string): string {
  const [line = ""] = text.trim().split("\n");
  let words = "";
  for (const { segment } of segmentWords(line)) if (words.length < ENOUGH) words += segment;
  // `-` means something in a directive, as `,` and `&` do, which are encoded in any case.
  return `:~:text=${encodeURIComponent(words.trim()).replaceAll("-", "%2D")}`;
}

/** The two parts of the word that a cut at `offset` goes through; both empty between words. */
export function cutWord(text: string, offset: number): readonly [before: string, after: string] {
  const { index = offset, segment = "" } = segmentWords(text).containing(offset) ?? {};
  const length = offset - index;
  return length ? [segment.slice(0, length), segment.slice(length)] : ["", ""];
}

function segmentWords(text: string): Intl.Segments {
  return new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
}
