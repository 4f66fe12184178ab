import { deflateSync } from "node:zlib";

/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

export type IndexedImage = {
  /** Pixels; the width is even, so that rows end with a whole byte. */
  readonly width: number;
  readonly height: number;
  /** At most 16. */
  readonly palette: readonly Rgb[];
  /** For each pixel its colour's place in the palette, row by row from the top. */
  readonly indexes: Uint8Array;
};

/** Bits to a pixel. */
const DEPTH = 4;

/** Higher levels take five times as long for a twentieth of the bytes. */
const DEFLATE = { level: 6, memLevel: 9 } as const;

/** Names everything beside the image that its bytes depend on. */
export const ENCODING = JSON.stringify({ DEPTH, DEFLATE, zlib: process.versions.zlib });

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

/** A PNG (W3C, third edition) of colour type 3. The same image gives the same bytes with the same zlib. */
export function encodePng(image: IndexedImage): Uint8Array<ArrayBuffer> {
  const parts = [
    SIGNATURE,
    writeChunk("IHDR", writeHeader(image)),
    writeChunk("PLTE", Uint8Array.from(image.palette.flat())),
    writeChunk("IDAT", deflateSync(packRows(image), DEFLATE)),
    writeChunk("IEND", new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** §11.2.1: size, depth, indexed colour; the one compression, the one set of filters, no interlacing. */
function writeHeader({ width, height }: IndexedImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([DEPTH, 3], 8);
  return header;
}

/** §7.2, two pixels to a byte. Each row begins with its filter, none: others help photographs and harm letters. */
function packRows({ width, height, indexes }: IndexedImage): Uint8Array {
  const packed = new Uint8Array((width / 2 + 1) * height);
  let place = 0;
  for (let pixel = 0; pixel < width * height; pixel += 2) {
    if (pixel % width === 0) place += 1;
    packed[place] = ((indexes[pixel] ?? 0) << DEPTH) | (indexes[pixel + 1] ?? 0);
    place += 1;
  }
  return packed;
}

/** §5.3: length, type, data, and the check over type and data. */
function writeChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(data, 8);
  chunk.writeUInt32BE(checkOf(chunk.subarray(4, -4)), data.length + 8);
  return chunk;
}

/** Annex D; `zlib.crc32` came with Node 20.15. */
function checkOf(bytes: Uint8Array): number {
  let check = 0xffffffff;
  for (const byte of bytes) check = (CHECKS[(check ^ byte) & 0xff] ?? 0) ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit++) check = check & 1 ? 0xedb88320 ^ (check >>> 1) : check >>> 1;
  return check;
});
