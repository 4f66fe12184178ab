import { spellControls } from "./unicode";

const NARROW = "\u202F";
const WIDE = "\u00A0";

// A space that already stands; a line break is none.
const SPACE = "[ \\u00A0\\u202F\\u2009]";
// What may follow a mark that ends a phrase: "a != b", ":smile:" and ":)" are none.
const END = "(?=[\\s»”\"'’)\\]….,\\uFFFC]|$)";

// A semicolon before a parenthesis winks.
const BEFORE_NARROW = new RegExp(`${SPACE}(?=(?:;(?![)\\]])|[!?]+)${END}|»)`, "gu");
const BEFORE_WIDE = new RegExp(`${SPACE}(?=:(?![)\\]\\\\'"])${END})`, "gu");
const AFTER_OPENING = new RegExp(`(?<=«)${SPACE}`, "gu");

/**
 * A line of text with the spaces of its language, for display: in French (`fr`, `fr-CA`, …) U+202F
 * before `;`, `!`, `?` and inside guillemets, U+00A0 before a colon. Spaces are exchanged one for one
 * where they stand, none is added and none taken away, so the result is as long as the text.
 *
 * @param language BCP 47
 */
export function applySpacing(text: string, language: string): string {
  if (!/^fr(?:-|$)/i.test(language)) return text;
  return text.replace(BEFORE_NARROW, NARROW).replace(BEFORE_WIDE, WIDE).replace(AFTER_OPENING, NARROW);
}

/**
 * A text that is one line without markup (a title, a role, a reason) as a reader sees it: with the spaces of
 * its language, and with controls that would turn its surroundings around spelled out.
 *
 * @param language BCP 47
 */
export function displayLine(text: string, language: string): string {
  return applySpacing(spellControls(text), language);
}
