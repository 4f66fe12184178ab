import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive, ArticleOutline } from "./model";
import { listPermalinks } from "./permalinks";
import { PERMALINKS } from "./read-ledgers";

/**
 * Adds every address of the articles that the ledger does not have yet; what is there stays.
 *
 * @param content the content folder
 * @returns how many addresses were added
 */
export function recordPermalinks(content: string, articles: readonly ArticleOutline[]): number {
  const ledger = join(content, PERMALINKS);
  const text = existsSync(ledger) ? readFileSync(ledger, "utf8") : "";
  const known = new Set(text.split(/\r?\n/u));
  const fresh = listPermalinks(articles).filter((address) => !known.has(address));
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  if (fresh.length > 0) appendFileSync(ledger, `${separator}${fresh.join("\n")}\n`);
  return fresh.length;
}

/** A line for each comment that was published and whose file is gone: its keeper may not have meant that. */
export function describeVanished(vanished: Archive["vanished"]): string[] {
  return [...vanished].flatMap(([slug, ids]) =>
    [...ids].map(
      (id) => `${PERMALINKS}: /${slug}/c/${id}/ was published and its file is gone; a page there says so`,
    ),
  );
}
