import { assetOf, type HashedFile } from "./assets";
import { brotliSize, digestOf } from "./bytes";

/**
 * Bytes with brotli 11. Up to here a stylesheet is repeated in every page, so that one request
 * paints it: 4 KB are three TCP segments of the first flight of ten, cheaper than the round trip
 * that a file of its own costs. Above, it is one file that all pages share.
 */
export const INLINE_LIMIT = 4096;

export type PlacedStyle =
  | { readonly place: "page"; readonly css: string; readonly hash: string }
  | { readonly place: "file"; readonly file: HashedFile };

/** What keeps a stylesheet from standing in a page on its own; undefined when nothing does. */
export function problemOfStyle(css: string): string | undefined {
  if (/<\/style/iu.test(css)) return "a stylesheet contains </style";
  if (/@import/iu.test(css)) return "a stylesheet imports another";
  const loaded = /url\(\s*["']?(?!data:|#)([^"')]*)/iu.exec(css);
  return loaded ? `a stylesheet loads ${loaded[1]}` : undefined;
}

export function placeStyle(css: string): PlacedStyle {
  const known = placed.get(css) ?? decidePlace(css);
  placed.set(css, known);
  return known;
}

function decidePlace(css: string): PlacedStyle {
  if (brotliSize(Buffer.from(css)) > INLINE_LIMIT) {
    return { place: "file", file: assetOf("style.css", Buffer.from(css)) };
  }
  return { place: "page", css, hash: `sha256-${digestOf(css, "base64")}` };
}

// Every page asks for the same one or two.
const placed = new Map<string, PlacedStyle>();
