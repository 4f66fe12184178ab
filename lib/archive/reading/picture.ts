import { imageSize } from "image-size";
import { pictureFormat } from "../format/names";
import { type FieldProblem, quote } from "../format/problem";

/** CSS pixels, as the reader sees the picture. */
export type PictureSize = { readonly width: number; readonly height: number };

/** In bytes. A page that asks for more than this is no page to read. */
export const PICTURE_LIMIT = 20 * 1024 * 1024;

/** EXIF 2.3 §4.6.4 A: from this orientation on, the picture lies on its side. */
const ON_ITS_SIDE = 5;

/** The signature of a format, at its offset, and the bytes from the start within which its dimensions stand. */
type Header = { readonly signature: string; readonly at: number; readonly length: number };

/**
 * image-size is only asked about bytes that these signatures vouch for, and not about many: it tries every format it knows
 * otherwise, SVG with a regular expression that backtracks, and takes quadratic time over the boxes of an AVIF file.
 * Cameras put previews and profiles before the dimensions of a JPEG picture.
 */
const HEADERS = new Map<string, Header>([
  ["png", { signature: "\u0089PNG\r\n\u001a\n", at: 0, length: 1024 }],
  ["jpg", { signature: "\u00ff\u00d8\u00ff", at: 0, length: 4 * 1024 * 1024 }],
  ["gif", { signature: "GIF8", at: 0, length: 1024 }],
  ["webp", { signature: "WEBPVP8", at: 8, length: 1024 }],
  ["avif", { signature: "ftypavif", at: 4, length: 64 * 1024 }],
]);

/**
 * Measures a picture from its header, and sees that it is of the format that its name promises. The one caller of image-size.
 *
 * @param name its file name, which `isPictureName` accepts
 */
export function measurePicture(name: string, bytes: Uint8Array): PictureSize | FieldProblem {
  const format = pictureFormat(name) ?? "";
  const expected = `${format} data, as its name says`;
  const header = readHeader(bytes, HEADERS.get(format));
  if (header === undefined) return { field: "file", found: describeBytes(bytes), expected };
  const { width, height, orientation = 1 } = header;
  if (width < 1 || height < 1) return { field: "file", found: `${width} × ${height} pixels`, expected };
  return orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
}

/** A picture by its content alone, whatever it is called; `undefined` for what is none that the archive shows. */
export function recognisePicture(bytes: Uint8Array): (PictureSize & { readonly format: string }) | undefined {
  for (const [format, header] of HEADERS) {
    if (!carries(bytes, header)) continue;
    const size = measurePicture(`picture.${format}`, bytes);
    return "width" in size ? { format, ...size } : undefined;
  }
  return undefined;
}

function readHeader(bytes: Uint8Array, header: Header | undefined) {
  if (header === undefined || !carries(bytes, header)) return undefined;
  try {
    // A copy, since image-size reads on behind the end of a view.
    return imageSize(new Uint8Array(bytes.subarray(0, header.length)));
  } catch {
    return undefined;
  }
}

function carries(bytes: Uint8Array, { signature, at }: Header): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + signature.length)) === signature;
}

function describeBytes(bytes: Uint8Array): string {
  const format = [...HEADERS].find(([, header]) => carries(bytes, header))?.[0];
  if (format !== undefined) return `${format} data, perhaps cut off`;
  return `data that begins with ${quote(String.fromCharCode(...bytes.subarray(0, 8)))}`;
}
