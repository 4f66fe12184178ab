import type { Article } from "../../lib/archive/model";
import { hueIn } from "../../lib/text/portrait/hues";
import { initialOf, initialsOf } from "../../lib/text/portrait/monogram";
import { displayName } from "../../lib/text/writing/unicode";

/** The class of a person's hue in the thread of an article, one of `h0` … `h11`. */
export function hueClass(name: string, { thread }: Article): string {
  return `h${hueIn(thread, name)}`;
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
  return (
    <span
      className={className ? `monogram portrait ${className}` : "monogram portrait"}
      data-initials={initialsOf(name)}
    >
      {displayName(name)}
    </span>
  );
}

/** A name as its bearer wrote it, isolated from the direction of what surrounds it (UAX #9). */
export function Name({ name }: { name: string }) {
  return <bdi>{displayName(name)}</bdi>;
}
