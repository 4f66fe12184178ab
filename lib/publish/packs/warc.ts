import { createHash } from "node:crypto";
import { gzipSync } from "fflate";
import { digestOf } from "../../print/bytes";

/** What stands at an address. */
export type Resource = {
  /** Absolute. */
  readonly url: string;
  /** IANA media type, with its parameters. */
  readonly type: string;
  readonly content: Uint8Array;
  /** In UTC to the second. */
  readonly date: string;
};

/**
 * A record of WARC 1.1 (ISO 28500:2017), a gzip member by itself. It is a `resource`: the archive made it and put it there,
 * and no server was asked for it, as a `response` would say. Deflated by JavaScript: the same bytes on any machine.
 */
export function writeRecord({ url, type, content, date }: Resource): Uint8Array {
  const digest = digestOf(content);
  return pack(content, [
    ["WARC-Type", "resource"],
    ["WARC-Record-ID", identify(`${url}\n${date}\n${digest}`)],
    ["WARC-Date", date],
    ["WARC-Target-URI", url],
    ["WARC-Block-Digest", `sha256:${digest}`],
    ["WARC-Payload-Digest", `sha256:${digest}`],
    ["Content-Type", type],
  ]);
}

/** The first record of a file: what wrote it, and for whom. */
export function writeWarcInfo(fields: Readonly<Record<string, string>>, date: string): Uint8Array {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const content = Buffer.from(lines.join(""));
  return pack(content, [
    ["WARC-Type", "warcinfo"],
    ["WARC-Record-ID", identify(`${date}\n${digestOf(content)}`)],
    ["WARC-Date", date],
    ["Content-Type", "application/warc-fields"],
  ]);
}

function pack(content: Uint8Array, headers: readonly (readonly [name: string, value: string])[]): Uint8Array {
  const lines = [...headers, ["Content-Length", String(content.length)]].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = `WARC/1.1\r\n${lines.join("")}\r\n`;
  return gzip(Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n\r\n")]));
}

/** A member without a date. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { mtime: 0, level: 6 });
}

/** A UUID that is the same for the same words (RFC 9562 §5.8, version 8). */
function identify(words: string): string {
  const bytes = createHash("sha256").update(words).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const digits = bytes.toString("hex");
  const parts = [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([start, end]) => digits.slice(start, end));
  return `<urn:uuid:${parts.join("-")}>`;
}
