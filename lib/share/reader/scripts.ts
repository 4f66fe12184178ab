/** The scripts that are put together from modules: the reader's, of every page, and that of `/search/`. */
export const SCRIPT_NAMES = ["reader", "search"] as const;
export type ScriptName = (typeof SCRIPT_NAMES)[number];

/** The languages that these scripts speak. */
export const READER_LANGUAGES = ["fr", "en"] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** A script in a language of the interface, before its name holds its content's hash: `reader.fr.js`. */
export function nameScript(script: ScriptName, language: string): string {
  return `${script}.${language}.js`;
}
