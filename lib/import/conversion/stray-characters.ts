import { toWellFormedText } from "../../text/writing/unicode";

/** What had to be replaced in a text so that a file may hold it. */
export type StrayCharacters = { readonly controls: number };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;

/** Unicode has a visible picture for each control (U+2400 to U+241F): the place stays, and can be seen. */
const PICTURES = 0x2400;

/**
 * A text without what no file of the archive may hold: halves of surrogate pairs become U+FFFD, control characters their
 * pictures (`␀`), and each is counted. Line endings become LF.
 */
export function cleanText(unsafe: string): { readonly text: string; readonly stray: StrayCharacters } {
  let controls = 0;
  const text = toWellFormedText(unsafe)
    .replace(/\r\n?/gu, "\n")
    .replace(CONTROL, (control) => {
      controls += 1;
      return String.fromCharCode(PICTURES + control.charCodeAt(0));
    });
  return { text, stray: { controls } };
}

/** A text on one line of at most 500 characters, as a name or a title must be. */
export function cleanLine(unsafe: string): string {
  const line = cleanText(unsafe).text.replace(/[\s\u0085\u2028\u2029]+/gu, (blank) =>
    /^[\u00a0\u202f\u2009]+$/u.test(blank) ? blank : " ",
  );
  const points = [...line.trim()];
  return points.length > 500 ? `${points.slice(0, 499).join("")}…` : points.join("");
}
