import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { listFolder } from "../../archive/reading/list-files";
import { digestOf } from "../../print/bytes";
import { typeOfFile } from "../../share/media-types";
import { excerptMarkdown } from "../../text/markdown/markdown";
import { type HeaderRule, headersFor, parseHeaderRules } from "../hosts/header-rules";
import { isHostFile } from "../hosts/host-files";
import { keyOf, type Place, writeIndex } from "./cdx";
import type { PackSubject } from "./subject";
import { writeRecord, writeWarcInfo } from "./warc";
import { encode, type Measure, measure, type PackEntry } from "./zip";

/*
 * A WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): a WARC with every address of the site, the index that finds a
 * record in it, the list of pages, and a description that holds the digest of each.
 */

const WARC = "data.warc.gz";
const CDX = "index.cdx.gz";
export const DESCRIPTION = "datapackage.json";
export const DESCRIPTION_DIGEST = "datapackage-digest.json";

/** Code points. */
const DESCRIPTION_LENGTH = 500;

/** What is known once the records are written. */
type Written = {
  readonly places: Place[];
  /** Lines of the list of pages. */
  readonly pages: string[];
  readonly resources: { name: string; path: string; hash: string; bytes: number }[];
};

/** The files of a package, each written from what those before it hold. */
export function listWacz(subject: PackSubject): PackEntry[] {
  const written: Written = { places: [], pages: [], resources: [] };
  const { places } = written;
  const names = { warc: WARC, lines: CDX };
  const index = () => writeIndex(places, subject.date, names);
  return [
    describeResource(written, `archive/${WARC}`, () => writeWarc(subject, written)),
    describeResource(written, `indexes/${CDX}`, async function* () {
      yield* index().blocks;
    }),
    describeResource(written, "indexes/index.idx", () => encode(index().index)),
    describeResource(written, "pages/pages.jsonl", () => encode(writePages(written))),
    ...listDescription(subject, written),
  ];
}

function describeResource(
  { resources }: Written,
  path: string,
  open: () => AsyncIterable<Uint8Array>,
): PackEntry {
  const note = ({ bytes, sha256 }: Measure) =>
    resources.push({ name: path.replace(/^.*\//u, ""), path, hash: `sha256:${sha256}`, bytes });
  return { path, open: () => measure(open(), note) };
}

function listDescription(subject: PackSubject, written: Written): PackEntry[] {
  const description = () => writeDescription(subject, written);
  const digest = () => ({ path: DESCRIPTION, hash: `sha256:${digestOf(description())}` });
  return [
    { path: DESCRIPTION, open: () => encode(description()) },
    { path: DESCRIPTION_DIGEST, open: () => encode(writeJson(digest())) },
  ];
}

function writeDescription({ settings, date }: PackSubject, { resources }: Written): string {
  const { name, url } = settings;
  const description = excerptMarkdown(settings.description, DESCRIPTION_LENGTH);
  return writeJson({
    profile: "data-package",
    wacz_version: "1.1.1",
    title: name,
    ...(description !== "" && { description }),
    created: date,
    software: "Verbatim",
    mainPageUrl: url,
    mainPageDate: date,
    resources,
  });
}

function writeJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A file of the site at its address. */
type Served = { readonly path: string; readonly url: string; readonly key: string };

/** Every address of the site, in the order of the index: the places need no sorting afterwards. */
async function* writeWarc(subject: PackSubject, { places, pages }: Written): AsyncGenerator<Uint8Array> {
  const { out, settings, date } = subject;
  const rules = parseHeaderRules(readFileSync(join(out, "_headers"), "utf8"));
  const info = writeWarcInfo(
    { software: "Verbatim", format: "WARC File Format 1.1", isPartOf: settings.name },
    date,
  );
  let offset = info.length;
  yield info;
  for (const { path, url, key } of listServed(subject)) {
    const content = readFileSync(join(out, path));
    const type = findType(path, url, rules);
    const record = writeRecord({ url, type, content, date });
    const [mime = type] = type.split(";");
    places.push({ key, url, mime, digest: digestOf(content), offset, length: record.length });
    if (path.endsWith("index.html")) pages.push(describePage(url, content, date));
    offset += record.length;
    yield record;
  }
}

function listServed({ out, settings }: PackSubject): Served[] {
  const { files } = listFolder(out);
  const all = new Set(files);
  const isVariant = (path: string) => /\.(?:br|gz)$/u.test(path) && all.has(path.replace(/\.\w+$/u, ""));
  return files
    .filter((path) => !isHostFile(path) && !isVariant(path))
    .map((path) => {
      const url = new URL(path.replace(/(?<=^|\/)index\.html$/u, ""), settings.url).href;
      return { path, url, key: keyOf(url) };
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** As the site's hosts send it. */
function findType(path: string, url: string, rules: readonly HeaderRule[]): string {
  const sent = headersFor(new URL(url).pathname, rules).findLast(([name]) => name === "Content-Type");
  return sent?.[1] ?? typeOfFile(path) ?? "application/octet-stream";
}

function describePage(url: string, content: Buffer, date: string): string {
  const [, title = ""] = /<title>(.*?)<\/title>/su.exec(content.toString("utf8")) ?? [];
  return JSON.stringify({ id: digestOf(url).slice(0, 16), url, title: readCharacters(title), ts: date });
}

/** What a title says, its character references read. */
function readCharacters(markup: string): string {
  return parseFragment(markup)
    .childNodes.map((node) => ("value" in node ? node.value : ""))
    .join("");
}

function writePages({ pages }: Written): string {
  const head = JSON.stringify({ format: "json-pages-1.0", id: "pages", title: "All Pages" });
  return [head, ...pages].map((line) => `${line}\n`).join("");
}
