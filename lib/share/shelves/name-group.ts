import anyAscii from "any-ascii";
import { hashText } from "../../archive/hash-text";

/** UTF-16 code units of the readable part of an address. */
const LONGEST = 48;

/** The list of all groups of a shelf has the address of a group. */
export const ALL = "all";

/**
 * The address of everything that bears a name: `Le Monde` is `le-monde`. It depends on the name alone, so that it stays what
 * it is whatever else joins the archive. Case, accents, spaces and the hyphens between words make no difference; where
 * anything else of a name is lost, its digest follows: `C++` is not `C`.
 */
export function nameGroup(name: string): string {
  const folded = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, "")
    .trim();
  const slug = anyAscii(folded)
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const isWhole = folded.replace(/[\s-]+/gu, "-") === slug && slug.length <= LONGEST && slug !== ALL;
  return isWhole ? slug : `${slug.slice(0, LONGEST)}-${hashText(folded).toString(16).padStart(8, "0")}`;
}
