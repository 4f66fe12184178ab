import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { Archive, ArticleOutline } from "../model";
import { listPermalinks, PERMALINKS } from "./permalinks";

export type RecordedPermalinks = {
  /** How many addresses were added. */
  readonly added: number;
  /** Makes the ledger what it was, unless somebody else has changed it since. */
  readonly takeBack: () => void;
};

/**
 * Adds every address of the articles that the ledger does not have yet; what is there stays.
 *
 * @param content the content folder
 */
export function recordPermalinks(content: string, articles: readonly ArticleOutline[]): RecordedPermalinks {
  const ledger = join(content, PERMALINKS);
  const before = readLedger(ledger);
  const known = new Set(before?.split(/\r?\n/u));
  const fresh = listPermalinks(articles).filter((address) => !known.has(address));
  if (fresh.length === 0) return { added: 0, takeBack: () => {} };
  const separator = before === undefined || before === "" || before.endsWith("\n") ? "" : "\n";
  const added = `${separator}${fresh.join("\n")}\n`;
  appendFileSync(ledger, added);
  return {
    added: fresh.length,
    takeBack: () => {
      if (readLedger(ledger) === `${before ?? ""}${added}`) restoreLedger(ledger, before);
    },
  };
}

function readLedger(ledger: string): string | undefined {
  return existsSync(ledger) ? readFileSync(ledger, "utf8") : undefined;
}

function restoreLedger(ledger: string, before: string | undefined): void {
  if (before === undefined) rmSync(ledger);
  else truncateSync(ledger, Buffer.byteLength(before));
}

/** A line for each comment that was published and whose file is gone: its keeper may not have meant that. */
export function describeVanished(vanished: Archive["vanished"]): string[] {
  return [...vanished].flatMap(([slug, ids]) =>
    [...ids].map(
      (id) => `${PERMALINKS}: /${slug}/c/${id}/ was published and its file is gone; a page there says so`,
    ),
  );
}
