import { describe, expect, it } from "vitest";
import { firstContent, sites, situations } from "../sites";
import { isOfArticle, listPages, openPage } from "./pages";

const first = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

/** Open Graph's properties and X's names of a page, in their order. */
function readPreview(site: typeof firstContent, page: string): Record<string, string | undefined> {
  const document = openPage(site, page);
  const metas = document("meta[property], meta[name^=twitter]").toArray();
  return Object.fromEntries(
    metas.map((meta) => {
      const { property, name, content } = document(meta).attr() ?? {};
      return [property ?? name, content];
    }),
  );
}

describe("the preview of a link", () => {
  it("to the article shows its title, standfirst and card, each said once", () => {
    const home = `https://verbatim.example/${first}/`;
    const title =
      "Après son bannissement, Parler, le réseau investi par l'extrême droite, porte plainte contre Amazon";
    expect(readPreview(firstContent, `${first}/`)).toEqual({
      "og:title": title,
      "og:description": expect.stringMatching(/^Le réseau social Parler, adopté/u),
      "og:url": home,
      "og:site_name": "Verbatim",
      "og:image": `${home}card.png`,
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": title,
      "og:type": "article",
      "article:published_time": "2021-01-15T09:00:00+01:00",
      "twitter:card": "summary_large_image",
    });
  });

  it("to a comment shows whose it is, its words and its own card", () => {
    const preview = readPreview(firstContent, `${first}/c/2/`);
    expect(preview["og:title"]).toMatch(/^Commentaire nº\u00a02 de _Ludo · Après son bannissement/u);
    expect(preview["og:description"]).toMatch(/^@jojozekil Le réseau Parler a été initialement financé/u);
    expect(preview["og:image"]).toBe(`https://verbatim.example/${first}/c/2/card.png`);
    expect(preview).not.toHaveProperty("article:published_time");
  });

  it("to a tombstone shows that the words are gone", () => {
    const preview = readPreview(situations, "un-fil-troue/c/4/");
    expect(preview["og:description"]).toBe("Ce commentaire a été retiré de l’archive.");
  });

  it("says a territory, an author's address and a comment's date only where they are known", () => {
    expect(readPreview(situations, "a-kept-picture/")).toMatchObject({
      "og:locale": "en_GB",
      "article:author": "https://authors.example/ada",
    });
    expect(readPreview(firstContent, "")).not.toHaveProperty("og:locale");
    expect(readPreview(situations, "a-kept-picture/c/third/")).toMatchObject({
      "article:published_time": "2019-03-02T09:30:00+00:00",
    });
  });

  it("has Open Graph's four basic properties, and its own address, on every page that may be shared", () => {
    for (const site of sites) {
      for (const page of listPages(site).filter((path) => path !== "404.html")) {
        const preview = readPreview(site, page);
        const canonical = openPage(site, page)("link[rel=canonical]").attr("href");
        expect(preview["og:url"], page).toBe(canonical);
        expect(preview["og:title"] && preview["og:type"], page).toBeTruthy();
        const card = isOfArticle(site, page) ? /^https:.*\/card\.png$/u : /^$/u;
        expect(preview["og:image"] ?? "", page).toMatch(card);
      }
    }
  });
});

describe("the original", () => {
  const originalOf = (page: string) => openPage(situations, page)("link[rel=original]").attr("href");

  it("of an article, and of a comment that had an address, is named in the head", () => {
    expect(originalOf("a-kept-picture/")).toBe("https://times.example/2019/picture");
    expect(originalOf("a-kept-picture/c/first/")).toBe("https://times.example/2019/picture#comment-88");
    expect(originalOf("a-kept-picture/c/second/")).toBeUndefined();
  });

  it("and every other link out of the archive says when it was made, where that is known", () => {
    for (const site of sites) {
      for (const page of listPages(site)) {
        const document = openPage(site, page);
        for (const link of document("main a[href]").toArray()) {
          const { href = "", "data-versiondate": date } = document(link).attr() ?? {};
          const leadsOut = /^https?:/u.test(href) && !href.startsWith(site.url);
          if (!leadsOut) expect(date, `${page}: ${href}`).toBeUndefined();
          else if (document(link).closest(".comment").length === 0)
            expect(date, href).toMatch(/^\d{4}-\d\d-\d\d$/u);
        }
      }
    }
  });

  it("dates a comment's links by the comment", () => {
    const link = openPage(situations, "a-kept-picture/")('#c-first a[href="https://rust.example/"]');
    expect(link.attr("data-versiondate")).toBe("2019-03-02");
    const undated = openPage(situations, "hostile/")('#c-2 a[href="https://ok.example/"]');
    expect(undated.attr()).not.toHaveProperty("data-versiondate");
  });
});
