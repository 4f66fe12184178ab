import { addressesOf } from "../archive/addresses";
import type { ArticleOutline, Catalogue } from "../archive/model";
import { writtenDay } from "../archive/moment";
import { listShelfPages } from "./shelves/shelf-pages";
import { escapeMarkup } from "./xml";

/** What one file may hold (sitemaps.org 0.9): addresses, and bytes before compression. */
export type SitemapLimits = { readonly addresses: number; readonly bytes: number };

export const SITEMAP_LIMITS: SitemapLimits = { addresses: 50_000, bytes: 52_428_800 };

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

type RootName = "urlset" | "sitemapindex";

/**
 * The sitemap (sitemaps.org 0.9) by file name: `sitemap.xml`, or where that may not hold everything `sitemap-1.xml`
 * and so on, with `sitemap.xml` as their index. It lists the canonical addresses of pages that have something to
 * read: no former slugs, no tombstones, no vanished comments, and the pages of the index last. None at all where the archive refuses to be indexed.
 */
export function writeSitemaps(archive: Catalogue, limits = SITEMAP_LIMITS): ReadonlyMap<string, string> {
  if (archive.settings.indexing === "refused") return new Map();
  const parts = splitEntries(listEntries(archive), limits);
  const files = parts.map((entries, index) => [`sitemap-${index + 1}.xml`, wrap("urlset", entries)] as const);
  const [single, ...others] = files;
  if (single && others.length === 0) return new Map([["sitemap.xml", single[1]]]);
  const { absolute, file } = addressesOf(archive.settings.url);
  const index = files.map(([name]) => writeEntry("sitemap", absolute(file(name))));
  return new Map([["sitemap.xml", wrap("sitemapindex", index)], ...files]);
}

function listEntries(archive: Catalogue): string[] {
  const { settings, articles } = archive;
  const { absolute, index, file } = addressesOf(settings.url);
  const pages = articles.flatMap((article) => {
    const changed = findLastChange(article);
    return listPaths(settings.url, article).map((path) => writeEntry("url", absolute(path), changed));
  });
  const shelves = [...listShelfPages(archive)]
    .filter(([, { items, groups }]) => items.length + groups.length > 0)
    .map(([path]) => writeEntry("url", absolute(file(path))));
  return [writeEntry("url", absolute(index)), ...pages, ...shelves];
}

function listPaths(publicUrl: string, { slug, status, thread }: ArticleOutline): string[] {
  const addresses = addressesOf(publicUrl);
  const present = thread.inSourceOrder.filter(({ comment }) => comment.status === "present");
  return [
    ...(status === "present" ? [addresses.article(slug)] : []),
    ...present.map(({ comment }) => addresses.comment(slug, comment.id)),
  ];
}

/**
 * The day of the capture (ISO 8601), which fixed the words. An erasure changed them since, on a day that is not
 * recorded: a crawler that was told the earlier one would keep the erased text.
 */
function findLastChange({ status, captured, thread }: ArticleOutline): string | undefined {
  const isErased = status === "erased" || thread.completeness.erased > 0;
  return isErased ? undefined : captured && writtenDay(captured);
}

function splitEntries(entries: readonly string[], limits: SitemapLimits): string[][] {
  const room = limits.bytes - wrap("urlset", []).length;
  const parts: string[][] = [];
  let size = 0;
  for (const entry of entries) {
    const part = parts.at(-1);
    // Addresses and days are ASCII: a character is a byte.
    size += entry.length;
    if (part && part.length < limits.addresses && size <= room) part.push(entry);
    else {
      parts.push([entry]);
      size = entry.length;
    }
  }
  return parts;
}

function wrap(root: RootName, entries: readonly string[]): string {
  return `${XML}<${root} ${NAMESPACE}>\n${entries.join("")}</${root}>\n`;
}

function writeEntry(name: "url" | "sitemap", address: string, changed?: string): string {
  const day = changed === undefined ? "" : `<lastmod>${changed}</lastmod>`;
  return `<${name}><loc>${escapeMarkup(address)}</loc>${day}</${name}>\n`;
}
