import { Readable } from "node:stream";
import { brotliDecompressSync, createGunzip, gunzipSync, inflateSync } from "node:zlib";
import type { Input } from "./input";
import { SourceRefusal } from "./refusal";

/*
 * WARC 1.0 and 1.1 (ISO 28500), plain or each record a gzip member. Only pages are taken out, one at a time; what else a
 * crawl fetched goes by unread.
 */

/** A page, as HTTP carries it. In bytes. */
const LARGEST_PAGE = 128 * 1024 * 1024;

/** Headers of a record or of HTTP. In bytes. */
const LARGEST_HEAD = 256 * 1024;

/** Whether a file begins as a web archive does, packed or not. */
export async function isWarc(input: Input): Promise<boolean> {
  const stream = await openMembers(input);
  try {
    const beginning = await new ByteReader(stream[Symbol.asyncIterator]()).take(5, true);
    return beginning?.toString("latin1") === "WARC/";
  } catch {
    return false;
  } finally {
    stream.destroy();
  }
}

/**
 * The pages of a web archive in its order, each with where and when it was fetched.
 *
 * @throws SourceRefusal where it is cut off or damaged, behind the pages that were whole
 */
export async function* openWarc(input: Input): AsyncGenerator<Input> {
  const reader = new ByteReader((await openMembers(input))[Symbol.asyncIterator]());
  for (let number = 1; ; number++) {
    const head = await readHead(reader, input.name, number);
    if (head === undefined) return;
    const length = Number(head.get("content-length"));
    if (!Number.isSafeInteger(length) || length < 0)
      throw refuse(input.name, number, "a record without a length", "Content-Length");
    const isPage = isPageRecord(head) && length <= LARGEST_PAGE;
    const block = await reader.take(length, isPage);
    if (block === undefined)
      throw refuse(input.name, number, "the end of the file", "a record that is whole");
    const page = isPage ? readPage(head, block, input.name) : undefined;
    if (page) yield page;
  }
}

/** Node unpacks the members of a gzip file one after the other (RFC 1952 §2.2). */
async function openMembers(input: Input): Promise<Readable> {
  const first = await peek(input);
  const packed = await input.open();
  if (first[0] !== 0x1f || first[1] !== 0x8b) return packed;
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  unpacked.on("close", () => packed.destroy());
  return packed.pipe(unpacked);
}

async function peek(input: Input): Promise<Buffer> {
  for await (const chunk of await input.open()) return Buffer.from(chunk);
  return Buffer.alloc(0);
}

type Head = ReadonlyMap<string, string>;

async function readHead(reader: ByteReader, name: string, number: number): Promise<Head | undefined> {
  const bytes = await reader.takeHead();
  if (bytes === undefined) return undefined;
  const text = bytes.toString("utf8").replace(/^[\r\n]+/u, "");
  if (text.trim() === "") return undefined;
  if (!text.startsWith("WARC/"))
    throw refuse(name, number, "no beginning of a record", "WARC/1.0 or WARC/1.1");
  return parseHead(text);
}

/** By name in lower case; a line that begins with a blank goes on with the one before. */
function parseHead(text: string): Head {
  const fields = new Map<string, string>();
  for (const line of text
    .replace(/\r?\n[ \t]+/gu, " ")
    .split(/\r?\n/u)
    .slice(1)) {
    const [, key = "", value = ""] = /^([^:\s]+)\s*:\s*(.*)$/u.exec(line) ?? [];
    if (key !== "" && !fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), value.trim());
  }
  return fields;
}

/** A response of HTTP, or a page that was put in as it is. */
function isPageRecord(head: Head): boolean {
  const [type, mime] = [head.get("warc-type"), head.get("content-type") ?? ""];
  const target = head.get("warc-target-uri") ?? "";
  if (!/^<?https?:/iu.test(target)) return false;
  return type === "response" ? /^application\/http/iu.test(mime) : type === "resource" && PAGE.test(mime);
}

const PAGE = /^(?:text\/html|application\/xhtml\+xml)/iu;

