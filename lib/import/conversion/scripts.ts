/** Unicode has signs of their own for these above and below the line; Markdown has no other way to set them there. */
const ABOVE = new Map(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"));
const BELOW = new Map(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"));

/** Endings of ordinals, in English and the Romance languages: on the line they read the same. */
const ORDINAL = /^(?:st|nd|rd|th|er|ère|re|nde|e|ème|eme|ième|o|a|os|as|º|ª)$/iu;

/** `2` above the line as `²`; `er` as it is; anything else behind a sign that says where it stood. */
export function writeAbove(text: string): string {
  if (text.trim() === "" || ORDINAL.test(text)) return text;
  return mapAll(text, ABOVE) ?? `^(${text})`;
}

export function writeBelow(text: string): string {
  if (text.trim() === "") return text;
  return mapAll(text, BELOW) ?? `_(${text})`;
}

function mapAll(text: string, signs: ReadonlyMap<string, string>): string | undefined {
  const mapped = [...text.replaceAll("−", "-")].map((sign) => signs.get(sign));
  return mapped.includes(undefined) ? undefined : mapped.join("");
}

function zip(from: string, to: string): [string, string][] {
  const signs = [...to];
  return [...from].map((sign, index) => [sign, signs[index] ?? sign]);
}
