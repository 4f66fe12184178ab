import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import type { Comment } from "../../../lib/archive/model";
import { SITEMAP_LIMITS, writeSitemaps } from "../../../lib/share/sitemap";
import { archiveOf, articleOf, commentsOf } from "./small-archive";

const root = "https://archive.example/";

/** The pages of the index for one article or a few of the same year, source and author; they come last. */
const SHELVES = ["years/", "years/2021/", "sources/", "sources/le-journal/", "authors/", "authors/ana/"];

function read(xml: string | undefined) {
  const document = load(xml ?? "", { xml: true });
  const texts = (selector: string) =>
    document(selector)
      .toArray()
      .map((element) => document(element).text());
  return { addresses: texts("url > loc"), parts: texts("sitemap > loc"), days: texts("lastmod") };
}

describe("the sitemap", () => {
  it("lists the index, each article and each comment in the source's order, and the pages of the index", () => {
    const archive = archiveOf([articleOf({ slug: "b", comments: commentsOf(2) }), articleOf({ slug: "a" })]);
    const sitemaps = writeSitemaps(archive);
    expect([...sitemaps.keys()]).toEqual(["sitemap.xml"]);
    const paths = ["", "b/", "b/c/1/", "b/c/2/", "a/", ...SHELVES];
    expect(read(sitemaps.get("sitemap.xml")).addresses).toEqual(paths.map((path) => root + path));
  });

  it("is the file that sitemaps.org describes", () => {
    expect(writeSitemaps(archiveOf([])).get("sitemap.xml")).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        "<url><loc>https://archive.example/</loc></url>\n</urlset>\n",
    );
  });

  it("leaves out former addresses and tombstones", () => {
    const author = "Bob";
    const comments: Comment[] = [
      ...commentsOf(1),
      { id: "2", status: "erased", position: 2, author, reason: "À sa demande." },
      { id: "lost", status: "missing" },
    ];
    const archive = archiveOf([articleOf({ formerSlugs: ["vieux"], comments })]);
    const sitemaps = writeSitemaps(archive);
    const paths = ["", "un/", "un/c/1/", ...SHELVES];
    expect(read(sitemaps.get("sitemap.xml")).addresses).toEqual(paths.map((path) => root + path));
  });

  it("lies below the base path and escapes what XML does not allow", () => {
    const archive = archiveOf([articleOf()], { url: "https://archive.example/l'an&2/" });
    const xml = writeSitemaps(archive).get("sitemap.xml");
    expect(xml).toContain("<loc>https://archive.example/l&#39;an&amp;2/un/</loc>");
    expect(read(xml).addresses).toContain("https://archive.example/l'an&2/un/");
  });

  it.each([
    ["the day of the capture", { captured: "2021-02-03" }, ["2021-02-03", "2021-02-03"]],
    ["the day of the capture's hour, where it was", { captured: "2021-02-03T23:30+01:00" }, 2],
    ["nothing where the capture has no date", {}, []],
  ] as const)("says when pages changed: %s", (_, given, expected) => {
    const archive = archiveOf([articleOf({ ...given, comments: commentsOf(1) })]);
    const { days } = read(writeSitemaps(archive).get("sitemap.xml"));
    expect(days).toEqual(expected === 2 ? ["2021-02-03", "2021-02-03"] : expected);
  });

  it("does not say so of an article from which a comment was erased since, nobody knows when", () => {
    const erased: Comment = { id: "2", status: "erased", position: 2, author: "Bob", reason: "Oui." };
    const comments = [...commentsOf(1), erased];
    const archive = archiveOf([articleOf({ captured: "2021-02-03", comments })]);
    expect(read(writeSitemaps(archive).get("sitemap.xml")).days).toEqual([]);
  });

  it("does not exist where the archive refuses to be indexed", () => {
    expect(writeSitemaps(archiveOf([articleOf()], { indexing: "refused" })).size).toBe(0);
  });
});

describe("a sitemap that one file may not hold", () => {
  const archive = archiveOf([articleOf({ captured: "2021-02-03", comments: commentsOf(8) })]);
  const whole = writeSitemaps(archive).get("sitemap.xml") ?? "";
  const { addresses } = read(whole);

  it.each([
    ["as many addresses as it has", { ...SITEMAP_LIMITS, addresses: 16 }, [16]],
    ["one less", { ...SITEMAP_LIMITS, addresses: 15 }, [15, 1]],
    ["four", { ...SITEMAP_LIMITS, addresses: 4 }, [4, 4, 4, 4]],
    ["as many bytes as it has", { ...SITEMAP_LIMITS, bytes: whole.length }, [16]],
    ["one byte less", { ...SITEMAP_LIMITS, bytes: whole.length - 1 }, [15, 1]],
    ["400 bytes", { ...SITEMAP_LIMITS, bytes: 400 }, [3, 3, 3, 4, 3]],
  ])("at a limit of %s is split, nothing lost", (_, limits, sizes) => {
    const sitemaps = writeSitemaps(archive, limits);
    const names =
      sizes.length === 1 ? ["sitemap.xml"] : sizes.map((_size, index) => `sitemap-${index + 1}.xml`);
    const parts = names.map((name) => read(sitemaps.get(name)).addresses);
    expect(parts.map(({ length }) => length)).toEqual(sizes);
    expect(parts.flat()).toEqual(addresses);
    expect(sitemaps.size).toBe(sizes.length === 1 ? 1 : sizes.length + 1);
    for (const name of names)
      expect(Buffer.byteLength(sitemaps.get(name) ?? "")).toBeLessThanOrEqual(limits.bytes);
  });

  it("has an index in its place that names every part, in the same folder", () => {
    const kept = archiveOf(archive.articles, { url: `${root}kept/` });
    const sitemaps = writeSitemaps(kept, { ...SITEMAP_LIMITS, addresses: 8 });
    const index = sitemaps.get("sitemap.xml");
    expect(index).toContain("<sitemapindex xmlns=");
    expect(read(index).parts).toEqual([`${root}kept/sitemap-1.xml`, `${root}kept/sitemap-2.xml`]);
    expect(read(index).addresses).toEqual([]);
  });

  it("has 50,001 addresses or more than 50 MB", () => {
    expect(SITEMAP_LIMITS).toEqual({ addresses: 50_000, bytes: 50 * 1024 * 1024 });
    const large = writeSitemaps(archiveOf([articleOf({ comments: commentsOf(49_999) })]));
    expect([...large.keys()]).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    const count = (name: string) => large.get(name)?.split("<url>").length;
    expect([count("sitemap-1.xml"), count("sitemap-2.xml")]).toEqual([50_001, 8]);
    expect(writeSitemaps(archiveOf([articleOf({ comments: commentsOf(49_992) })])).size).toBe(1);
  });
});
