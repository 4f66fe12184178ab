import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { attachmentType, foldName, isPictureName, pictureFormat } from "../../archive/format/names";
import { measurePicture, PICTURE_LIMIT } from "../../archive/reading/picture";
import { digestText } from "./memory";
import { slugify } from "./slugs";

/** Pictures and files that are at hand, such as a copy of a forum's `uploads/`. */
export type MediaShelf = {
  /** The file that an address leads to, as it may lie beside an article; `undefined` where none is at hand, or it is unfit. */
  readonly find: (address: string) => MediaFile | undefined;
};

export type MediaFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Looks through a folder of media. An address is found by its path, the longest ending first, and by its last name where only
 * one file has it.
 */
export function openShelf(folder: string): MediaShelf {
  const byName = new Map<string, string[]>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const key = foldName(entry.name);
    byName.set(key, [...(byName.get(key) ?? []), join(entry.parentPath, entry.name)]);
  }
  return { find: (address) => readFit(findPath(byName, address)) };
}

function findPath(byName: ReadonlyMap<string, readonly string[]>, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const steps = decodePath(new URL(address).pathname).split("/").filter(Boolean);
  const candidates = byName.get(foldName(steps.at(-1) ?? "")) ?? [];
  if (candidates.length === 1) return candidates[0];
  for (let start = 0; start < steps.length - 1; start++) {
    const ending = `/${steps.slice(start).join("/")}`;
    const found = candidates.filter((path) => path.endsWith(ending));
    if (found.length === 1) return found[0];
  }
  return undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A picture is one by its content, of the format of its name; its new name says what it was called and holds its digest. */
function readFit(path: string | undefined): MediaFile | undefined {
  if (path === undefined || statSync(path).size > PICTURE_LIMIT) return undefined;
  const bytes = readFileSync(path);
  const [, stem = "", extension = ""] = /([^/]*?)\.([A-Za-z0-9]+)$/u.exec(path) ?? [];
  const name = `${slugify(stem, 40) || "file"}-${digestText(bytes).slice(0, 8)}.${extension.toLowerCase()}`;
  const isFit = pictureFormat(name) === undefined ? isFitAttachment(name, bytes) : isFitPicture(name, bytes);
  return isFit ? { name, bytes } : undefined;
}

function isFitPicture(name: string, bytes: Uint8Array): boolean {
  return isPictureName(name) && "width" in measurePicture(name, bytes);
}

/** The beginnings of what may be attached; a text is one without markup. */
const SIGNATURES = new Map([
  ["application/pdf", /^%PDF-/u],
  ["application/zip", /^PK/u],
  ["audio/mpeg", /^(?:ID3|\u00ff[\u00e0-\u00ff])/u],
  ["audio/ogg", /^OggS/u],
  ["audio/flac", /^fLaC/u],
  ["audio/wav", /^RIFF/u],
  ["video/webm", /^.E\u00df\u00a3/su],
  ["video/mp4", /^.{4}ftyp/su],
  ["audio/mp4", /^.{4}ftyp/su],
]);

function isFitAttachment(name: string, bytes: Uint8Array): boolean {
  const type = attachmentType(name);
  if (type === undefined) return false;
  const beginning = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  if (type.startsWith("text/")) return !/<[a-z!?/]/iu.test(beginning) && !beginning.includes("\0");
  const signature = SIGNATURES.get(type) ?? (type.startsWith("application/vnd.") ? /^PK/u : undefined);
  return signature?.test(beginning) ?? false;
}

/** The media of one article on its way in: what its texts lead to, each once. */
export class ArticleMedia {
  /** By their names. */
  readonly taken = new Map<string, Uint8Array>();
  /** Names by the addresses that lead to them. */
  readonly names: Map<string, string>;
  readonly #shelf: MediaShelf | undefined;

  /** @param known names by address, as an earlier import gave them to files that lie in the folder */
  constructor(shelf: MediaShelf | undefined, folder: string, known: Readonly<Record<string, string>> = {}) {
    this.#shelf = shelf;
    this.names = new Map(Object.entries(known).filter(([, name]) => existsSync(join(folder, name))));
  }

  /** The name that a text may link a file by, where the file is at hand. */
  nameOf(address: string): string | undefined {
    const known = this.names.get(address);
    if (known !== undefined) return known;
    const file = this.#shelf?.find(address);
    if (file === undefined) return undefined;
    this.taken.set(file.name, file.bytes);
    this.names.set(address, file.name);
    return file.name;
  }
}
