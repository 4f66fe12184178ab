import { existsSync, readFileSync } from "node:fs";
import { selectAll } from "hast-util-select";

/** CSS selectors of one comment on a page, and, within it, of its author, date and text. */
export type Lesson = {
  readonly comment: string;
  readonly author?: string;
  readonly date?: string;
  readonly text: string;
};

const FIELDS = ["comment", "author", "date", "text"] as const;
const EXPECTED = "comment=.reply; author=.name; date=time; text=.body, or a file with a line for each";

/**
 * Reads what `--selector` says: the fields themselves, or the name of a file that holds them, a line each.
 *
 * @throws Error with one clear line where it says something else
 */
export function readLesson(written: string): Lesson {
  const text = existsSync(written) ? readFileSync(written, "utf8") : written;
  const parts = text.split(/[;\n]/u).filter((part) => part.trim() !== "" && !part.trim().startsWith("#"));
  const fields = new Map<string, string>();
  for (const part of parts) {
    const [, key = "", value = ""] = /^\s*(\w+)\s*=\s*(.+?)\s*$/u.exec(part) ?? [];
    if (!FIELDS.some((field) => field === key)) throw refuse(part);
    checkSelector(value);
    fields.set(key, value);
  }
  const [comment, author, date, content] = FIELDS.map((field) => fields.get(field));
  if (comment === undefined || content === undefined) throw refuse(written);
  return { comment, text: content, ...(author && { author }), ...(date && { date }) };
}

function checkSelector(selector: string): void {
  try {
    selectAll(selector, { type: "root", children: [] });
  } catch {
    throw refuse(selector);
  }
}

function refuse(found: string): Error {
  return new Error(`--selector: found ${JSON.stringify(found.trim())}, expected ${EXPECTED}`);
}
