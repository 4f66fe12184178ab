import { stringify } from "yaml";
import type { FieldValue } from "./yaml";

/** Fields in the order in which the file shall list them; absent ones are left out. */
export type FieldsToWrite = { readonly [key: string]: FieldValue | undefined };

/**
 * The text of a content file, such that `parseFrontMatter` gives the same fields and the same body back.
 * Values are quoted only where YAML would read something else.
 *
 * @param body every character behind the closing line, to the letter
 */
export function serializeFile(fields: FieldsToWrite, body: string): string {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Without a width, long texts stay on one line; in the failsafe schema `0123` needs no quotes.
  const yaml = stringify(Object.fromEntries(present), { schema: "failsafe", lineWidth: 0, version: "1.2" });
  return `---\n${yaml}---\n${body}`;
}
