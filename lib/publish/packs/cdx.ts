import { gzip } from "./warc";

/*
 * The index of a WARC, CDXJ, in gzip members of some lines each, with an index of its own: a reader who asks for one page
 * loads one member.
 */

/** Where a record lies in the WARC file. */
export type Place = {
  /** See `keyOf`. */
  readonly key: string;
  readonly url: string;
  /** IANA media type without parameters. */
  readonly mime: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly digest: string;
  readonly offset: number;
  readonly length: number;
};

const BLOCK = 1000;

/** By the names of their files in the package. */
export type CdxNames = { readonly warc: string; readonly lines: string };

export type CompressedIndex = {
  /** Members of `BLOCK` lines. */
  readonly blocks: readonly Uint8Array[];
  /** Where each begins, and with which line. */
  readonly index: string;
};

/** The sort-friendly form of an address (SURT): `org,example)/some-article/`. */
export function keyOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const host = hostname.split(".").toReversed().join(",");
  return `${host}${port && `:${port}`})${pathname}`.toLowerCase();
}

/** @param places in the order of their keys, by code unit */
export function writeIndex(places: readonly Place[], date: string, names: CdxNames): CompressedIndex {
  const stamp = date.replace(/\D/gu, "");
  const blocks: Uint8Array[] = [];
  const lines = [`!meta 0 ${JSON.stringify({ format: "cdxj-gzip-1.0", filename: names.lines })}\n`];
  let offset = 0;
  for (let start = 0; start < places.length; start += BLOCK) {
    const block = places.slice(start, start + BLOCK);
    const member = gzip(Buffer.from(block.map((place) => writeLine(place, stamp, names)).join("")));
    const entry = { offset, length: member.length, filename: names.lines };
    lines.push(`${block[0]?.key} ${stamp} ${JSON.stringify(entry)}\n`);
    blocks.push(member);
    offset += member.length;
  }
  return { blocks, index: lines.join("") };
}

function writeLine(
  { key, url, mime, digest, offset, length }: Place,
  stamp: string,
  names: CdxNames,
): string {
  const fields = { url, mime, status: 200, digest: `sha256:${digest}`, length, offset, filename: names.warc };
  return `${key} ${stamp} ${JSON.stringify(fields)}\n`;
}
