/** Stands for what was left out of a quotation. */
const OMISSION = "[…]";

/** Marks on one letter; languages need three at most, hostile texts pile up hundreds. */
const PILE = /(\p{M}{3})\p{M}+/gu;

/** Spaces at which a line may break; those that hold words together stay. */
const SPACES = /[^\S\u00A0\u202F]+/gu;

/** Explicit formatting of UAX #9, which would reach beyond its line, and characters that show nothing. */
const UNSEEN =
  /(?!\uFE0F)\p{Variation_Selector}|\u034F|[\p{Cc}\p{Noncharacter_Code_Point}\u00AD\u115F\u1160\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/gu;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What a reader takes for characters (UAX #29). */
export function splitClusters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * A text as a card can set it, on one line: without bidirectional controls and piles of marks, and with "[…]" in the
 * place of characters that no font of the cards has. Where most of the letters would go that way (a text in Chinese
 * or in Hindi), nothing is left worth quoting and the answer is `undefined`: there is never a box for a letter.
 *
 * @param covers whether the fonts have everything that a cluster consists of
 */
export function prepareText(raw: string, covers: (cluster: string) => boolean): string | undefined {
  const clusters = splitClusters(simplify(raw));
  const unset = clusters.filter((cluster) => !covers(cluster));
  if (unset.length === clusters.length || countLetters(unset) * 2 > countLetters(clusters)) return undefined;
  // No control code is left in the text: NUL is free to mark the gaps.
  const text = clusters.map((cluster) => (covers(cluster) ? cluster : "\0")).join("");
  return text.replace(/\0(?:\s*\0)*/gu, OMISSION);
}

function simplify(raw: string): string {
  const line = raw.replace(SPACES, " ").replace(UNSEEN, "").trim();
  // How an invisible character is spelled out in a name; no font here has the mathematical brackets.
  return line.normalize("NFC").replace(PILE, "$1").replace(/⟨/gu, "‹").replace(/⟩/gu, "›");
}

function countLetters(clusters: readonly string[]): number {
  return clusters.filter((cluster) => /[\p{L}\p{N}]/u.test(cluster)).length;
}
