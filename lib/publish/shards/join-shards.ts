import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatProblem } from "../../archive/format/problem";
import { groupBy } from "../../archive/group-by";
import { vanishedOf } from "../../archive/ledgers/edition";
import { ledgerOf } from "../../archive/ledgers/ledger-lines";
import type { ArticleOutline } from "../../archive/model";
import { readOutline } from "../../archive/outline";
import { compareByDate, compareByPath } from "../../archive/reading/read";
import { checkLedgers } from "../../archive/reading/read-ledgers";
import { digestSources } from "../../archive/reading/source-digest";
import { type ContentOrder, type OpenedContent, openContent } from "../../print/open-content";
import type { PrintedArticles } from "../../print/print-articles";
import { keyOfEdition } from "../../print/workers/edition-key";
import { findAmong } from "../../share/old-addresses/archived-links";
import { verifyFolder } from "../site/checksums";
import {
  describeShard,
  readManifest,
  readShardArticle,
  type ShardArticle,
  type ShardManifest,
} from "./shard-files";

export type JoinResult =
  | { readonly ok: true; readonly value: PrintedArticles }
  | { readonly ok: false; readonly problems: readonly string[] };

/** An article of a shard, with the shard's folder. */
type Joined = ShardArticle & { readonly folder: string; readonly outline: ArticleOutline };

/**
 * Joins the shards of an archive: the articles that one machine would have printed from the same content. A shard that is
 * missing, doubled, of another archive, or older than the content or the code is refused, a line each.
 *
 * @param folders of the shards
 */
export async function joinShards(folders: readonly string[], order: ContentOrder): Promise<JoinResult> {
  const opened = await openContent(order);
  if (!opened.ok) return { ok: false, problems: opened.problems.map(formatProblem) };
  const shards = folders.map((folder) => ({ folder, manifest: openManifest(folder) }));
  const problems = [...checkShards(shards, opened.value), ...folders.flatMap(checkSeal)];
  if (problems.length > 0) return { ok: false, problems };
  const articles = shards
    .flatMap(({ folder, manifest }) => (manifest?.slugs ?? []).map((slug) => readJoined(folder, slug)))
    .sort((one, other) => compareByDate(one.outline, other.outline));
  return joinArticles(articles, opened.value);
}

function joinArticles(articles: readonly Joined[], { frame, reading, setup }: OpenedContent): JoinResult {
  const outlines = articles.map(({ outline }) => outline);
  const catalogue = { settings: setup.settings, articles: outlines };
  const ledgers = checkLedgers(reading, frame.root, outlines);
  const problems = reading.problems.sort(compareByPath).map(formatProblem);
  const stale = articles.flatMap(({ folder, record, outline }) => {
    const article = digestSources(
      setup.content,
      outline.slug,
      setup.files.get(`authors/${record.author}.md`),
    );
    const facts = {
      article,
      captures: record.captures,
      archivedLinks: findAmong(catalogue, outline.slug, record.linkKeys),
      permalinks: ledgerOf(ledgers, outline),
      vanished: vanishedOf(ledgers, outline),
    };
    if (keyOfEdition(setup, facts) === record.key) return [];
    return [
      `${folder}: ${outline.slug}: found an article that the content has otherwise now, expected a shard of the same content`,
    ];
  });
  if (problems.length + stale.length > 0) return { ok: false, problems: [...problems, ...stale] };
  const bySlug = new Map(articles.map((article) => [article.outline.slug, article]));
  const find = (slug: string) => {
    const found = bySlug.get(slug);
    if (!found) throw new Error(`no article ${slug}`);
    return found;
  };
  return {
    ok: true,
    value: {
      setup,
      catalogue,
      vanished: ledgers.vanished,
      records: articles.map(({ record }) => record),
      placeOf: ({ slug }, { path }) => join(find(slug).folder, path),
      entryOf: (slug) => find(slug).entry,
      searchPartOf: (slug) => find(slug).searchPart,
    },
  };
}

function readJoined(folder: string, slug: string): Joined {
  const article = readShardArticle(folder, slug);
  return { ...article, folder, outline: readOutline(article.record.outline) };
}

function openManifest(folder: string): ShardManifest | undefined {
  try {
    return readManifest(folder);
  } catch {
    return undefined;
  }
}

function checkSeal(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const verified = verifyFolder(folder);
  return verified.ok ? [] : verified.problems.map((problem) => `${folder}: ${problem}`);
}

type Opened = { readonly folder: string; readonly manifest?: ShardManifest };

/** Whether these are all the shards of this very archive, each once. */
function checkShards(shards: readonly Opened[], { frame, setup }: OpenedContent): string[] {
  const of = shards.find(({ manifest }) => manifest)?.manifest?.of ?? shards.length;
  const problems = shards.flatMap(({ folder, manifest }) => {
    if (!manifest)
      return [`${folder}: found no shard, expected a folder that ARCHIVE_SHARD=… npm run build made`];
    return compareManifests(
      manifest,
      describeShard({ number: manifest.number, of }, setup, manifest.slugs),
    ).map((what) => `${folder}: ${what}`);
  });
  const byNumber = groupBy(shards, ({ manifest }) => String(manifest?.number));
  for (let number = 1; number <= of; number++) {
    const same = byNumber.get(String(number)) ?? [];
    if (same.length === 0) problems.push(`shard ${number}/${of}: found nothing, expected its folder`);
    if (same.length > 1) {
      problems.push(
        `shard ${number}/${of}: found ${same.map(({ folder }) => folder).join(" and ")}, expected one folder`,
      );
    }
  }
  if (problems.length > 0) return problems;
  const present = new Set(shards.flatMap(({ manifest }) => manifest?.slugs ?? []));
  const missing = frame.slugs.filter((slug) => !present.has(slug));
  const foreign = [...present].filter((slug) => !frame.slugs.includes(slug));
  return [
    ...missing.map(
      (slug) => `${setup.content}/${slug}: found in no shard, expected shards of the same content`,
    ),
    ...foreign.map(
      (slug) => `${slug}: found in a shard and not in ${setup.content}, expected shards of the same content`,
    ),
  ];
}

const MEANINGS: readonly (readonly [key: keyof ShardManifest, what: string])[] = [
  ["version", "another version of shards"],
  ["of", "another number of shards"],
  ["engine", "other code, packages or another runtime"],
  ["settings", "another archive.md"],
  ["url", "another public address"],
  ["precompress", "another ARCHIVE_PRECOMPRESS"],
];

function compareManifests(found: ShardManifest, expected: ShardManifest): string[] {
  return MEANINGS.filter(([key]) => found[key] !== expected[key]).map(
    ([key, what]) =>
      `${key}: found ${JSON.stringify(found[key])} (${what}), expected ${JSON.stringify(expected[key])}`,
  );
}
