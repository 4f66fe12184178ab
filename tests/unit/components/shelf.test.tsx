import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import IndexPage from "../../../app/page";
import { collectNotes } from "../../../components/page/page-notes";
import { ShelfDocument } from "../../../components/page/shelf";
import type { Catalogue } from "../../../lib/archive/model";
import { handCatalogue } from "../../../lib/archive/reading/read";
import { createDress } from "../../../lib/print/page/create-dress";
import { type Dress, dressPage } from "../../../lib/print/page/dress-page";
import { nameGroup } from "../../../lib/share/shelves/name-group";
import { listShelfPages } from "../../../lib/share/shelves/shelf-pages";
import { archiveOf, articleOf, commentsOf } from "../share/small-archive";

const project = new URL("../../..", import.meta.url).pathname;
const TITLE = "Un titre aussi long que les journaux en écrivent, avec une incise, et un nom propre de plus";
const SOURCE = "Le Journal des archives et des fils de discussion";
const SUMMARY = `${"Une phrase du chapeau, longue comme on les lit. ".repeat(6)}`;

/** So many articles of one source, one author and few years, newest first, and of a participant who is in all of them. */
function listCatalogue(count: number): Catalogue {
  const articles = Array.from({ length: count }, (_, index) =>
    articleOf({
      ...{
        slug: `article-${String(index).padStart(5, "0")}-${"long-".repeat(8)}slug`,
        title: TITLE,
        summary: SUMMARY,
      },
      published: new Date(Date.UTC(2015, 0, 1) + index * 3_600_000).toISOString(),
      source: { name: SOURCE },
      comments: commentsOf(1),
    }),
  );
  return archiveOf(articles.toReversed(), { participants: "pages" });
}

describe("the index of 10,000 articles", () => {
  const catalogue = listCatalogue(10_000);
  const pages = listShelfPages(catalogue);
  let dress: Dress;
  beforeAll(async () => {
    dress = await createDress(project, catalogue.settings);
  });

  const print = (render: () => React.ReactElement) => {
    const { markup, notes } = collectNotes(() => renderToStaticMarkup(render()));
    return dressPage(markup, notes, dress);
  };

  it.each([
    "years/",
    "years/2015/",
    "years/2015/100/",
    "sources/",
    `sources/${nameGroup(SOURCE)}/`,
    "authors/ana/",
    "authors/ana/249/",
    "participants/all/",
    "participants/bob/",
    "participants/bob/249/",
  ])("weighs at most 30 KB a page, and needs no script of its own: %s", (path) => {
    const page = pages.get(path);
    if (!page) throw new Error(path);
    const html = print(() => <ShelfDocument page={page} settings={catalogue.settings} />);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(30_000);
    expect(load(html)("script[src]")).toHaveLength(1);
  });

  it("begins with a page of the same weight, which leads to all the others", () => {
    handCatalogue(catalogue, "content");
    const html = print(IndexPage);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(30_000);
    const links = load(html)("nav a")
      .toArray()
      .map((link) => load(html)(link).attr("href"));
    expect(links).toEqual(
      expect.arrayContaining(["/years/", "/sources/", "/authors/", "/participants/all/"]),
    );
  });

  it("has the same full page when an article joins, and it can be left for the one before it and the newest", () => {
    const more = listCatalogue(10_041);
    const path = "authors/ana/249/";
    const show = (of: Catalogue) => {
      const page = listShelfPages(of).get(path);
      if (!page) throw new Error(path);
      return print(() => <ShelfDocument page={page} settings={of.settings} />);
    };
    expect(show(more)).toBe(show(catalogue));
    const links = load(show(more))("nav a")
      .toArray()
      .map(({ attribs }) => attribs.href);
    expect(links).toEqual(expect.arrayContaining(["/authors/ana/248/", "/authors/ana/", "/authors/", "/"]));
  });
});
