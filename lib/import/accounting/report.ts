import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasFile, OUTCOMES, type Outcome, type ReportedItem, type Totals } from "./outcomes";

/** The accounts of an import, which may have more items than fit into memory. */
export class Report {
  readonly #folder = mkdtempSync(join(tmpdir(), "verbatim-report-"));
  readonly #file = openSync(join(this.#folder, "items"), "w+");
  readonly #counts = new Map<Outcome, number>();
  /** What happened to files, of those items that have one. */
  readonly changes = { added: 0, updated: 0, kept: 0 };
  /** Of each reason the first item, to be shown to somebody. */
  readonly reasons = new Map<string, { readonly first: ReportedItem; count: number }>();
  #pending = "";
  #items = 0;
  #placeholders = 0;

  add(items: readonly ReportedItem[]): void {
    for (const item of items) {
      this.#items += 1;
      this.#counts.set(item.outcome, (this.#counts.get(item.outcome) ?? 0) + 1);
      if (hasFile(item)) this.changes[item.change] += 1;
      this.#noteReason(item);
      this.#pending += `${this.#items > 1 ? ",\n" : ""}    ${JSON.stringify(item)}`;
    }
    if (this.#pending.length > 1024 * 1024) this.#flush();
  }

  addPlaceholders(count: number): void {
    this.#placeholders += count;
  }

  totals(): Totals {
    const count = (outcome: Outcome) => this.#counts.get(outcome) ?? 0;
    const [article, comment, tombstone] = [count("article"), count("comment"), count("tombstone")];
    const [unchanged, duplicate, blocked] = [count("unchanged"), count("duplicate"), count("blocked")];
    const [skipped, refused] = [count("skipped"), count("refused")];
    const outcomes = { article, comment, tombstone, unchanged, duplicate, blocked, skipped, refused };
    return { items: this.#items, ...outcomes, placeholders: this.#placeholders };
  }

  /** @throws Error where an item has no outcome, or more than one: then nothing that it says can be relied on */
  check(): void {
    const totals = this.totals();
    const sum = OUTCOMES.reduce((total, outcome) => total + totals[outcome], 0);
    if (sum !== totals.items)
      throw new Error(`the report does not add up: ${sum} outcomes of ${totals.items} items`);
  }

  /** Writes the report as JSON. */
  write(path: string, system: string): void {
    this.#flush();
    const out = openSync(path, "w");
    const head = { version: 1, system, totals: this.totals() };
    writeSync(out, `${JSON.stringify(head, undefined, 2).replace(/\n\}$/u, "")},\n  "items": [\n`);
    this.#copyItems(out);
    writeSync(out, "\n  ]\n}\n");
    closeSync(out);
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #noteReason(item: ReportedItem): void {
    if (item.reason === undefined) return;
    const key = `${item.outcome}: ${item.reason.replace(/\d+|"[^"]*"/gu, "…")}`;
    const noted = this.reasons.get(key);
    if (noted) noted.count += 1;
    else if (this.reasons.size < 1000) this.reasons.set(key, { first: item, count: 1 });
  }

  #flush(): void {
    writeSync(this.#file, this.#pending);
    this.#pending = "";
  }

  #copyItems(out: number): void {
    const buffer = Buffer.alloc(1024 * 1024);
    let at = 0;
    for (let read = readSync(this.#file, buffer, 0, buffer.length, at); read > 0; ) {
      writeSync(out, buffer, 0, read);
      at += read;
      read = readSync(this.#file, buffer, 0, buffer.length, at);
    }
  }
}