function readPage(head: Head, block: Buffer, archive: string): Input | undefined {
  const url = (head.get("warc-target-uri") ?? "").replace(/^<|>$/gu, "");
  const isResponse = head.get("warc-type") === "response";
  const end = isResponse ? findHeadEnd(block, 0) : 0;
  if (end === undefined) return undefined;
  const http = isResponse ? block.subarray(0, end).toString("latin1") : "";
  const fields = parseHead(http);
  const mime = isResponse ? (fields.get("content-type") ?? "") : (head.get("content-type") ?? "");
  if ((isResponse && !/^HTTP\/[\d.]+ 2\d\d/u.test(http)) || !PAGE.test(mime)) return undefined;
  const body = decodeBody(block.subarray(end), fields);
  const date = head.get("warc-date");
  const memento = toIso(fields.get("memento-datetime"));
  const charset = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(mime)?.[1];
  return {
    name: `${archive}/${url}`,
    size: body.length,
    fetched: {
      url,
      ...(date && { date }),
      ...(memento && { memento }),
      ...(charset && { charset }),
    },
    open: async () => Readable.from([body]),
  };
}

/** A date of HTTP (RFC 9110 §5.6.7) as ISO 8601 in UTC. */
function toIso(httpDate: string | undefined): string | undefined {
  const isOne =
    httpDate !== undefined && /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/u.test(httpDate);
  const time = isOne ? Date.parse(httpDate) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(".000Z", "Z");
}

/** RFC 9112 §7.1 and RFC 9110 §8.4. What cannot be unpacked is read as it lies there: some archives unpack and keep the header. */
function decodeBody(bytes: Buffer, fields: Head): Buffer {
  const whole = /chunked/iu.test(fields.get("transfer-encoding") ?? "") ? joinChunks(bytes) : bytes;
  const unpack = UNPACKERS.get((fields.get("content-encoding") ?? "").toLowerCase());
  try {
    return unpack === undefined ? whole : unpack(whole, { maxOutputLength: LARGEST_PAGE });
  } catch {
    return whole;
  }
}

const UNPACKERS = new Map([
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  ["deflate", inflateSync],
  ["br", brotliDecompressSync],
]);

function joinChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf("\r\n", at);
    const size = /^([\da-f]+)/iu.exec(bytes.subarray(at, Math.max(at, line)).toString("latin1"))?.[1];
    // Some archives have put the chunks together and kept the header.
    if (line < 0 || size === undefined) return chunks.length === 0 ? bytes : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(bytes.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}

/** Where what follows a head begins. */
function findHeadEnd(bytes: Buffer, from: number): number | undefined {
  const long = bytes.indexOf("\r\n\r\n", from);
  const short = bytes.indexOf("\n\n", from);
  if (long < 0 && short < 0) return undefined;
  return short < 0 || (long >= 0 && long < short) ? long + 4 : short + 2;
}

/** Reads a stream in pieces of its own measure. */
class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
    return true;
  }

  /** Up to the next empty line and with it, line breaks before it left out; `undefined` at the end. */
  async takeHead(): Promise<Buffer | undefined> {
    for (;;) {
      const start = this.#held.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
      if (start > 0) this.#held = this.#held.subarray(start);
      else if (start < 0) this.#held = Buffer.alloc(0);
      const end = findHeadEnd(this.#held, 0);
      if (end !== undefined) return this.#cut(end);
      if (this.#held.length > LARGEST_HEAD || !(await this.#more())) return this.#cut(this.#held.length);
    }
  }

  /** So many bytes, or an empty buffer in their place where they are not kept; `undefined` where the stream ends before. */
  async take(length: number, keep: boolean): Promise<Buffer | undefined> {
    const kept: Buffer[] = [];
    for (let left = length; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) return undefined;
      const part = this.#cut(Math.min(left, this.#held.length));
      left -= part.length;
      if (keep) kept.push(part);
    }
    return Buffer.concat(kept);
  }

  #cut(length: number): Buffer {
    const part = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return part;
  }
}

function refuse(path: string, number: number, found: string, expected: string): SourceRefusal {
  return new SourceRefusal(path, `record ${number}`, found, expected);
}
