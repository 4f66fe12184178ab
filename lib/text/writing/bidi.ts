import createBidi from "bidi-js";

const bidi = createBidi();

/** A stretch of a line whose characters run in one direction. */
export type BidiRun = {
  readonly text: string;
  /** Embedding level of UAX #9: even from left to right, odd from right to left. */
  readonly level: number;
};

type Direction = "ltr" | "rtl";

/** The direction of the first letter that has one (UAX #9, P2 and P3), where there is such a letter. */
export function firstDirection(text: string): Direction | undefined {
  for (const character of text) {
    const bidiClass = bidi.getBidiCharTypeName(character);
    // What the package's tables do not list counts as L: emoji, among others.
    if (bidiClass === "L" && /[\p{L}\p{N}\p{Mc}]/u.test(character)) return "ltr";
    if (bidiClass === "R" || bidiClass === "AL") return "rtl";
  }
  return undefined;
}

/**
 * The runs of one line from left to right as they are seen (UAX #9). The text of a run stays in the order of reading;
 * who draws a run of an odd level draws it from its right end.
 */
export function orderVisually(line: string, base: Direction): BidiRun[] {
  // bidi-js reads UTF-16 code units. Beyond the first plane there are signs, hardly letters: neutral both halves.
  const units = line.replace(/[\u{10000}-\u{10FFFF}]/gu, "\uFFFC\uFFFC");
  const embedding = bidi.getEmbeddingLevels(units, base);
  const runs: { start: number; end: number; level: number }[] = [];
  for (const index of bidi.getReorderedIndices(units, embedding)) {
    const level = embedding.levels[index] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level && index === last.end) last.end++;
    else if (last?.level === level && index === last.start - 1) last.start--;
    else runs.push({ start: index, end: index + 1, level });
  }
  return runs.map(({ start, end, level }) => ({ text: line.slice(start, end), level }));
}
