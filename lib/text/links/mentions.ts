import { indexOnce } from "../../archive/index-once";
import { foldPersonName } from "../../archive/thread/participants";

/** Reads the name that begins `text`, which followed an "@" at a word's start. */
export type MentionReader = (text: string) => Mention | undefined;

export type Mention = Presence & {
  /** As it stands in the text. */
  readonly name: string;
};

type Presence = { readonly presence: "earlier" | "later" | "absent"; readonly href?: string };

type Find = (
  name: string,
) => { presence: "earlier"; href: string } | { presence: "later" } | { presence: "absent" };

// Letters, digits and underscores, with single points and hyphens between them.
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:[.-][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*/u;
const WORD_END = /(?<=[^\s])(?![\p{L}\p{N}\p{M}_])/gu;
/** UTF-16 code units; a longer name cannot be mentioned. */
const LONGEST_NAME = 100;

/**
 * A reader of mentions for one thread. The longest participant's name that the text begins with is
 * the one that is meant, in whatever case and normalization form; names with spaces count. Where no
 * participant is meant the name ends with its word.
 *
 * @param participants the names of the thread, one for each person
 * @param find who is meant: gets the name from that list, or the text's for one who is none
 */
export function createMentionReader(participants: readonly string[], find: Find): MentionReader {
  const { participant, reach } = indexNames(participants);
  return (text) => {
    const word = NAME.exec(text)?.[0] ?? "";
    const name = longestOf(text, reach, word, (candidate) => participant(candidate) !== undefined) ?? word;
    return name === "" ? undefined : { name, ...find(participant(name) ?? name) };
  };
}

type NameIndex = {
  /** The participant's name in the list. */
  readonly participant: (name: string) => string | undefined;
  /** Length of the longest name that is more than one word, in UTF-16 code units. */
  readonly reach: number;
};

// A thread asks once for each of its comments, always with the same list of names.
const indexNames = indexOnce((participants: readonly string[]): NameIndex => {
  const byFold = new Map<string, string>();
  let longestUnusual = 0;
  for (const name of participants) {
    const folded = foldPersonName(name);
    byFold.set(folded, name);
    if (NAME.exec(name)?.[0] !== name) longestUnusual = Math.max(longestUnusual, name.length, folded.length);
  }
  const reach = Math.min(longestUnusual, LONGEST_NAME);
  const participant = (name: string) => byFold.get(foldPersonName(name));
  return { participant, reach };
});

/** The longest of the beginnings of `text` that end with a word, reach beyond `word`, and are somebody's name. */
function longestOf(
  text: string,
  reach: number,
  word: string,
  isName: (candidate: string) => boolean,
): string | undefined {
  if (reach <= word.length) return undefined;
  const head = text.slice(0, reach);
  return [...head.matchAll(WORD_END)]
    .map(({ index }) => head.slice(0, index))
    .filter((candidate) => candidate.length > word.length)
    .findLast(isName);
}
