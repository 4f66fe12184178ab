import { resolve } from "node:path";
import { listBag, nameBag } from "./bag";
import { openSubject, type SubjectOrder } from "./subject";
import { listWacz } from "./wacz";
import { writeZip } from "./zip";

export const PACK_KINDS = ["bagit", "wacz"] as const;

export type PackKind = (typeof PACK_KINDS)[number];

export type PackOrder = SubjectOrder & {
  readonly kind: PackKind;
  /** Where the pack is put; by default it is named after the archive and its date, in the working folder. */
  readonly file?: string;
  /** Whether a bag takes the list of what was erased along. */
  readonly withLedgers: boolean;
};

export type Packed =
  | { readonly ok: true; readonly file: string; readonly entries: number }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Makes one file of an archive and its site that other archives accept. The same content and site give the same bytes: it
 * is dated by its content, never by the clock.
 */
export async function packSite({ kind, file, withLedgers, ...order }: PackOrder): Promise<Packed> {
  const subject = openSubject(order);
  if (!subject.ok) return subject;
  const entries = kind === "bagit" ? listBag(subject.value, { withLedgers }) : listWacz(subject.value);
  const extension = kind === "bagit" ? "zip" : "wacz";
  const place = resolve(file ?? `${nameBag(subject.value)}.${extension}`);
  await writeZip(place, entries);
  return { ok: true, file: place, entries: entries.length };
}
