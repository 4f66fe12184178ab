import { serializeFile } from "../archive/format/serialize";
import { PERMALINK } from "../archive/ledgers/permalinks";
import type { Applied } from "./accounting/apply-thread";
import { cleanLine } from "./conversion/stray-characters";
import { writeFile } from "./files/written-file";
import type { AsWritten, SourceThread } from "./model";

/** Above this a picture for each comment costs more than the archive. */
const CARDS = 500;

/**
 * What an archive without an `archive.md` can say of itself: the publisher of most of its articles, where there is one, and
 * their most frequent language.
 */
export class ArchiveSettingsDraft {
  readonly #publishers = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  readonly #permalinks = new Set<string>();
  #settings: AsWritten | undefined;
  #comments = 0;
  articles = 0;

  add({ article }: SourceThread, { items, language }: Applied): void {
    if (!items.some(({ change }) => change === "added")) return;
    this.articles += 1;
    this.#comments += items.filter(({ outcome }) => outcome === "comment").length;
    count(this.#publishers, cleanLine(article.publisher ?? ""));
    if (language !== "und") count(this.#languages, language);
  }

  /** What a source says that is itself an archive's: the first one's settings, and the addresses of all. */
  adopt({
    settings,
    permalinks,
  }: {
    readonly settings: AsWritten;
    readonly permalinks: readonly string[];
  }): void {
    this.#settings ??= settings;
    for (const address of permalinks) if (PERMALINK.test(address)) this.#permalinks.add(address);
  }

  /** The files at the top of a new archive, by name. */
  write(): [string, string][] {
    const addresses = [...this.#permalinks].map((address) => `${address}\n`).join("");
    return [
      ["archive.md", this.#writeSettings()],
      ...(addresses === "" ? [] : [["permalinks.txt", addresses] satisfies [string, string]]),
    ];
  }

  #nameByPublisher(): string | undefined {
    const name = mostFrequent(this.#publishers);
    return (this.#publishers.get(name ?? "") ?? 0) * 2 > this.articles ? name : undefined;
  }

  #writeSettings(): string {
    if (this.#settings) return writeFile({}, "", this.#settings).text;
    const fields = {
      name: this.#nameByPublisher() || "Archive",
      language: mostFrequent(this.#languages) ?? "en",
      cards: this.#comments > CARDS ? undefined : "all",
    };
    return serializeFile(fields, "");
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))[0]?.[0];
}
