import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../bytes";
import type { PrintedFile } from "../page/print-page";
import type { StoredFile } from "./record";

/** Writes files below one folder, and gives what is kept of each. */
export class FileWriter {
  readonly #folder: string;
  readonly #isFlat: boolean;
  readonly #made = new Set<string>();
  #written = 0;

  /**
   * @param folder absolute
   * @param isFlat whether its files lie side by side under numbers: a folder costs a file system as much as a file
   */
  constructor(folder: string, { isFlat = false } = {}) {
    this.#folder = folder;
    this.#isFlat = isFlat;
  }

  write({ path, content, isCopied }: PrintedFile): StoredFile {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const place = this.#isFlat ? `${this.#written}` : path;
    this.#written += 1;
    const file = join(this.#folder, place);
    this.#makeFolder(dirname(file));
    writeFileSync(file, bytes);
    const { size, mtimeMs, ino } = statSync(file);
    return { path, place, size, digest: digestOf(bytes), time: mtimeMs, inode: ino, isCopied };
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}
