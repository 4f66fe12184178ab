import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { findMatches } from "../../lib/share/search/find-matches";
import { nameTextFile } from "../../lib/share/search/search-files";
import { readQuery } from "../../lib/share/search/search-query";
import { firstContent, type Site, sites, situations } from "../sites";
import { listPages, openPage } from "./pages";

const readJson = (site: Site, name: string) =>
  JSON.parse(readFileSync(join(site.out, "search", name), "utf8"));

/** The pages to which a search leads, the best first. */
async function search(site: Site, address: string): Promise<string[]> {
  const { shards, texts } = openPage(site, "search/")("form").data();
  const index = {
    ...{ shards: Number(shards), texts: Number(texts) },
    open: async (name: string) => readJson(site, name),
  };
  const matches = (await findMatches(readQuery(address), index)) ?? [];
  return matches.map(({ article, place }) => {
    const file = readJson(site, nameTextFile(article, place));
    const { slug, comments } = file[article];
    return place === 0 ? `${slug}/` : `${slug}/c/${comments[place].id}/`;
  });
}

describe.each(sites)("the search of $name", (site) => {
  it("leads to pages that are there", () => {
    const texts = listFolder(join(site.out, "search")).files.filter((name) =>
      /^(articles|comments)-/u.test(name),
    );
    expect(texts).not.toEqual([]);
    for (const name of texts) {
      for (const { slug, comments = {} } of Object.values<{
        slug: string;
        comments?: Record<string, { id: string }>;
      }>(readJson(site, name))) {
        expect(existsSync(join(site.out, slug, "index.html")), slug).toBe(true);
        for (const { id } of Object.values(comments))
          expect(existsSync(join(site.out, slug, "c", id, "index.html")), `${slug}/c/${id}`).toBe(true);
      }
    }
  });

  it("is what its page alone may ask for, and no other page names", () => {
    for (const page of listPages(site)) {
      const document = openPage(site, page);
      const policy = document("meta[http-equiv=Content-Security-Policy]").attr("content") ?? "";
      const isSearch = page === "search/";
      expect(/connect-src/u.test(policy), page).toBe(isSearch || page === "find/");
      expect(document("script[src*=search]").length > 0, page).toBe(isSearch);
    }
  });

  it("is sealed", () => {
    const seal = readFileSync(join(site.out, "SHA256SUMS"), "utf8");
    for (const name of listFolder(join(site.out, "search")).files)
      expect(seal).toContain(`  search/${name}\n`);
  });
});

describe("a search of the first content", () => {
  const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

  it.each([
    ["a word of one comment", "?q=bistrot", [`${slug}/c/6/`]],
    ["the same without its capital and accent, as a plural", "?q=BISTROTS", [`${slug}/c/6/`]],
    ["the comments of somebody", "?author=_ludo", [`${slug}/c/2/`, `${slug}/c/4/`]],
    ["the article by its year and source", "?q=capitole&year=2021&source=clubic&kind=article", [`${slug}/`]],
  ])("finds %s", async (_, address, pages) => expect(await search(firstContent, address)).toEqual(pages));
});

describe("the index of the situations", () => {
  it("has every article in one year, and leads there from its first page", () => {
    const years = openPage(
      situations,
      "years/",
    )(".shelf a")
      .toArray()
      .map(({ attribs }) => attribs.href?.replace("/kept/", "") ?? "");
    const listed = years.flatMap((page) =>
      openPage(
        situations,
        page,
      )(".shelf > li > a")
        .toArray()
        .map(({ attribs }) => attribs.href?.replace("/kept/", "")),
    );
    const articles = listFolder(situations.content).files.filter((path) => path.endsWith("/article.md"));
    expect(listed.sort()).toEqual(articles.map((path) => path.replace("article.md", "")).sort());
    expect(openPage(situations, "")("nav a[href='/kept/years/']")).toHaveLength(1);
  });
});
