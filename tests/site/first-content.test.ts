import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { firstContent } from "../sites";
import { canonicalOf, listPages, openPage, squeeze, wordsOf } from "./pages";

// The expectations are read from the files themselves, not through `lib/`: what the site lost
// on its way through the reader would otherwise be missing on both sides.
const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const folder = `${firstContent.content}/${slug}`;

function split(path: string) {
  const [, fields = "", body = ""] = /^---\n(.*?\n)---\n(.*)$/su.exec(readFileSync(path, "utf8")) ?? [];
  const field = (name: string) => new RegExp(`^ *${name}: (.*)$`, "mu").exec(fields)?.[1] ?? "";
  const lines = body.split("\n").filter((line) => line !== "");
  return { field, lines };
}

const article = split(`${folder}/article.md`);
const author = split(`${firstContent.content}/authors/${article.field("author")}.md`);
const comments = readdirSync(`${folder}/comments`)
  .map((file) => ({ id: file.replace(".md", ""), ...split(`${folder}/comments/${file}`) }))
  .sort((one, other) => Number(one.field("position")) - Number(other.field("position")));

/** The lines of the captured page that were archived, in its order. */
const captured = [
  article.field("title"),
  author.field("name"),
  `Par ${author.field("name")}, ${author.field("role")}.`,
  "Publié le 15 janvier 2021 à 09h00",
  article.field("alt"),
  article.field("credit"),
  article.field("summary"),
  ...article.lines.map((line) => line.replace("## ", "")),
  "Source : CNN Business",
  author.field("name"),
  `Par ${author.field("name")}`,
  author.field("role"),
  ...author.lines,
  "Commentaires (10)",
  ...comments.flatMap((comment) => [comment.field("author"), ...comment.lines]),
];

describe("the article page", () => {
  it("holds every archived line of the captured page, in its order", () => {
    const words = wordsOf(openPage(firstContent, `${slug}/`), "main");
    let place = 0;
    for (const line of captured) {
      const found = words.indexOf(squeeze(line), place);
      expect(found, line).toBeGreaterThanOrEqual(place);
      place = found + squeeze(line).length;
    }
    // The capture has so many lines that are not blank and not page furniture.
    expect(captured).toHaveLength(51);
  });

  it("shows the article's text in no other order and with nothing between its paragraphs", () => {
    const page = openPage(firstContent, `${slug}/`);
    const body = article.lines.map((line) => squeeze(line.replace("## ", ""))).join("");
    expect(wordsOf(page, "#article")).toContain(body);
  });

  it.each(comments)("shows comment $id once, to the letter", ({ id, lines }) => {
    const page = openPage(firstContent, `${slug}/`);
    expect(page(`#c-${id}`)).toHaveLength(1);
    expect(wordsOf(page, `#c-${id} > .own .text`)).toBe(squeeze(lines.join("")));
  });

  it("puts comment 2 inside comment 1 and the others at the top", () => {
    const page = openPage(firstContent, `${slug}/`);
    const topLevel = page("#comments > ol > li > article").toArray();
    expect(topLevel.map((element) => page(element).attr("id"))).toEqual(
      ["1", "3", "4", "5", "6", "7", "8", "9", "10"].map((id) => `c-${id}`),
    );
    expect(page("#c-1 ol > li > #c-2")).toHaveLength(1);
    expect(squeeze(page("#c-2 header").text())).toContain(
      squeeze("en réponse à jojozekil, d’après la mention"),
    );
  });

  it("links the mention that is answered, and says that the other person is absent", () => {
    const page = openPage(firstContent, `${slug}/`);
    expect(page("#c-2 .text a.mention").attr("href")).toBe("#c-1");
    expect(page("#c-2 .text a")).toHaveLength(1);
    expect(page("#c-2 .text .absent").text()).toBe("@iosandroid");
    expect(squeeze(page("#c-2 .note").text())).toContain("@iosandroid");
  });

  it("invents no date for a comment and says that the source has none", () => {
    const page = openPage(firstContent, `${slug}/`);
    expect(page("#comments time")).toHaveLength(0);
    expect(page("#provenance").text()).toContain("La source ne date pas les commentaires");
    expect(page("article time").first().attr("datetime")).toBe("2021-01-15T09:00:00+01:00");
  });

  it("states how complete the thread is", () => {
    const page = openPage(firstContent, `${slug}/`);
    expect(page("#provenance").text()).toContain("10 commentaires archivés sur 10 annoncés.");
  });

  it("sets French spacing and turns the shortcode into an emoji that keeps its name", () => {
    const page = openPage(firstContent, `${slug}/`);
    expect(page("#article").text()).toContain("coup fatal\u00a0: «\u202fSans AWS");
    expect(page("#c-2 .text").text()).toContain("justice\u202f; Amazon");
    expect(page("#c-7 [role=img]").attr("aria-label")).toBe(":smiley:");
    expect(page("#c-7 [role=img]").text()).toBe("😃");
  });
});

