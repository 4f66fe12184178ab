/** The languages that the reader's script speaks. */
export const READER_LANGUAGES = ["fr", "en"] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** The reader's script in a language of the interface, before its name holds its content's hash: `reader.fr.js`. */
export function readerScript(language: string): string {
  return `reader.${language}.js`;
}
