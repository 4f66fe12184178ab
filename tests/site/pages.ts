import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type CheerioAPI, load } from "cheerio";
import type { Site } from "../sites";

/** The addresses of a site's pages, from its root: `""`, `some-article/`, `404.html`. */
export function listPages({ out }: Site): string[] {
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => path.endsWith(".html"))
    .map((path) => path.replace(/(^|\/)index\.html$/, "$1"))
    .sort();
}

/** The page that a page names as the one to be found; the comments as they were posted name their article. */
export function canonicalOf(page: string): string {
  return page.replace(/as-posted\/$/u, "");
}

/** The HTML of a page, named as `listPages` does. */
export function readPage({ out }: Site, page: string): string {
  return readFileSync(join(out, page === "" || page.endsWith("/") ? `${page}index.html` : page), "utf8");
}

const parsed = new Map<string, CheerioAPI>();

/** A page as a tree, parsed once for all tests of a file: none may change it. */
export function openPage(site: Site, page: string): CheerioAPI {
  // By its text: a test may build a page anew.
  const html = readPage(site, page);
  const tree = parsed.get(html) ?? load(html);
  parsed.set(html, tree);
  return tree;
}

/** A page's words in order, without white space; an emoji counts as the shortcode that names it. */
export function wordsOf(page: CheerioAPI, selector: string): string {
  const copy = page(selector).clone();
  copy.find("[role=img][aria-label]").each((_, image) => {
    page(image).text(page(image).attr("aria-label") ?? "");
  });
  return squeeze(copy.text());
}

export function squeeze(text: string): string {
  return text.replace(/\s/gu, "");
}

/** Whether a page shows an article or one of its comments, and not the archive: "some-article/c/2/". */
export function isOfArticle(site: Site, page: string): boolean {
  return page.includes("/") && existsSync(join(site.out, page.split("/", 1)[0] ?? "", "thread.json"));
}
