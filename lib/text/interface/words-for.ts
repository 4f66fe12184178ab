import { primarySubtag } from "../writing/language-tag";
import { english } from "./english";
import { french } from "./french";
import type { Words } from "./words";

const TABLES: Readonly<Record<string, Words>> = { fr: french, en: english };

/**
 * The interface for a text in the first of `languages` (BCP 47) that the interface speaks; English
 * where it speaks none of them.
 */
export function wordsFor(...languages: readonly string[]): Words {
  const spoken = languages
    .map((language) => primarySubtag(language))
    .find((tag) => Object.hasOwn(TABLES, tag));
  return TABLES[spoken ?? "en"] ?? english;
}
