/** What opens and closes a quotation, the spaces inside it included. */
export type QuotationMarks = readonly [opening: string, closing: string];

const ENGLISH: QuotationMarks = ["“", "”"];

// As CLDR has them (`quotationStart`, `quotationEnd`), where they are not those of English.
const MARKS: ReadonlyMap<string, QuotationMarks> = new Map([
  // U+202F as in `applySpacing`.
  ["fr", ["«\u202F", "\u202F»"]],
  ...listAs(["es", "it", "ca", "el", "fa", "nb", "no", "pt-pt", "ru", "uk"], ["«", "»"]),
  ...listAs(["bg", "cs", "de", "et", "is", "lt", "sk", "sl"], ["„", "“"]),
  ...listAs(["hu", "pl", "ro"], ["„", "”"]),
  ...listAs(["fi", "he", "sv"], ["”", "”"]),
  ["ar", ["”", "“"]],
  ["nl", ["‘", "’"]],
]);

function listAs(languages: readonly string[], marks: QuotationMarks): [string, QuotationMarks][] {
  return languages.map((language) => [language, marks]);
}

/**
 * The outer quotation marks of a language; those of English where its own are not known.
 *
 * @param language BCP 47
 */
export function quotationMarksOf(language: string): QuotationMarks {
  const tag = language.toLowerCase();
  return MARKS.get(tag) ?? MARKS.get(tag.split("-")[0] ?? "") ?? ENGLISH;
}
