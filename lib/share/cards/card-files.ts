import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CARD_SIZE } from "./card";

/** Next leaves this folder alone from build to build. */
const FOLDER = ".next/cache/cards";

/**
 * Where a card is kept.
 *
 * @param project the folder of `package.json`, absolute
 * @param digest of everything that the card depends on
 */
export function placeOfCard(project: string, digest: string): string {
  return join(project, FOLDER, `${digest}.png`);
}

/** Removes every card, since one of them may show words that were taken down. */
export function forgetCards(project: string): void {
  rmSync(join(project, FOLDER), { recursive: true, force: true });
}

/** Nothing where there is no such file, or one that is no whole image of a card's size. */
export function readCard(path: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = readFileSync(path);
    return isCard(bytes) ? new Uint8Array(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** Comes into place by a rename: nobody reads half a card. */
export function keepCard(path: string, png: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, png);
  renameSync(half, path);
}

const BEGINNING = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const END = Buffer.from("0000000049454e44ae426082", "hex");

/** PNG (W3C) §5: the signature and IHDR first, IEND last. */
function isCard(bytes: Buffer): boolean {
  if (bytes.length < BEGINNING.length + 8 + END.length) return false;
  const isWhole = bytes.subarray(0, 16).equals(BEGINNING) && bytes.subarray(-END.length).equals(END);
  return isWhole && bytes.readUInt32BE(16) === CARD_SIZE.width && bytes.readUInt32BE(20) === CARD_SIZE.height;
}
