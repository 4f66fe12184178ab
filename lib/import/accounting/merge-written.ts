import type { FieldsToWrite } from "../../archive/serialize";
import type { FieldValue } from "../../archive/yaml";
import type { AsWritten } from "../model";

/**
 * A source that speaks the archive's own format is taken at its word: its fields stand in its order, and only what it leaves
 * out is added behind them.
 */
export function mergeWritten(
  fields: FieldsToWrite,
  body: string,
  written: AsWritten | undefined,
): { readonly fields: FieldsToWrite; readonly text: string } {
  if (written === undefined) return { fields, text: body };
  const added = Object.entries(fields).filter(
    ([key]) => isNeeded(key, written.fields.status) && !Object.hasOwn(written.fields, key),
  );
  return { fields: { ...written.fields, ...Object.fromEntries(added) }, text: written.body };
}

/** What a file cannot do without, and what the importer alone knows: the rest is not there because it was not there. */
function isNeeded(key: string, status: FieldValue | undefined): boolean {
  if (key === "position" || key === "author") return status === undefined || status === "present";
  return ["title", "language", "source", "inReplyTo", "replyBasis"].includes(key);
}