describe("a comment's page", () => {
  it.each(comments)("of comment $id holds it to the letter", ({ id, lines, field }) => {
    const page = openPage(firstContent, `${slug}/c/${id}/`);
    expect(wordsOf(page, `#c-${id} > .own .text`)).toBe(squeeze(lines.join("")));
    expect(page("h1").text()).toContain(field("author"));
  });

  it("leads to its article, its place in the thread and its neighbours", () => {
    const page = openPage(firstContent, `${slug}/c/2/`);
    const addresses = page("main a")
      .toArray()
      .map((link) => page(link).attr("href"));
    expect(addresses).toEqual(
      expect.arrayContaining([`/${slug}/`, `/${slug}/#c-2`, `/${slug}/c/1/`, `/${slug}/c/3/`]),
    );
  });

  it("shows what the comment answers before it and its replies after it", () => {
    const ids = (id: string) => {
      const page = openPage(firstContent, `${slug}/c/${id}/`);
      return page("article[id]")
        .toArray()
        .map((element) => page(element).attr("id"));
    };
    expect(ids("2")).toEqual(["c-1", "c-2"]);
    expect(ids("1")).toEqual(["c-1", "c-2"]);
    expect(ids("3")).toEqual(["c-3"]);
  });
});

describe("the site", () => {
  let pages: string[] = [];
  beforeAll(() => {
    pages = listPages(firstContent);
  });

  it("has the index and its shelves, the search, the article, its two orders, ten comments and the pages for addresses that are original or do not exist", () => {
    const thread = ["as-posted", ...comments.map(({ id }) => `c/${id}`)].map((path) => `${slug}/${path}/`);
    const shelves = [
      "years/",
      "years/2021/",
      "sources/",
      "sources/clubic/",
      "authors/",
      "authors/guillaume-belfiore/",
    ];
    const expected = ["", "404.html", "find/", "search/", ...shelves, `${slug}/`, ...thread];
    expect(pages).toEqual(expected.sort());
  });

  it("gives each page a title, a description and an address of its own", () => {
    const heads = pages
      .filter((page) => page !== "404.html")
      .map((page) => {
        const head = openPage(firstContent, page);
        const canonical = head("link[rel=canonical]").attr("href");
        expect(canonical).toBe(`${firstContent.url}${canonicalOf(page)}`);
        return { title: head("title").text(), description: head("meta[name=description]").attr("content") };
      });
    expect(new Set(heads.map(({ title }) => title)).size).toBe(heads.length);
    expect(heads.every(({ title, description }) => title && description)).toBe(true);
  });

  it("names the index's one article with its source, date, author, comments and standfirst", () => {
    const words = wordsOf(openPage(firstContent, ""), "main");
    const facts = [
      "Clubic",
      "15 janvier 2021 à 09h00",
      author.field("name"),
      "10 commentaires",
      article.field("summary"),
    ];
    for (const fact of facts) expect(words).toContain(squeeze(fact));
  });

  it("is French throughout", () => {
    for (const page of pages) expect(openPage(firstContent, page)("html").attr("lang"), page).toBe("fr");
    expect(openPage(firstContent, "404.html")("h1").text()).toBe("Page introuvable");
  });
});
