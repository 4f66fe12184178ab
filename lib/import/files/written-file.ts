import { type FieldsToWrite, serializeFile } from "../../archive/format/serialize";
import type { FieldValue } from "../../archive/format/yaml";
import type { AsWritten } from "../model";

/** A file of the archive, and its fields. */
export type WrittenFile = { readonly fields: FieldsToWrite; readonly text: string };

/**
 * Writes a file. A source that speaks the archive's own format is taken at its word: its fields stand in its order and as
 * they were written, and only what a file cannot do without is added behind them.
 *
 * @param needed keys that are added where it leaves them out
 */
export function writeFile(
  fields: FieldsToWrite,
  body: string,
  written: AsWritten | undefined,
  needed: ReadonlySet<string> = new Set(),
): WrittenFile {
  if (written === undefined) return { fields, text: serializeFile(fields, body) };
  const added = Object.entries(fields).filter(
    ([key, value]) => value !== undefined && needed.has(key) && !Object.hasOwn(written.fields, key),
  );
  const all = { ...written.fields, ...Object.fromEntries(added) };
  if (written.yaml === undefined || added.length > 0)
    return { fields: all, text: serializeFile(all, written.body) };
  return { fields: all, text: `---\n${written.yaml}---\n${written.body}` };
}

/** What an article, and a comment of a given status, cannot do without, and what the importer alone can find out. */
export const NEEDED_OF_ARTICLE: ReadonlySet<string> = new Set(["title", "language", "source"]);

export function neededOfComment(status: FieldValue | undefined): ReadonlySet<string> {
  const isPresent = status === undefined || status === "present";
  return new Set(["inReplyTo", "replyBasis", ...(isPresent ? ["author", "position"] : [])]);
}
