import type { Readable } from "node:stream";
import type { BesideReader } from "./beside";

/** A file of a source, wherever it lies: on the disk or packed into another file. */
export type Input = {
  /** How the archivist knows it: its path from what was named on the command line, `export.zip/topic.json`. */
  readonly name: string;
  /** In bytes, as the file system or the archive says. */
  readonly size: number;
  /** Where it was fetched from and when, and its encoding, where its container says so. */
  readonly fetched?: Fetched;
  /** What lies beside it, where it lies on the disk by itself. */
  readonly beside?: BesideReader;
  /** Gives its bytes from the start; may be called again. */
  readonly open: () => Promise<Readable>;
};

/** What a record of a web archive says of what it holds. */
export type Fetched = {
  readonly url?: string;
  /** ISO 8601 with offset. */
  readonly date?: string;
  /** When a web archive had captured it that was fetched in its place (`Memento-Datetime`, RFC 7089); likewise. */
  readonly memento?: string;
  /** A label of the Encoding Standard. */
  readonly charset?: string;
};

/** An input that has been looked through once. */
export type TextInput = {
  readonly name: string;
  readonly size: number;
  /** Of its bytes: 64 hexadecimal digits. */
  readonly sha256: string;
  /** The first characters, without byte order mark. */
  readonly head: string;
  readonly fetched?: Fetched;
  readonly beside?: BesideReader;
  /** What its encoding was taken for, where it is not UTF-8 by its own word. */
  readonly encodingRemark?: string;
  /** Its characters from the start, without byte order mark. */
  readonly chunks: () => AsyncIterable<string>;
};

/** All characters of an input that is known to be small. */
export async function readText(input: TextInput): Promise<string> {
  const parts: string[] = [];
  for await (const chunk of input.chunks()) parts.push(chunk);
  return parts.join("");
}
