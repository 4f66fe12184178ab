import { NOBODY } from "../archive/addresses";
import type { Archive, Article } from "../archive/model";
import { listCommentPages, listThreadPages, slugsOf } from "../archive/permalinks";
import { CARD_FILE, listCommentCards } from "../share/cards/card";
import { listShards } from "../share/old-addresses/address-index";
import { listOldAddresses } from "../share/old-addresses/old-addresses";
import { writeSitemaps } from "../share/sitemap";
import { THREAD_SCHEMA } from "../share/thread-copy/thread-copy-shape";

/**
 * Machine-readable files that route handlers write. An issue that adds a route adds its file here:
 * a file that is in the export and not in the list, or the reverse, fails the build.
 */
export const ARCHIVE_COPIES: readonly string[] = [
  "feed.xml",
  "feed.json",
  "robots.txt",
  "manifest.webmanifest",
  THREAD_SCHEMA,
];
export const ARTICLE_COPIES: readonly string[] = [
  "feed.xml",
  "oembed.json",
  CARD_FILE,
  "citations.bib",
  "citations.ris",
  "citations.json",
  "thread.json",
];

/** Next answers at a computed name only below a folder, and a sitemap may list only what lies below its own. */
const SITEMAP_FOLDER = "sitemap/";

/** Where a file of the export is published. */
export function placeInSite(exported: string): string {
  return exported.startsWith(SITEMAP_FOLDER) ? exported.slice(SITEMAP_FOLDER.length) : exported;
}

/** What a site is made of, by path: exactly this is published. */
export type ExpectedFiles = {
  readonly pages: readonly string[];
  /** Files that Next exports as they are, by path in the export: machine-readable copies and everything in `public/`. */
  readonly copies: readonly string[];
  /** Pictures and other files, which lie beside their article: path in the site and in the content folder. */
  readonly pictures: readonly string[];
};

/** @param publicFiles paths of the files in `public/` */
export function expectFiles(archive: Archive, publicFiles: readonly string[]): ExpectedFiles {
  const { articles } = archive;
  return {
    pages: ["index.html", "404.html", "find/index.html", ...pagesOf(archive)],
    copies: [
      ...publicFiles.filter(isPublished),
      ...ARCHIVE_COPIES,
      ...listShards(listOldAddresses(archive).addresses).map((name) => `find/${name}`),
      ...[...writeSitemaps(archive).keys()].map((name) => `${SITEMAP_FOLDER}${name}`),
      ...articles.flatMap(copiesOf),
      ...listCommentCards(archive).map(({ slug, commentId }) => `${slug}/c/${commentId}/${CARD_FILE}`),
    ],
    pictures: articles.flatMap(picturesOf),
  };
}

function pagesOf(archive: Archive): string[] {
  const articles = archive.articles.flatMap(slugsOf).map((slug) => `${slug}/index.html`);
  const comments = listCommentPages(archive).map(
    ({ slug, commentId }) => `${slug}/c/${commentId}/index.html`,
  );
  const threads = listThreadPages(archive).map((slug) => `${slug}/as-posted/index.html`);
  return [...articles, ...threads, ...comments];
}

function copiesOf({ slug }: Article): string[] {
  return ARTICLE_COPIES.map((name) => `${slug}/${name}`);
}

function picturesOf({ slug, pictures, files = [] }: Article): string[] {
  return [...pictures, ...files].map(({ file }) => `${slug}/${file}`);
}

/** Compares an export with what is expected: one line for each file that is missing or that nobody expected. */
export function compareExport(exported: readonly string[], { pages, copies }: ExpectedFiles): string[] {
  const expected = new Set([...pages, ...copies]);
  const found = new Set(exported);
  const missing = [...expected].filter((path) => !found.has(path));
  const extra = exported.filter((path) => !expected.has(path) && !isOfNext(path) && isPublished(path));
  return [
    ...missing.map((path) => `${path}: missing from the export`),
    ...extra.map((path) => `${path}: exported, but the archive has no such file`),
  ];
}

/**
 * What Next exports for its own sake: chunks, flight data, a second and third copy of the 404 page, and the page of
 * a route that has none.
 */
function isOfNext(path: string): boolean {
  if (path.split("/").includes(NOBODY)) return true;
  if (/^(_next|_not-found|404)\//u.test(path)) return true;
  return /(^|\/)(index\.txt|__next\.[^/]*\.txt)$/u.test(path);
}

/** Hidden files (`.DS_Store`) are their maker's, not the archive's. */
function isPublished(path: string): boolean {
  return path.startsWith(".well-known/") || !/(^|\/)\./u.test(path);
}
