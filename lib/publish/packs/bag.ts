import { createReadStream } from "node:fs";
import { join } from "node:path";
import { ERASED } from "../../archive/ledgers/erased-list";
import { listFolder } from "../../archive/reading/list-files";
import type { PackSubject } from "./subject";
import { encode, type Measure, measure, type PackEntry } from "./zip";

/*
 * A BagIt bag (RFC 8493): a folder with the payload in `data/`, the digest of each of its files, and of those that say so.
 */

/** What a bag may take along that does not leave the house else. */
export type BagOrder = {
  /** Whether `erased.txt` goes in, which leads to what was taken down. */
  readonly withLedgers: boolean;
};

export const MANIFEST = "manifest-sha256.txt";
export const TAG_MANIFEST = "tagmanifest-sha256.txt";
export const DECLARATION = "bagit.txt";

type Manifest = Map<string, Measure>;

/** The bag's folder, which a serialization should be named after (§4): `example.org-2021-01-15`. */
export function nameBag({ settings, date }: PackSubject): string {
  return `${new URL(settings.url).hostname.replaceAll(":", "-")}-${date.slice(0, 10)}`;
}

/** The files of a bag of content and site, in the order in which their digests are known. */
export function listBag(subject: PackSubject, order: BagOrder): PackEntry[] {
  const folder = nameBag(subject);
  const payload: Manifest = new Map();
  const tags: Manifest = new Map();
  const tag = (path: string, write: () => string): PackEntry => ({
    path: `${folder}/${path}`,
    open: () => measure(encode(write()), (measured) => tags.set(path, measured)),
  });
  return [
    tag(DECLARATION, () => "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    ...listPayload(subject, order).map(({ path, open }) => ({
      path: `${folder}/${path}`,
      open: () => measure(open(), (measured) => payload.set(path, measured)),
    })),
    tag("bag-info.txt", () => describeBag(subject, payload)),
    tag(MANIFEST, () => writeManifest(payload)),
    { path: `${folder}/${TAG_MANIFEST}`, open: () => encode(writeManifest(tags)) },
  ];
}

function listPayload({ content, out }: PackSubject, { withLedgers }: BagOrder): PackEntry[] {
  const texts = listFolder(content).files.filter(
    (path) => !isOfSystem(path) && (withLedgers || path !== ERASED),
  );
  return [
    ...texts.map((path) => openBelow(content, path, "data/content")),
    ...listFolder(out).files.map((path) => openBelow(out, path, "data/out")),
  ];
}

/** Names that begin with a dot belong to editors, version control and systems: they are no part of an archive. */
function isOfSystem(path: string): boolean {
  return path.split("/").some((name) => name.startsWith("."));
}

function openBelow(folder: string, path: string, place: string): PackEntry {
  return { path: `${place}/${path}`, open: () => createReadStream(join(folder, path)) };
}

function describeBag({ settings, date }: PackSubject, payload: Manifest): string {
  const { keeper, contact, name, url } = settings;
  const bytes = [...payload.values()].reduce((sum, measured) => sum + measured.bytes, 0);
  const lines: [label: string, value: string | undefined][] = [
    ["Source-Organization", keeper],
    ["Contact-Email", contact?.startsWith("mailto:") ? contact.slice("mailto:".length) : undefined],
    ["External-Description", name],
    ["External-Identifier", url],
    ["Bagging-Date", date.slice(0, 10)],
    ["Payload-Oxum", `${bytes}.${payload.size}`],
    ["Bag-Software-Agent", "Verbatim"],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}\n`])).join("");
}

/** In the order of the paths; as `sha256sum -c` reads it. */
function writeManifest(measured: Manifest): string {
  const sorted = [...measured].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([path, { sha256 }]) => `${sha256}  ${encodePath(path)}\n`).join("");
}

/** What would end a line is written as in an address (§2.1.3). */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/gu, encodeURIComponent);
}

export function decodePath(written: string): string {
  return written.replace(/%(?:25|0[AD])/giu, decodeURIComponent);
}
