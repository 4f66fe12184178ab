import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Values by key, on the disk: for exports that list all threads first and all their posts, in no order, behind them. In
 * memory is only where each value lies. The file is gone when the spool is closed, and holds nothing where the process was
 * killed but what the export held.
 */
export class Spool<Value> {
  readonly #folder = mkdtempSync(join(tmpdir(), "verbatim-import-"));
  readonly #file = openSync(join(this.#folder, "spool"), "w+");
  readonly #places = new Map<string, number[]>();
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #end = 0;
  #size = 0;

  add(key: string, value: Value): void {
    const bytes = Buffer.from(JSON.stringify(value));
    const places = this.#places.get(key) ?? [];
    places.push(this.#end, bytes.length);
    this.#places.set(key, places);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#end += bytes.length;
    this.#size += 1;
    if (this.#pendingBytes > 1024 * 1024) this.#flush();
  }

  /** How many values there are. */
  get size(): number {
    return this.#size;
  }

  /** In the order in which they came first. */
  keys(): Iterable<string> {
    return this.#places.keys();
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** What was added under a key, in that order. */
  take(key: string): Value[] {
    this.#flush();
    const places = this.#places.get(key) ?? [];
    const values: Value[] = [];
    for (let index = 0; index < places.length; index += 2) {
      values.push(this.#read(places[index] ?? 0, places[index + 1] ?? 0));
    }
    return values;
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(
        this.#file,
        bytes,
        written,
        bytes.length - written,
        this.#end - bytes.length + written,
      );
    }
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #read(start: number, length: number): Value {
    const bytes = Buffer.alloc(length);
    for (let read = 0; read < length; ) {
      const count = readSync(this.#file, bytes, read, length - read, start + read);
      if (count === 0) throw new Error("the spool of this import was cut off while it was read");
      read += count;
    }
    return JSON.parse(bytes.toString());
  }
}
