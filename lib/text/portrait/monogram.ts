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
