import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PrintedArticles } from "../../print/print-articles";
import type { ArticleRecord } from "../../print/store/record";
import { FileWriter } from "../../print/store/stored-files";
import type { PrintSetup } from "../../print/workers/article-printer";
import type { FeedEntry } from "../../share/feeds/feed";
import type { SearchPart } from "../../share/search/search-part";
import { placeArticles, type SiteFile } from "../site/assemble-site";
import { SEAL, writeSeal } from "../site/checksums";
import type { Shard } from "./shard";

/** What a shard says of itself. Digests are SHA-256, 64 hexadecimal digits. */
export type ShardManifest = Shard & {
  readonly version: 1;
  /** See `digestEngine`. */
  readonly engine: string;
  /** Of `archive.md`. */
  readonly settings: string;
  /** The public address. */
  readonly url: string;
  readonly precompress: boolean;
  /** Its articles. */
  readonly slugs: readonly string[];
};

/** What is known of an article of a shard, beside its files. */
export type ShardArticle = {
  readonly record: ArticleRecord;
  readonly entry: FeedEntry;
  readonly searchPart: SearchPart;
};

/** No article has this address: a slug begins with no `_`. */
const FOLDER = "_shard";
const MANIFEST = `${FOLDER}/manifest.json`;

export function describeShard(shard: Shard, setup: PrintSetup, slugs: readonly string[]): ShardManifest {
  const { engine, files, settings, precompress } = setup;
  const digest = files.get("archive.md")?.hash ?? "";
  return { version: 1, ...shard, engine, settings: digest, url: settings.url, precompress, slugs };
}

/** Writes the articles of a shard into an empty folder, with all that joining it to the others needs, sealed. */
export function writeShard(folder: string, shard: Shard, printed: PrintedArticles): readonly SiteFile[] {
  const { records, setup, entryOf, searchPartOf } = printed;
  const writer = new FileWriter(folder);
  const manifest = describeShard(
    shard,
    setup,
    records.map(({ slug }) => slug),
  );
  const files = [
    ...placeArticles(folder, printed),
    writer.write({ path: MANIFEST, content: JSON.stringify(manifest) }),
    ...records.map((record) => {
      const { slug } = record;
      const article: ShardArticle = { record, entry: entryOf(slug), searchPart: searchPartOf(slug) };
      return writer.write({ path: placeOfArticle(slug), content: JSON.stringify(article) });
    }),
  ];
  return [...files, writer.write({ path: SEAL, content: writeSeal(files) })];
}

/** @throws Error where there is none that can be read */
export function readManifest(folder: string): ShardManifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST), "utf8"));
}

export function readShardArticle(folder: string, slug: string): ShardArticle {
  return JSON.parse(readFileSync(join(folder, placeOfArticle(slug)), "utf8"));
}

function placeOfArticle(slug: string): string {
  return `${FOLDER}/articles/${slug}.json`;
}
