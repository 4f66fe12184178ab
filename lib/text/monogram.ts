/** How many hues participants are told apart by; the style sheet and the card images have as many. */
export const HUES = 12;

/**
 * The number of a participant's hue, from 0 to 11. It hangs on the name alone, so that a person keeps the hue in
 * every thread and every build.
 */
export function hueOf(name: string): number {
  return hashName(name) % HUES;
}

/** FNV-1a over UTF-16 code units, then MurmurHash3's finalizer: names that are alike get hues that are not. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A name's first letter or digit; its first character where it has neither. */
export function initialOf(name: string): string {
  return (firstLetter(name) ?? [...name][0] ?? "").toUpperCase();
}

/** The first letters of a name's first two words. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/u).map((word) => firstLetter(word) ?? "");
  return letters.join("").slice(0, 2).toUpperCase();
}

function firstLetter(text: string): string | undefined {
  return /[\p{L}\p{N}]/u.exec(text)?.[0];
}
