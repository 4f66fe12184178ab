import type { Problem } from "../model";

/** What is wrong, before it is known in which file. */
export type FieldProblem = Omit<Problem, "path">;

/** Longer quotations are cut: the line is there to find the place, not to repeat it. In code points. */
const QUOTED = 60;

/** Controls, surrogates, bidi and other invisible characters, and every space that is not the plain one. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** One line of text without a line break: `<path>: <field>: found <found>, expected <expected>`. */
export function formatProblem({ path, field, found, expected }: Problem): string {
  return escapeUnprintable(`${path}: ${field}: found ${found}, expected ${expected}`);
}

/** Any text, however hostile, as a quotation that fits in a line: `"2021-02-30"`, `"a\nb"`, `"abc…"`. */
export function quote(unsafe: string): string {
  const { text, cut } = cutText(unsafe);
  return escapeUnprintable(`${JSON.stringify(text).slice(0, -1)}${cut ? "…" : ""}"`);
}

/** The name of a key as it may stand in a line; a key of plain letters stays as it is. */
export function nameKey(unsafe: string): string {
  return /^[\w-]{1,60}$/.test(unsafe) ? unsafe : quote(unsafe);
}

/** Replaces what a terminal would obey or not show by `\u{202e}` and the like; what can be read stays. */
export function escapeUnprintable(unsafe: string): string {
  return unsafe.replace(UNPRINTABLE, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/** `caf…`: at most `limit` code points; `cut` says whether something is missing. */
function cutText(text: string, limit = QUOTED): { text: string; cut: boolean } {
  // A code point takes at most two units: more than this need not be looked at.
  const points = [...text.slice(0, 2 * limit + 2)];
  const kept = points.slice(0, limit).join("");
  return { text: kept, cut: kept.length < text.length };
}
