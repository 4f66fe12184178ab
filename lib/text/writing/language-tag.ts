/** `fr` of `fr-CA`. */
export function primarySubtag(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** Whether two BCP 47 tags name the same language, whatever its region. */
export function sameLanguage(one: string, other: string): boolean {
  return primarySubtag(one) === primarySubtag(other);
}

/** Whether a language is written from right to left (Unicode UTS #35, likely subtags). */
export function textDirection(language: string): "ltr" | "rtl" {
  const known = directions.get(language) ?? findDirection(language);
  directions.set(language, known);
  return known;
}

// Asked for every text of an archive, which is in a few languages.
const directions = new Map<string, "ltr" | "rtl">();

function findDirection(language: string): "ltr" | "rtl" {
  const script = new Intl.Locale(language).maximize().script ?? "";
  return RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT_SCRIPTS = new Set([
  "Arab",
  "Hebr",
  "Syrc",
  "Thaa",
  "Nkoo",
  "Adlm",
  "Rohg",
  "Mand",
  "Samr",
]);
