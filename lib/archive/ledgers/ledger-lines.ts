import { groupBy } from "../group-by";
import { indexOnce } from "../index-once";
import type { ArticleOutline, AsWritten } from "../model";
import { slugsOf } from "../pages";
import { PERMALINK } from "./permalinks";

/** Lines of `permalinks.txt` up to and with an address, to the letter. */
type LedgerLines = { readonly place: number; readonly slug: string; readonly text: string };

/**
 * What `permalinks.txt` holds of an article, under any of its slugs, to the letter. A line that is no address goes with
 * the address below it, or with the last one.
 */
export function ledgerOf(
  asWritten: Pick<AsWritten, "permalinks">,
  article: Pick<ArticleOutline, "slug" | "formerSlugs">,
): string {
  const bySlug = indexLedger(asWritten);
  const lines = slugsOf(article).flatMap((slug) => bySlug.get(slug) ?? []);
  return lines
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join("");
}

const indexLedger = indexOnce(({ permalinks }: Pick<AsWritten, "permalinks">) =>
  groupBy(splitLedger(permalinks), ({ slug }) => slug),
);

function splitLedger(ledger: string): LedgerLines[] {
  const split: LedgerLines[] = [];
  let waiting = "";
  for (const line of ledger.match(/[^\n]*\n|[^\n]+$/gu) ?? []) {
    waiting += line;
    const { slug } = PERMALINK.exec(line.replace(/^\ufeff|\r?\n$/gu, ""))?.groups ?? {};
    if (slug === undefined) continue;
    split.push({ place: split.length, slug, text: waiting });
    waiting = "";
  }
  const last = split.pop();
  return last ? [...split, { ...last, text: last.text + waiting }] : [];
}
