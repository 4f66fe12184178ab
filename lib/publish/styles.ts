import { assetOf, type HashedFile } from "../print/assets";
import { brotliSize, digestOf } from "../print/bytes";
import type { Document } from "./html-tree";
import { pruneStyle } from "./prune-style";

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

/** The page's own style, of which it holds only what can match something on it; or the file that all pages share. */
export function placeStyle(css: string, document: Document): PlacedStyle {
  if (isHeavy(css)) return { place: "file", file: assetOf("style.css", Buffer.from(css)) };
  const own = pruneStyle(css, document);
  return { place: "page", css: own, hash: `sha256-${digestOf(own, "base64")}` };
}

function isHeavy(css: string): boolean {
  const known = heavy.get(css) ?? brotliSize(Buffer.from(css)) > INLINE_LIMIT;
  heavy.set(css, known);
  return known;
}

// Every page asks for the same two or three.
const heavy = new Map<string, boolean>();
