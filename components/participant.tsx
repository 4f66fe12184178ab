import { displayName } from "../lib/text/unicode";

const HUES = 12;

/**
 * The class of a participant's hue, one of `h0` … `h11`. It hangs on the name alone, so that a person
 * keeps the hue in every thread and every build.
 */
export function hueClass(name: string): string {
  return `h${hashName(name) % HUES}`;
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

function firstLetter(text: string): string | undefined {
  return /[\p{L}\p{N}]/u.exec(text)?.[0];
}

/** A name's first letter or digit; its first character where it has neither. */
function initialOf(name: string): string {
  return (firstLetter(name) ?? [...name][0] ?? "").toUpperCase();
}

/** Decoration: the name always stands beside it. */
export function Monogram({ name }: { name: string }) {
  return (
    <span className="monogram" aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

/**
 * Stands where newspapers put the author's portrait. Its text is the author's name; the style
 * sheet shows the initials in its place.
 */
export function AuthorPortrait({ name, className }: { name: string; className?: "p-name" }) {
  const letters = name.split(/\s+/u).map((word) => firstLetter(word) ?? "");
  return (
    <span
      className={className ? `monogram portrait ${className}` : "monogram portrait"}
      data-initials={letters.join("").slice(0, 2).toUpperCase()}
    >
      {displayName(name)}
    </span>
  );
}

/** A name as its bearer wrote it, isolated from the direction of what surrounds it (UAX #9). */
export function Name({ name }: { name: string }) {
  return <bdi>{displayName(name)}</bdi>;
}
