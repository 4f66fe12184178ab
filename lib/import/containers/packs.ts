import { type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { Input } from "./input";
import { refuseAfter, SourceRefusal } from "./refusal";

/** What a pack may hold: a forum of a million posts is some gigabytes, and text shrinks to a tenth, hardly ever to a hundredth. */
const LIMITS = {
  entries: 1_000_000,
  bytes: 16 * 1024 ** 3,
  entryBytes: 4 * 1024 ** 3,
  ratio: 400,
  freeBytes: 1024 ** 2,
};

/** Whether a file begins as a ZIP (APPNOTE 4.3.7) or a gzip does (RFC 1952 §2.3.1). */
export async function findPacking(input: Input): Promise<"zip" | "gzip" | undefined> {
  const stream = await input.open();
  for await (const chunk of stream) {
    stream.destroy();
    const bytes = Buffer.from(chunk);
    if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) return "zip";
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? "gzip" : undefined;
  }
  return undefined;
}

/** A file that was packed by itself, as Disqus sends its exports. */
export function openGzip(input: Input): Input {
  return {
    ...input,
    open: async () => {
      const packed = await input.open();
      const unpacked = createGunzip();
      packed.on("error", (error) => unpacked.destroy(error));
      return count(packed.pipe(unpacked), input.size, input.name, { bytes: 0 });
    },
  };
}

/**
 * The files in a ZIP, in its own order. Their names are shown and never used as paths: nothing is unpacked to the disk.
 * Bytes are counted as they come, whatever the pack says of itself.
 *
 * @throws SourceRefusal for a pack that is cut off, or that grows beyond what any text does
 */
export async function* openZip(path: string, name: string): AsyncGenerator<Input> {
  const zip = await openPack(path, name);
  try {
    if (zip.entryCount > LIMITS.entries)
      throw refuse(name, `${zip.entryCount} files`, `at most ${LIMITS.entries}`);
    const budget = { bytes: 0 };
    for await (const entry of zip.eachEntry()) {
      if (isText(entry)) yield openEntry(zip, entry, name, budget);
    }
  } catch (error) {
    throw refuseAfter(error, name, "a ZIP that is whole");
  } finally {
    zip.close();
  }
}

async function openPack(path: string, name: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, validateEntrySizes: false, autoClose: false });
  } catch (error) {
    throw refuseAfter(error, name, "a ZIP that is whole");
  }
}

/** Folders, and what macOS adds, are no files of the source. */
function isText({ fileName }: Entry): boolean {
  return !fileName.endsWith("/") && !/(?:^|\/)(?:__MACOSX\/|\.)/u.test(fileName);
}

type Budget = { bytes: number };

function openEntry(zip: ZipFile, entry: Entry, pack: string, budget: Budget): Input {
  const name = `${pack}/${entry.fileName}`;
  return {
    name,
    size: entry.uncompressedSize,
    open: async () => {
      if (entry.isEncrypted()) throw refuse(name, "an encrypted file", "one that is not");
      const packed = await zip.openReadStreamPromise(entry);
      return count(packed, entry.compressedSize, name, budget);
    },
  };
}

/** Counts what a packed file grows to, and breaks off where that is no text. */
export function count(packed: Readable, compressedSize: number, name: string, budget: Budget): Readable {
  const allowed = Math.min(LIMITS.entryBytes, Math.max(LIMITS.freeBytes, compressedSize * LIMITS.ratio));
  let seen = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      budget.bytes += chunk.length;
      if (seen > allowed) done(refuse(name, `more than ${allowed} bytes from ${compressedSize}`, "a text"));
      else if (budget.bytes > LIMITS.bytes)
        done(refuse(name, `more than ${LIMITS.bytes} bytes`, "a smaller pack"));
      else done(null, chunk);
    },
  });
  packed.on("error", (error) => counter.destroy(error));
  return packed.pipe(counter);
}

function refuse(path: string, found: string, expected: string): SourceRefusal {
  return new SourceRefusal(path, "zip", found, expected);
}
