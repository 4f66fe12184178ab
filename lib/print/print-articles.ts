import { join } from "node:path";
import { ledgerOf } from "../archive/ledger-lines";
import type { Archive, ArchiveSettings, Catalogue, Problem } from "../archive/model";
import { readOutline } from "../archive/outline";
import { slugsOf } from "../archive/permalinks";
import { compareByDate, compareByPath, readArchive, readFrame } from "../archive/read";
import { checkLedgers } from "../archive/read-ledgers";
import { Reading } from "../archive/reading";
import { recordPermalinks } from "../archive/record-permalinks";
import { parsePublicAddress } from "../archive/schema";
import type { PrintJob, PrintSetup, ReadResult } from "./article-printer";
import { createDress } from "./create-dress";
import { type Crew, gatherCrew, type Progress } from "./crew";
import { keyOfEdition } from "./edition-key";
import { digestEngine } from "./engine";
import { type ArticleRecord, readRecord, writeRecord } from "./record";
import { sealStamp, stampFolder } from "./stamp";
import { isIntact, placeOfStore, pruneStore } from "./store";

/** What a build is asked to print. */
export type PrintOrder = {
  /** The folder of `package.json`, absolute. */
  readonly project: string;
  /** The content folder, as problems shall name it. */
  readonly content: string;
  /** The public address, where it is not the one of `archive.md`; not checked yet. */
  readonly url?: string;
  /** Whether all addresses join the ledger of what was published, before anything is printed. */
  readonly record?: boolean;
  readonly precompress: boolean;
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
  /** In the order of the catalogue; their files lie in the store. */
  readonly records: readonly ArticleRecord[];
  /** How many addresses joined the ledger. */
  readonly recorded: number;
  /** How many articles were printed now, and not taken from the store. */
  readonly printed: number;
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
  const reading = new Reading(order.content);
  const frame = readFrame(reading);
  const address = readAddress(order.url);
  if (frame.settings === undefined || reading.problems.length > 0 || address.problems.length > 0) {
    return listProblems(order.content, address.problems);
  }
  const settings = { ...frame.settings, ...(address.url !== undefined && { url: address.url }) };
  const setup = await prepare(order, settings, reading, frame.authors);
  const slugs = frame.slugs.filter(order.choose ?? (() => true));
  const known = new Map(slugs.map((slug) => [slug, recall(setup, slug)]));
  const unread = slugs.filter((slug) => !known.get(slug)?.isFresh);
  const crew = await gatherCrew(setup, unread.length);
  try {
    const results = await crew.read(unread, order.onRead);
    for (const { problems } of results) reading.problems.push(...problems);
    const articles = listOutlines(known, results);
    const outlines = articles.map(({ outline }) => outline);
    const isWhole = order.choose === undefined;
    const check = () => checkLedgers(reading, frame.root, outlines, isWhole);
    const before = check();
    if (reading.problems.length > 0) return { ok: false, problems: reading.problems.sort(compareByPath) };
    const recorded = order.record ? recordPermalinks(order.content, outlines) : 0;
    const ledgers = recorded > 0 ? readAgain(order.content, outlines) : before;
    const plan = articles.map((article) => planArticle(article, setup, ledgers));
    const records = await carryOut(plan, setup, crew, order);
    pruneStore(setup.store, new Set(frame.slugs));
    return {
      ok: true,
      value: {
        setup,
        catalogue: { settings, articles: outlines },
        vanished: ledgers.vanished,
        records,
        recorded,
        printed: plan.filter(({ kept }) => kept === undefined).length,
      },
    };
  } finally {
    await crew.close();
  }
}

/** Where anything beside the articles is at fault, they are read as well: all problems are told in one run. */
function listProblems(content: string, problems: readonly Problem[]): PrintResult {
  const read = readArchive(content);
  return { ok: false, problems: [...problems, ...(read.ok ? [] : read.problems)] };
}

/** What the ledgers say now that one of them was added to. */
function readAgain(content: string, outlines: Catalogue["articles"]): ReturnType<typeof checkLedgers> {
  const reading = new Reading(content);
  return checkLedgers(reading, reading.list("") ?? [], outlines);
}

function readAddress(unsafe: string | undefined): { url?: string; problems: readonly Problem[] } {
  const reading = new Reading("ARCHIVE_URL");
  const url = unsafe === undefined ? undefined : reading.accept("", parsePublicAddress(unsafe));
  return { url, problems: reading.problems };
}

async function prepare(
  { project, content, precompress }: PrintOrder,
  settings: ArchiveSettings,
  { heads, files }: Reading,
  authors: PrintSetup["authors"],
): Promise<PrintSetup> {
  const store = placeOfStore(project, { content, url: settings.url, precompress });
  const engine = digestEngine(project);
  const dress = await createDress(project, settings);
  return { project, content, settings, authors, heads, files, dress, engine, store, precompress };
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
    return [{ outline: readOutline(record.outline), digest: record.digest, record, isRead: false }];
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
  { outline, digest, stamp, record, isRead }: Found,
  setup: PrintSetup,
  ledgers: { readonly vanished: Archive["vanished"]; readonly permalinks: string },
): Plan {
  const vanished = new Map(
    slugsOf(outline).flatMap((slug) => {
      const ids = ledgers.vanished.get(slug);
      return ids ? [[slug, ids] as const] : [];
    }),
  );
  const permalinks = ledgerOf(ledgers, outline);
  const key = keyOfEdition({
    engine: setup.engine,
    settings: setup.files.get("archive.md")?.hash ?? "",
    url: setup.settings.url,
    article: digest,
    permalinks,
    vanished,
  });
  const job = { slug: outline.slug, key, vanished, permalinks };
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
  crew: Crew,
  { onRead, onPrint }: PrintOrder,
): Promise<readonly ArticleRecord[]> {
  const unread = plan.filter(({ kept, isRead }) => !kept && !isRead).map(({ slug }) => slug);
  await crew.read(unread, onRead);
  const jobs = plan.filter(({ kept }) => !kept).map(({ job }) => job);
  const printed = new Map((await crew.print(jobs, onPrint)).map((record) => [record.outline.slug, record]));
  return plan.flatMap(({ slug, kept, isRead }) => {
    // Read again although nothing changed: next time it need not be.
    if (kept && isRead) writeRecord(join(store, slug), kept);
    return kept ?? printed.get(slug) ?? [];
  });
}
