import { splitClusters } from "./card-text";

/** The width of a text, in any unit, as long as it is the same everywhere. */
export type Measure = (text: string) => number;

export type Wrapped = {
  readonly lines: readonly string[];
  /** Whether a word had to be broken because it is wider than a line. */
  readonly breaksWord: boolean;
};

/** Ends what was cut. */
export const ELLIPSIS = "…";

/** A word with the space before it, where there is one: a compound may break behind its hyphen or slash. */
type Word = { readonly text: string; readonly space: string };

function splitWords(text: string): Word[] {
  return text.split(" ").flatMap((word) =>
    word.split(/(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u).map((part, index) => ({
      text: part,
      space: index === 0 ? " " : "",
    })),
  );
}

/** Breaks a text on one line into lines no wider than `width`, at spaces, and inside a word that is wider itself. */
export function wrapText(text: string, width: number, measure: Measure): Wrapped {
  const lines: string[] = [];
  const space = measure(" ");
  let [line, used, breaksWord] = ["", 0, false];
  for (const word of splitWords(text)) {
    const own = measure(word.text);
    const before = word.space === "" || line === "" ? 0 : space;
    if (line !== "" && used + before + own <= width) {
      line += word.space + word.text;
      used += before + own;
      continue;
    }
    if (line !== "") lines.push(line);
    const parts = own > width ? breakWord(word.text, width, measure) : [word.text];
    breaksWord ||= parts.length > 1;
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
    used = parts.length > 1 ? measure(line) : own;
  }
  return { lines: [...lines, line], breaksWord };
}

function breakWord(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let [part, used] = ["", 0];
  for (const cluster of splitClusters(word)) {
    const own = measure(cluster);
    if (part !== "" && used + own > width) {
      parts.push(part);
      [part, used] = ["", 0];
    }
    part += cluster;
    used += own;
  }
  return [...parts, part];
}

/**
 * At most `count` lines; where there were more, the last one has `ending` behind a word that still fits, or within a
 * word that fills the line alone.
 */
export function cutLines(
  lines: readonly string[],
  count: number,
  width: number,
  measure: Measure,
  ending = ELLIPSIS,
): string[] {
  if (lines.length <= count) return [...lines];
  const kept = lines.slice(0, count);
  return [...kept.slice(0, -1), endWith(ending, kept.at(-1) ?? "", width, measure)];
}

/** A text on one line no wider than `width`, cut as `cutLines` does. */
export function cutLine(text: string, width: number, measure: Measure): string {
  return cutLines(wrapText(text, width, measure).lines, 1, width, measure)[0] ?? "";
}

function endWith(ending: string, line: string, width: number, measure: Measure): string {
  const end = (text: string) => `${text.replace(/[\s,;:.…–—-]+$/u, "")}${ending}`;
  const words = line.split(" ");
  for (let count = words.length; count > 0; count--) {
    const ended = end(words.slice(0, count).join(" "));
    if (measure(ended) <= width) return ended;
  }
  const clusters = splitClusters(words[0] ?? "");
  while (clusters.length > 1 && measure(end(clusters.join(""))) > width) clusters.pop();
  return end(clusters.join(""));
}

/**
 * The narrowest lines of the same number (as CSS `text-wrap: balance`), so that no word is left alone below a full
 * line. A text that breaks a word stays as it is.
 */
export function balanceText(text: string, width: number, measure: Measure): readonly string[] {
  const widest = wrapText(text, width, measure);
  if (widest.breaksWord || widest.lines.length === 1) return widest.lines;
  let [low, high, best] = [width / 2, width, widest.lines];
  for (let step = 0; step < 8; step++) {
    const middle = (low + high) / 2;
    const { lines, breaksWord } = wrapText(text, middle, measure);
    if (breaksWord || lines.length > best.length) low = middle;
    else [high, best] = [middle, lines];
  }
  return best;
}
