import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../bytes";
import type { PrintedFile } from "../page/print-page";
import type { StoredFile } from "./record";

/** Writes files below one folder, and gives what is kept of each. */
export class FileWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();

  /** @param folder absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  write({ path, content, isCopied }: PrintedFile): StoredFile {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const file = join(this.#folder, path);
    this.#makeFolder(dirname(file));
    writeFileSync(file, bytes);
    const { size, mtimeMs, ino } = statSync(file);
    return { path, size, digest: digestOf(bytes), time: mtimeMs, inode: ino, isCopied };
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}
