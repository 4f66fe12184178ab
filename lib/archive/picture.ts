import { imageSize } from "image-size";
import { pictureFormat } from "./names";
import { type FieldProblem, quote } from "./problem";

/** CSS pixels, as the reader sees the picture. */
export type PictureSize = { readonly width: number; readonly height: number };

/** In bytes: a page that asks for more than this is no page to read. */
export const PICTURE_LIMIT = 20 * 1024 * 1024;

/** EXIF 2.3 §4.6.4 A: from this orientation on, the picture lies on its side. */
const ON_ITS_SIDE = 5;

/**
 * Measures a picture from its header. The one caller of image-size.
 *
 * @param name its file name, whose extension the bytes must keep to
 */
export function measurePicture(name: string, bytes: Uint8Array): PictureSize | FieldProblem {
  const expected = `a ${pictureFormat(name)} picture, as its name says`;
  const found = readHeader(bytes);
  if (typeof found === "string") return { field: "file", found, expected };
  const { width, height, type, orientation = 1 } = found;
  if (type !== pictureFormat(name))
    return { field: "file", found: `a ${quote(type ?? "")} picture`, expected };
  if (width < 1 || height < 1) return { field: "file", found: `${width} × ${height} pixels`, expected };
  return orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
}

function readHeader(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    return "bytes that are no picture";
  }
}
