import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { brotliSize } from "../../lib/print/bytes";
import { firstContent, type Site, sites } from "../sites";
import { canonicalOf, isOfArticle, listPages, openPage, readPage } from "./pages";

type Data = { readonly [property: string]: unknown };

const blocks = sites.flatMap((site) =>
  listPages(site).flatMap((page) => readData(site, page).map((data) => ({ site, page, data }))),
);
const articles = blocks.filter(({ data }) => data["@type"] === "NewsArticle");
const comments = blocks.filter(({ data }) => data["@type"] === "Comment");

function readData(site: Site, page: string): Data[] {
  const document = openPage(site, page);
  return document('script[type="application/ld+json"]')
    .toArray()
    .map((script) => JSON.parse(document(script).text()));
}

describe("the data of built pages", () => {
  it("is on every page of an article and of a comment, once, and on no other", () => {
    for (const site of sites) {
      for (const page of listPages(site)) {
        const types = readData(site, page).map((data) => data["@type"]);
        const isOther = !isOfArticle(site, page) || canonicalOf(page) !== page;
        const type = page.includes("/c/") ? "Comment" : "NewsArticle";
        expect(types, page).toEqual(isOther ? [] : [type]);
      }
    }
  });

  it("names the address that the page itself calls its own", () => {
    for (const { site, page, data } of blocks) {
      expect(data["@id"]).toBe(openPage(site, page)("link[rel=canonical]").attr("href"));
    }
  });

  it("leads from each comment to comments and articles that have a page", () => {
    const known = new Set(blocks.map(({ data }) => data["@id"]));
    const idsIn = (value: unknown): unknown[] =>
      typeof value !== "object" || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) => (key === "@id" ? [inner] : idsIn(inner)));
    for (const { page, data } of blocks) {
      for (const id of idsIn(data)) expect(known.has(id), `${page} names ${id}`).toBe(true);
    }
  });

  it("has a comment's words and date where the page shows them, and none of a tombstone's", () => {
    for (const { site, page, data } of comments) {
      const [, id] = /\/c\/([^/]+)\/$/u.exec(page) ?? [];
      const own = openPage(site, page)(`#c-${id} > .own`);
      const isTombstone = own.find("> .tombstone").length > 0;
      expect(own, page).toHaveLength(1);
      expect(Object.hasOwn(data, "text"), page).toBe(!isTombstone);
      if (data.creativeWorkStatus === "Deleted") expect(isTombstone, page).toBe(true);
      expect(data.datePublished, page).toBe(own.find("> header > time").first().attr("datetime"));
    }
  });

  it("weighs little: the whole thread of the first content in it, and a comment with its text", () => {
    const weigh = (page: string) => {
      const html = readPage(firstContent, page);
      const without = html.replace(/<script type="application\/ld\+json">.*?<\/script>/su, "");
      return brotliSize(Buffer.from(html)) - brotliSize(Buffer.from(without));
    };
    for (const page of listPages(firstContent)) {
      expect(weigh(page), page).toBeLessThanOrEqual(page.includes("/c/") ? 200 : 320);
    }
  });
});

/**
 * What Google asks for. An archive can only give what its source gives: where that is silent (a date of a comment,
 * the address of an author) the property is absent, and the page is no candidate for the richer result.
 */
describe("Google's requirements", () => {
  // https://developers.google.com/search/docs/appearance/structured-data/article#structured-data-type-definitions
  // None is required; dateModified is left out, since no source states it.
  it.each(["headline", "image", "datePublished", "author"])("recommend an article's %s", (property) => {
    for (const { page, data } of articles) expect(data, page).toHaveProperty(property);
  });

  it("recommend absolute addresses, times with a zone, and an author with a type and a bare name", () => {
    for (const { data } of articles) {
      for (const address of [data.image, data.url]) expect(address).toMatch(/^https:\/\//u);
      expect(data.datePublished).toMatch(/(?:Z|[+-]\d\d:\d\d)$/u);
      expect(data.author).toMatchObject({ "@type": "Person", name: expect.any(String) });
    }
  });

  // https://developers.google.com/search/docs/appearance/structured-data/discussion-forum#comment
  // Text, author and date are required, url, dateModified, creativeWorkStatus recommended.
  it("want a comment's text and author", () => {
    for (const { page, data } of comments) {
      if (data.text === undefined) continue;
      expect(data, page).toMatchObject({ text: expect.stringMatching(/\S/u), url: data["@id"] });
      expect(data.author, page).toMatchObject({ "@type": "Person", name: expect.any(String) });
    }
  });
});

describe("schema.org's vocabulary, as its types for TypeScript have it", () => {
  const folder = fileURLToPath(new URL("../../test-results/vocabulary", import.meta.url));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has every property that the pages use, where they use it", () => {
    expect(checkTypes(blocks.map(({ data }) => data))).toEqual([]);
  });

  it("has no other: an unknown property, a misplaced one and an unknown type are found", () => {
    const [article] = articles;
    if (!article) throw new Error("there is no article");
    const author = { "@type": "Person", name: "Ada" };
    const wrong = [
      { ...article.data, headLine: "x" },
      { ...article.data, author: { ...author, headline: "x" } },
      { ...article.data, comment: [{ "@type": "Comment", author: { ...author, parentItem: "x" } }] },
      { ...article.data, comment: [{ "@type": "Remark", author }] },
    ];
    expect(checkTypes(wrong)).toHaveLength(wrong.length);
  });

  /** The lines of the compiler about data that is written as TypeScript, where unknown properties are errors. */
  function checkTypes(data: readonly Data[]): string[] {
    const lines = data.map(
      (value, index) =>
        `export const page${index}: WithContext<${value["@type"]}> = ${JSON.stringify(value)};\n`,
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      `${folder}/pages.ts`,
      `import type { Comment, NewsArticle, WithContext } from "schema-dts";\n${lines.join("")}`,
    );
    const compilerOptions = { strict: true, noEmit: true, module: "esnext", moduleResolution: "bundler" };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["pages.ts"] }));
    const { stdout } = spawnSync("npx", ["tsc", "--project", folder, "--pretty", "false"], {
      encoding: "utf8",
    });
    return stdout.split("\n").filter((line) => /^\S.*error TS/u.test(line));
  }
});
