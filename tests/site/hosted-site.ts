import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { headersFor, parseHeaderRules } from "../../lib/publish/hosts/header-rules";
import { ASSET_CACHE, PAGE_CACHE } from "../../lib/publish/hosts/headers";
import type { Site } from "../sites";

/** A site as its keeper puts it on a server. */
export type HostedSite = {
  /** For the server's own files; it is the keeper's to remove. */
  readonly folder: string;
  /** Lies in `folder` and holds the site at its base path. */
  readonly root: string;
  readonly base: string;
  /** The first article's page: `some-article/`. */
  readonly page: string;
};

export function placeSite(site: Site): HostedSite {
  const base = new URL(site.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), "verbatim-host-"));
  const root = join(folder, "root");
  cpSync(site.out, join(root, base), { recursive: true });
  mkdirSync(join(root, base, "_assets"), { recursive: true });
  writeFileSync(join(root, base, "_assets/test.0.css"), "p{}");
  const page = findArticle(site);
  writeFileSync(join(root, base, page, "0.capture.txt"), "<!DOCTYPE html><script>alert(1)</script>");
  return { folder, root, base, page };
}

/** The first article's page. */
export function findArticle({ out }: Site): string {
  const pages = listFolder(out).files.map((path) => path.replace(/index\.html$/u, ""));
  return pages.find((path) => /^[^/]+\/$/u.test(path) && path !== "find/") ?? "";
}

type Answer = readonly [name: string, path: string, status: number, type: string, cache: string];

/** What every server answers, by paths within the site. */
export function listAnswers(page: string): Answer[] {
  const html = "text/html; charset=utf-8";
  const atom = "application/atom+xml; charset=utf-8";
  return [
    ["a page", page, 200, html, PAGE_CACHE],
    ["the index", "", 200, html, PAGE_CACHE],
    ["an asset", "_assets/test.0.css", 200, "text/css; charset=utf-8", ASSET_CACHE],
    ["the manifest", "manifest.webmanifest", 200, "application/manifest+json", PAGE_CACHE],
    ["the seal", "SHA256SUMS", 200, "text/plain; charset=utf-8", PAGE_CACHE],
    ["the archive's feed", "feed.xml", 200, atom, PAGE_CACHE],
    ["a thread's feed", `${page}feed.xml`, 200, atom, PAGE_CACHE],
    ["BibTeX", `${page}citations.bib`, 200, "application/x-bibtex; charset=utf-8", PAGE_CACHE],
    ["RIS", `${page}citations.ris`, 200, "application/x-research-info-systems; charset=utf-8", PAGE_CACHE],
    ["an article as one document", `${page}article.md`, 200, "text/markdown; charset=utf-8", PAGE_CACHE],
    ["an article's book", `${page}${page.replace("/", "")}.epub`, 200, "application/epub+zip", PAGE_CACHE],
    ["the JSON feed", "feed.json", 200, "application/feed+json", PAGE_CACHE],
    ["an article's card", `${page}card.png`, 200, "image/png", PAGE_CACHE],
    ["a published capture", `${page}0.capture.txt`, 200, "application/octet-stream", PAGE_CACHE],
    ["an address without a page", "nowhere/", 404, html, PAGE_CACHE],
    ["an asset that is not there", "_assets/nowhere.js", 404, html, PAGE_CACHE],
    ["a folder without a page", "_assets/", 404, html, PAGE_CACHE],
    ["a hidden file", ".git/config", 404, html, PAGE_CACHE],
  ];
}

/** Asks a server and expects its answer to have these and all headers of the site's own `_headers`. */
export async function expectAnswer(site: Site, address: string, [, path, status, type, cache]: Answer) {
  const base = new URL(site.url).pathname;
  const rules = parseHeaderRules(readFileSync(join(site.out, "_headers"), "utf8"));
  const answer = await fetch(address);
  const headers = Object.fromEntries(answer.headers);
  expect(answer.status).toBe(status);
  expect(headers).toMatchObject({ "content-type": type, "cache-control": cache });
  const expected = headersFor(`${base}${path}`, rules).filter(([name]) => name !== "Cache-Control");
  expect(expected.length).toBeGreaterThan(5);
  for (const [name, value] of expected) expect(headers[name.toLowerCase()], name).toBe(value);
  if (status === 404) expect(await answer.text()).toBe(readFileSync(join(site.out, "404.html"), "utf8"));
}
