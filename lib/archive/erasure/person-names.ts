import { foldPersonName } from "../thread/participants";

/**
 * Replaces a person's name in a text: as a mention (`@name`, in any case), and as a word of its own where it
 * is written exactly as the person writes it.
 *
 * @param bare whether the name is also replaced where it stands without `@`
 */
export function removeName(text: string, name: string, label: string, bare: boolean): string {
  const withoutMentions = text.replace(wholeWord(`@${name}`, "giu"), () => `@${label}`);
  return bare ? withoutMentions.replace(wholeWord(name, "gu"), () => label) : withoutMentions;
}

/** Whether a text holds the name as a word of its own, in any case. */
export function holdsName(text: string, name: string): boolean {
  return wholeWord(name, "iu").test(text);
}

/** Whether two names are one person's: the same but for case and normalisation. */
export function isSameName(one: string, other: string): boolean {
  return foldPersonName(one) === foldPersonName(other);
}

function wholeWord(words: string, flags: string): RegExp {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, flags);
}
