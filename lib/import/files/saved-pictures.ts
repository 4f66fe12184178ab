import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PICTURE_LIMIT, recognisePicture } from "../../archive/reading/picture";
import type { MediaFile, MediaShelf } from "./media";
import { digestText } from "./memory";
import { slugify } from "./slugs";

/** Begins the address of a picture that came with a page, in a text that is on its way into the archive. */
const SCHEME = "saved:";

/** In CSS pixels: what is smaller counts readers or keeps a place free, and shows nothing. */
const SMALLEST = 3;

/** Pictures that came with saved pages, until it is known whose they are; to be closed. */
export class SavedPictures implements MediaShelf {
  readonly #folder = mkdtempSync(join(tmpdir(), "verbatim-pictures-"));

  /**
   * Takes a picture in. It is one by its content, whatever it is called; a drawing that may run a script (SVG) is none.
   *
   * @param called its name or address at its source
   * @returns the address by which `find` knows it, or why it is not taken
   */
  take(bytes: Uint8Array, called: string): string | "unfit" | "nothing to see" {
    const picture = bytes.length > PICTURE_LIMIT ? undefined : recognisePicture(bytes);
    if (picture === undefined) return "unfit";
    if (picture.width < SMALLEST || picture.height < SMALLEST) return "nothing to see";
    const digest = digestText(bytes);
    const stem = slugify(called.replace(/\.[A-Za-z0-9]+$/u, ""), 40) || "picture";
    const path = join(this.#folder, digest);
    if (!existsSync(path)) writeFileSync(path, bytes);
    return `${SCHEME}${digest}/${stem}-${digest.slice(0, 8)}.${picture.format}`;
  }

  find(address: string): MediaFile | undefined {
    const [, digest = "", name = ""] = /^saved:([0-9a-f]{64})\/([a-z0-9.-]+)$/u.exec(address) ?? [];
    const path = join(this.#folder, digest);
    return digest !== "" && existsSync(path) ? { name, bytes: readFileSync(path) } : undefined;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
