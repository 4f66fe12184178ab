import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import { imageSize } from "image-size";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { headersFor, parseHeaderRules } from "../../lib/publish/hosts/header-rules";
import { copySituations, printSite, type Site, sites, situations } from "../sites";
import { canonicalOf, isOfArticle, listPages, openPage } from "./pages";

const readFile = ({ out }: Site, path: string) => readFileSync(join(out, path), "utf8");

/** The path in the site of one of its absolute addresses. */
function pathOf(site: Site, address: string): string {
  const { href } = new URL(address, site.url);
  expect(href.startsWith(site.url), href).toBe(true);
  return href.slice(site.url.length);
}

function listSitemap(site: Site): string[] {
  const document = load(readFile(site, "sitemap.xml"), { xml: true });
  return document("url > loc")
    .toArray()
    .map((element) => pathOf(site, document(element).text()));
}

describe.each(sites)("what crawlers and installers find in $name", (site) => {
  const pages = listPages(site).filter((page) => !["404.html", "find/", "search/"].includes(page));

  it("is a sitemap of exactly the pages that are canonical and have something to read", () => {
    const readable = pages.filter((page) => {
      const document = openPage(site, page);
      const isCanonical = document("link[rel=canonical]").attr("href") === `${site.url}${page}`;
      return isCanonical && document(`#c-${/c\/(.+)\/$/u.exec(page)?.[1]} > .own .tombstone`).length === 0;
    });
    expect(listSitemap(site).sort()).toEqual(readable);
    expect(readable.length).toBeGreaterThan(10);
  });

  it("is a robots.txt that names the sitemap and forbids nothing", () => {
    const robots = readFile(site, "robots.txt");
    expect(robots).toContain(`\nSitemap: ${site.url}sitemap.xml\n`);
    expect(robots).not.toContain("Disallow");
    for (const page of pages) expect(openPage(site, page)("meta[name=robots]"), page).toHaveLength(0);
  });

  it("is a manifest that the index links, with icons that are there", () => {
    const index = openPage(site, "");
    const manifest = JSON.parse(readFile(site, pathOf(site, index("link[rel=manifest]").attr("href") ?? "")));
    expect(new URL(manifest.start_url, site.url).href).toBe(site.url);
    const icons = manifest.icons.map(({ src }: { src: string }) => pathOf(site, src));
    expect(icons).toEqual(["icon.svg", "apple-touch-icon.png"]);
    for (const icon of icons) expect(existsSync(join(site.out, icon)), icon).toBe(true);
    const touch = pathOf(site, index("link[rel=apple-touch-icon]").attr("href") ?? "");
    expect(imageSize(readFileSync(join(site.out, touch)))).toMatchObject({ width: 180, height: 180 });
  });

  it("is an oEmbed for each article, and for nothing else", () => {
    const linked = pages.filter((page) => {
      const link = openPage(site, page)("link[type='application/json+oembed']");
      if (link.length === 0) return false;
      const oembed = JSON.parse(readFile(site, pathOf(site, link.attr("href") ?? "")));
      expect(oembed).toMatchObject({ version: "1.0", type: "rich", provider_url: site.url });
      expect(oembed.title).toBe(openPage(site, page)("h1").text());
      expect([oembed.width > 0, oembed.height > 0]).toEqual([true, true]);
      expect(load(oembed.html)("blockquote").attr("cite")).toBe(`${site.url}${page}`);
      return true;
    });
    expect(linked).toEqual(pages.filter((page) => /^[^/]+\/$/u.test(page) && isOfArticle(site, page)));
  });
});

describe("an archive that refuses to be indexed, under a licence", () => {
  const licence = "https://creativecommons.org/licenses/by/4.0/";
  const place = mkdtempSync(join(tmpdir(), "verbatim-"));
  const site: Site = { ...situations, content: join(place, "content"), out: join(place, "out") };

  beforeAll(() => {
    copySituations(site.content);
    const path = join(site.content, "archive.md");
    const keys = `indexing: refused\nlicence:\n  name: CC BY 4.0\n  url: ${licence}\nlanguage:`;
    writeFileSync(path, readFileSync(path, "utf8").replace("language:", keys));
    const { status, output } = printSite(site);
    expect(status, output).toBe(0);
  });
  afterAll(() => rmSync(place, { recursive: true }));

  it("says so on every page, once, and keeps its canonical addresses", () => {
    for (const page of listPages(site)) {
      const document = openPage(site, page);
      expect(document("meta[name=robots]"), page).toHaveLength(1);
      expect(document("meta[name=robots]").attr("content"), page).toBe("noindex");
      const canonical = page === "404.html" ? undefined : `${site.url}${canonicalOf(page)}`;
      expect(document("link[rel=canonical]").attr("href"), page).toBe(canonical);
    }
  });

  it("says so with every file in its header", () => {
    const rules = parseHeaderRules(readFile(site, "_headers"));
    for (const path of listFolder(site.out).files)
      expect(headersFor(`/kept/${path}`, rules), path).toContainEqual(["X-Robots-Tag", "noindex"]);
  });

  it("has no sitemap, and a robots.txt that names none and forbids nothing", () => {
    expect(listFolder(site.out).files.filter((path) => path.includes("sitemap"))).toEqual([]);
    expect(readFile(site, "robots.txt")).not.toMatch(/^(?:Sitemap|Disallow)/mu);
  });

  it("names its licence below every page, in the line of keeper and contact", () => {
    for (const page of listPages(site)) {
      const line = openPage(site, page)("footer.site p");
      expect(line, page).toHaveLength(1);
      expect(line.find("a[rel=license]").attr("href"), page).toBe(licence);
      expect(line.find("a[href='https://archive.example/removal']"), page).toHaveLength(1);
    }
  });
});
