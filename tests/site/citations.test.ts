import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sites } from "../sites";
import { parseCitations } from "../unit/share/citations/citation-parser";
import { isOfArticle, listPages, openPage } from "./pages";

describe.each(sites)("how to cite $name", (site) => {
  const pages = listPages(site).filter(
    (page) => /^[^/]+\/(c\/[^/]+\/)?$/u.test(page) && isOfArticle(site, page),
  );

  it("is said on the page of each article and comment, with the page's address and where it stood", () => {
    for (const page of pages) {
      const document = openPage(site, page);
      if (document("h1 + .tombstone").length > 0) continue;
      const links = document(
        "details:has(summary:contains('Cite'), summary:contains('Citer')) p:first-of-type a",
      ).toArray();
      const [archived, original] = links.map((link) => document(link).attr("href") ?? "");
      expect(archived, page).toBe(document("link[rel=canonical]").attr("href"));
      expect(URL.canParse(original ?? "") && !original?.startsWith(site.url), page).toBe(true);
      expect(document("meta[name='z:itemType']").attr("content"), page).toBe(
        page.includes("/c/") ? "forumPost" : "newspaperArticle",
      );
    }
  });

  it("is in three files for each thread, with one entry for every page of it", () => {
    for (const page of pages.filter((each) => !each.includes("/c/"))) {
      if (openPage(site, page)("link[rel=canonical]").attr("href") !== `${site.url}${page}`) continue;
      const thread = pages.filter((each) => each.startsWith(page));
      const living = thread.filter((each) => openPage(site, each)("h1 + .tombstone").length === 0);
      for (const [extension, format] of [
        ["bib", "BibTeX"],
        ["ris", "RIS"],
        ["json", "CSL-JSON"],
      ] as const) {
        const file = readFileSync(join(site.out, page, `citations.${extension}`), "utf8");
        const addresses = parseCitations(file, format).map(({ URL: address }) => address);
        expect(addresses.sort()).toEqual(living.map((each) => site.url + each).sort());
      }
    }
  });
});
