import { eld } from "eld/small";
import { readLanguage } from "../../archive/format/values";

/** Fewer letters than this say too little about a language. */
const LETTERS = 40;

/** So many characters of a thread are asked about: more do not change the answer. */
const SAMPLE = 60_000;

/**
 * The language that most of a thread is written in (BCP 47), `und` where its words are too few or eld, by its own measure,
 * is not sure (`isReliable`: how far the language is ahead of the next one).
 *
 * @param texts of the article and its comments
 */
export function detectLanguage(texts: Iterable<string>): string {
  const words = sample(texts);
  if ([...words.matchAll(/\p{L}/gu)].length < LETTERS) return "und";
  const detected = eld.detect(words);
  if (detected.language === "" || !detected.isReliable()) return "und";
  return readLanguage(detected.language) ?? "und";
}

/** Addresses and code are in no language. */
function sample(texts: Iterable<string>): string {
  const parts: string[] = [];
  let length = 0;
  for (const text of texts) {
    if (length >= SAMPLE) break;
    const part = text.slice(0, 4000).replace(/https?:\/\/\S+|@[\w.-]+/gu, " ");
    parts.push(part);
    length += part.length;
  }
  return parts.join("\n");
}
