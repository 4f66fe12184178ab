import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenOutline } from "../../archive/outline";
import type { FeedEntry } from "../../share/feeds/feed";
import type { SearchPart } from "../../share/search/search-part";

/** A file that was printed, as it lies in the store. */
export type StoredFile = {
  /** In the site. */
  readonly path: string;
  /** In the folder that it was written to. */
  readonly place: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly digest: string;
  /** Milliseconds since 1970, and the file's number: both tell whether somebody wrote to it since. */
  readonly time: number;
  readonly inode: number;
  readonly isCopied?: boolean;
};

export type ArticleRemarks = {
  /** Texts that went beyond a limit: `some-article/#c-3`. */
  readonly plainTexts: readonly string[];
  /** Pictures beside it that no text shows: `some-article/map.png`. */
  readonly unshownPictures: readonly string[];
  /** How many pictures in its texts are links to other sites, which may go dark. */
  readonly linkedPictures: number;
};

/** Everything that is kept of an article between two builds, beside its files. */
export type ArticleRecord = {
  readonly slug: string;
  /** Digest of everything that its files were printed from. */
  readonly key: string;
  /** The state of its folder when it was read; absent where that would say too little. */
  readonly stamp?: string;
  /** `Article.digest`, and the author whose file is part of it. */
  readonly digest: string;
  /** The names of the captures that were kept with it. */
  readonly captures: readonly string[];
  readonly author?: string;
  /** Everything in its texts that may be an address: see `listLinkKeys`. */
  readonly linkKeys: readonly string[];
  /** The folder, beside the record, that holds its files. */
  readonly generation: string;
  readonly outline: WrittenOutline;
  readonly files: readonly StoredFile[];
  /** What its keeper should know of it. */
  readonly remarks: ArticleRemarks;
};

const RECORD = "record.json";
const FEED_ENTRY = "feed-entry.json";
const SEARCH_PART = "search-part.json";

/** Nothing where there is none, or none that can be read: the article is printed anew. */
export function readRecord(folder: string): ArticleRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, RECORD), "utf8"));
  } catch {
    return undefined;
  }
}

/** Comes into place by a rename, after the files that it names. */
export function writeRecord(folder: string, record: ArticleRecord): void {
  const beside = join(folder, `${RECORD}.${process.pid}`);
  writeFileSync(beside, JSON.stringify(record));
  renameSync(beside, join(folder, RECORD));
}

/** The article as the archive's feeds show it: they show the newest only, whatever else was printed. */
export function writeFeedEntry(folder: string, entry: FeedEntry): void {
  writeFileSync(join(folder, FEED_ENTRY), JSON.stringify(entry));
}

export function readFeedEntry(folder: string): FeedEntry {
  return JSON.parse(readFileSync(join(folder, FEED_ENTRY), "utf8"));
}

/** The article as the archive's search knows it. */
export function writeSearchPart(folder: string, part: SearchPart): void {
  writeFileSync(join(folder, SEARCH_PART), JSON.stringify(part));
}

export function readSearchPart(folder: string): SearchPart {
  return JSON.parse(readFileSync(join(folder, SEARCH_PART), "utf8"));
}
