import { checkEncoding, decodeText, withoutMark } from "../format/encoding";
import { ERASED, findRevived, parseErasedList } from "../ledgers/erased-list";
import { checkPermalinks, findSharedSlugs, PERMALINKS, parsePermalinks } from "../ledgers/permalinks";
import { findRevivedArticles } from "../ledgers/revived-articles";
import { findDisorder } from "../ledgers/slug-order";
import type { Archive, ArticleOutline } from "../model";
import type { ContentReader } from "./content-reader";
import type { Entry } from "./disk";

/** What was published, and what was erased: lists that only grow. */
export const LEDGERS: ReadonlySet<string> = new Set([PERMALINKS, ERASED]);

/** In bytes: some million addresses. */
const LEDGER_LIMIT = 64 * 1024 * 1024;

/**
 * Holds the sound articles against what was published and what was erased; what does not agree is reported.
 *
 * @param isWhole whether these are all articles that the archive has
 * @returns the comments that were published and are gone, and the ledger of addresses as it is written
 */
export function checkLedgers(
  reading: ContentReader,
  root: readonly Entry[],
  articles: readonly ArticleOutline[],
  isWhole = true,
): Pick<Archive, "vanished"> & { readonly permalinks: string } {
  // An article at fault is none of `articles`, and so is whatever it was called before: that is no loss.
  const isSound = reading.problems.length === 0;
  const pathOf = (path: string) => reading.nameOf(path);
  const erased = parseErasedList(withoutMark(readLedger(reading, root, ERASED)));
  reading.problems.push(...findSharedSlugs(articles, pathOf), ...findRevived(erased, articles, pathOf));
  reading.problems.push(...findRevivedArticles(erased, articles, pathOf));
  const ledger = readLedger(reading, root, PERMALINKS);
  const { permalinks, problems } = parsePermalinks(withoutMark(ledger));
  reading.problems.push(...findDisorder(articles, permalinks, pathOf));
  const check = checkPermalinks(articles, permalinks);
  const lost = isWhole && isSound ? check.problems : [];
  for (const problem of [...problems, ...lost]) reading.report(PERMALINKS, problem);
  return { vanished: check.vanished, permalinks: ledger };
}

/** Its text as it is written; empty where there is none yet. */
function readLedger(reading: ContentReader, root: readonly Entry[], name: string): string {
  const isThere = root.some((entry) => entry.name === name && entry.kind === "file");
  const bytes = isThere ? reading.bytes(name, LEDGER_LIMIT) : undefined;
  if (bytes === undefined) return "";
  const problem = checkEncoding(bytes);
  if (problem) reading.report(name, problem);
  return decodeText(bytes);
}
