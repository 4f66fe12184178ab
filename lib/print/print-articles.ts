import { join } from "node:path";
import { vanishedOf } from "../archive/ledgers/edition";
import { ledgerOf } from "../archive/ledgers/ledger-lines";
import { type RecordedPermalinks, recordPermalinks } from "../archive/ledgers/record-permalinks";
import type { Archive, Catalogue, Problem } from "../archive/model";
import { readOutline } from "../archive/outline";
import { ContentReader } from "../archive/reading/content-reader";
import { compareByDate, compareByPath } from "../archive/reading/read";
import { checkLedgers } from "../archive/reading/read-ledgers";
import type { FeedEntry } from "../share/feeds/feed";
import { findAmong } from "../share/old-addresses/archived-links";
import type { SearchPart } from "../share/search/search-part";
import { type ContentOrder, type OpenedContent, openContent } from "./open-content";
import {
  type ArticleRecord,
  readFeedEntry,
  readRecord,
  readSearchPart,
  type StoredFile,
  writeRecord,
} from "./store/record";
import { sealStamp, stampFolder } from "./store/stamp";
import { isIntact, placeOfFile, pruneStore } from "./store/store";
import type { PrintJob, PrintSetup, ReadResult } from "./workers/article-printer";
import { keyOfEdition } from "./workers/edition-key";
import { openPool, type PrinterPool, type Progress } from "./workers/pool";

/** What a build is asked to print. */
export type PrintOrder = ContentOrder & {
  /** Whether all addresses join the ledger of what was published, before anything is printed. */
  readonly record?: boolean;
  /** Which of the articles; all where nothing is said. */
  readonly choose?: (slug: string) => boolean;
  readonly onRead: Progress;
  readonly onPrint: Progress;
};

/** The articles of an archive, printed; what the archive shows as a whole is not yet. */
export type PrintedArticles = {
  readonly setup: PrintSetup;
  readonly catalogue: Catalogue;
  readonly vanished: Archive["vanished"];
  /** In the order of the catalogue; where their files lie, `placeOf` tells. */
  readonly records: readonly ArticleRecord[];
  /** Where a file of a record lies. */
  placeOf(record: ArticleRecord, file: StoredFile): string;
  /** An article as the archive's feeds show it. */
  entryOf(slug: string): FeedEntry;
  /** An article as the archive's search knows it. */
  searchPartOf(slug: string): SearchPart;
  /** What joined the ledger of published addresses, where that was asked for. */
  readonly recorded?: RecordedPermalinks;
};

export type PrintResult =
  | { readonly ok: true; readonly value: PrintedArticles }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads and checks a content folder and prints each article that is not in the store as it is now. Either everything is
 * sound, or every problem is given and nothing is printed.
 *
 * @throws Error for a page that cannot be printed
 */
export async function printArticles(order: PrintOrder): Promise<PrintResult> {
  const opened = await openContent(order);
  if (!opened.ok) return opened;
  const { setup, frame, reading } = opened.value;
  const slugs = frame.slugs.filter(order.choose ?? (() => true));
  const known = new Map(slugs.map((slug) => [slug, recall(setup, slug)]));
  const unread = slugs.filter((slug) => !known.get(slug)?.isFresh);
  const pool = await openPool(setup, unread.length);
  try {
    const results = await pool.read(unread, order.onRead);
    for (const { problems } of results) reading.problems.push(...problems);
    const articles = listOutlines(known, results);
    const checked = checkArticles(opened.value, articles, order);
    if (!checked.ok) return checked;
    const catalogue = { settings: setup.settings, articles: articles.map(({ outline }) => outline) };
    const plan = articles.map((article) => planArticle(article, setup, checked.value, catalogue));
    const records = await carryOut(plan, setup, pool, order);
    pruneStore(setup.store, new Set(frame.slugs));
    return { ok: true, value: describePrinted(setup, catalogue, records, checked.value) };
  } finally {
    await pool.close();
  }
}

function describePrinted(
  setup: PrintSetup,
  catalogue: Catalogue,
  records: readonly ArticleRecord[],
  { vanished, recorded }: Ledgers,
): PrintedArticles {
  const { store } = setup;
  return {
    setup,
    catalogue,
    vanished,
    records,
    placeOf: (record, file) => placeOfFile(store, record, file),
    entryOf: (slug) => readFeedEntry(join(store, slug)),
    searchPartOf: (slug) => readSearchPart(join(store, slug)),
    recorded,
  };
}

