import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file of a pack; its bytes are asked for when those before it are written. */
export type PackEntry = {
  readonly path: string;
  open(): AsyncIterable<Uint8Array>;
};

/**
 * ZIP holds local time, and yazl asks local getters for it: a local date gives the same bytes in every zone. What dates a
 * pack stands in its words.
 */
const NO_DATE = new Date(2000, 0, 1);

/**
 * Writes a ZIP, one entry after the other, as they come: no more of it than a piece is in memory, and beyond 4 GB it is
 * ZIP64. Entries are stored as they are, so that a damaged byte costs one file, and no version of zlib decides the bytes.
 * The file comes into place whole, or not at all.
 */
export async function writeZip(file: string, entries: readonly PackEntry[]): Promise<void> {
  const half = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  const zip = new ZipFile();
  for (const { path, open } of entries) {
    const options = { mtime: NO_DATE, forceDosTimestamp: true, compress: false };
    zip.addReadStreamLazy(path, options, (give) => {
      const stream = Readable.from(open());
      stream.on("error", (error) => zip.emit("error", error));
      give(undefined, stream);
    });
  }
  zip.end();
  try {
    await writeStream(zip, half);
    renameSync(half, file);
  } finally {
    rmSync(half, { force: true });
  }
}

async function writeStream(zip: ZipFile, file: string): Promise<void> {
  const failed = new Promise<never>((_, fail) => zip.on("error", fail));
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file)), failed]);
}

/** What is known of an entry once it is written. */
export type Measure = { bytes: number; sha256: string };

/** Passes bytes on and gives their number and digest when they end. */
export async function* measure(
  source: AsyncIterable<Uint8Array>,
  done: (measured: Measure) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of source) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  done({ bytes, sha256: hash.digest("hex") });
}

/** A short text as an entry opens it. */
export async function* encode(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