type Ledgers = ReturnType<typeof checkLedgers> & { readonly recorded?: RecordedPermalinks };

/** Holds the articles against the ledgers, to which their addresses are added first where that is asked for. */
function checkArticles(
  { reading, frame }: OpenedContent,
  articles: readonly Found[],
  { content, choose, record }: PrintOrder,
): { ok: true; value: Ledgers } | { ok: false; problems: readonly Problem[] } {
  const outlines = articles.map(({ outline }) => outline);
  const ledgers = checkLedgers(reading, frame.root, outlines, choose === undefined);
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems.sort(compareByPath) };
  const recorded = record ? recordPermalinks(content, outlines) : undefined;
  if (!recorded?.added) return { ok: true, value: { ...ledgers, recorded } };
  const again = new ContentReader(content);
  return { ok: true, value: { ...checkLedgers(again, again.list("") ?? [], outlines), recorded } };
}

/** What the store knows of an article, and whether its folder is as it was then. */
type Memory = { readonly record: ArticleRecord; readonly isFresh: boolean };

function recall({ store, content, engine, files }: PrintSetup, slug: string): Memory | undefined {
  const record = readRecord(join(store, slug));
  if (!record) return undefined;
  const author = files.get(`authors/${record.author}.md`);
  const stamp = sealStamp(stampFolder(join(content, slug)), engine, author);
  return { record, isFresh: stamp !== undefined && stamp === record.stamp };
}

/** An article that is sound, as it was read now or is remembered. */
type Found = {
  readonly outline: Catalogue["articles"][number];
  readonly digest: string;
  readonly captures: readonly string[];
  readonly linkKeys: readonly string[];
  readonly stamp?: string;
  readonly record?: ArticleRecord;
  readonly isRead: boolean;
};

/** In the order of the catalogue. */
function listOutlines(
  known: ReadonlyMap<string, Memory | undefined>,
  results: readonly ReadResult[],
): Found[] {
  const remembered = [...known.values()].flatMap((memory): Found[] => {
    if (!memory?.isFresh) return [];
    const { record } = memory;
    const { digest, captures, linkKeys } = record;
    return [{ outline: readOutline(record.outline), digest, captures, linkKeys, record, isRead: false }];
  });
  const read = results.flatMap(({ slug, found }): Found[] =>
    found
      ? [{ ...found, outline: readOutline(found.outline), record: known.get(slug)?.record, isRead: true }]
      : [],
  );
  return [...remembered, ...read].sort((one, other) => compareByDate(one.outline, other.outline));
}

/** What becomes of an article: its record is kept, or it is printed. */
type Plan = {
  readonly slug: string;
  readonly isRead: boolean;
  readonly job: PrintJob;
  readonly kept?: ArticleRecord;
};

function planArticle(
  { outline, digest, captures, linkKeys, stamp, record, isRead }: Found,
  setup: PrintSetup,
  ledgers: { readonly vanished: Archive["vanished"]; readonly permalinks: string },
  catalogue: Catalogue,
): Plan {
  const vanished = vanishedOf(ledgers, outline);
  const permalinks = ledgerOf(ledgers, outline);
  const archivedLinks = findAmong(catalogue, outline.slug, linkKeys);
  const key = keyOfEdition(setup, { article: digest, captures, permalinks, vanished, archivedLinks });
  const job = { slug: outline.slug, key, digest, vanished, permalinks, archivedLinks };
  const kept =
    record?.key === key && isIntact(setup.store, record)
      ? { ...record, stamp: stamp ?? record.stamp }
      : undefined;
  return { slug: outline.slug, isRead, job, kept };
}

/** Prints what is not kept; what was not read for it yet is read first. */
async function carryOut(
  plan: readonly Plan[],
  { store }: PrintSetup,
  pool: PrinterPool,
  { onRead, onPrint }: PrintOrder,
): Promise<readonly ArticleRecord[]> {
  const unread = plan.filter(({ kept, isRead }) => !kept && !isRead).map(({ slug }) => slug);
  await pool.read(unread, onRead);
  const jobs = plan.filter(({ kept }) => !kept).map(({ job }) => job);
  const printed = new Map((await pool.print(jobs, onPrint)).map((record) => [record.slug, record]));
  return plan.flatMap(({ slug, kept, isRead }) => {
    // Read again although nothing changed: next time it need not be.
    if (kept && isRead) writeRecord(join(store, slug), kept);
    return kept ?? printed.get(slug) ?? [];
  });
}
