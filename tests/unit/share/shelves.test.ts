import { describe, expect, it } from "vitest";
import type { Comment, PresentArticle } from "../../../lib/archive/model";
import { listGroups } from "../../../lib/share/shelves/list-groups";
import { nameGroup } from "../../../lib/share/shelves/name-group";
import { listShelfPages, type ShelfPage } from "../../../lib/share/shelves/shelf-pages";
import { splitPages } from "../../../lib/share/shelves/split-pages";
import { archiveOf, articleOf, commentsOf } from "./small-archive";

/** One a day, newest first. */
function listArticles(count: number, given: Partial<PresentArticle> = {}): PresentArticle[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2021, 0, 1 + index)).toISOString();
    return articleOf({ slug: `article-${index}`, published: day, ...given });
  }).toReversed();
}

const slugsOf = (page: ShelfPage | undefined) => page?.items.map(({ article }) => article.slug);

describe("an address of the index", () => {
  it.each([
    ["Le Monde", "le-monde"],
    ["le  monde", "le-monde"],
    ["Libération", "liberation"],
    ["Jean-Modèle", "jean-modele"],
  ])("of %s is %s", (name, slug) => expect(nameGroup(name)).toBe(slug));

  it("never is that of another name", () => {
    const names = [
      "C",
      "C++",
      "C#",
      "all",
      "!!!",
      "???",
      "ludo",
      "_ludo",
      "朝日新聞",
      "x".repeat(90),
      "x".repeat(91),
    ];
    const slugs = names.map(nameGroup);
    expect(new Set(slugs).size).toBe(names.length);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,64}$/u);
    expect(slugs).not.toContain("all");
  });
});

describe("pages are numbered from the oldest", () => {
  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [3, 0, 3],
    [4, 1, 1],
    [9, 2, 3],
  ])("%i items on pages of 3: %i full ones, %i on the newest", (count, full, newest) => {
    const split = splitPages(
      Array.from({ length: count }, (_, index) => index),
      3,
    );
    expect(split.full).toHaveLength(full);
    expect(split.newest).toHaveLength(newest);
    expect([...split.full.flat(), ...split.newest]).toHaveLength(count);
  });

  it("and a full page has the same articles when newer ones join", () => {
    const before = listShelfPages(archiveOf(listArticles(95)));
    const after = listShelfPages(archiveOf(listArticles(140)));
    for (const path of ["years/2021/1/", "years/2021/2/", "sources/le-journal/1/", "authors/ana/2/"]) {
      expect(slugsOf(before.get(path)), path).toHaveLength(40);
      expect(slugsOf(after.get(path)), path).toEqual(slugsOf(before.get(path)));
    }
  });

  it("and every article stands on one page of each shelf", () => {
    const pages = [...listShelfPages(archiveOf(listArticles(95)))];
    for (const shelf of ["years", "sources", "authors"]) {
      const listed = pages
        .filter(([path]) => path.startsWith(shelf))
        .flatMap(([, page]) => slugsOf(page) ?? []);
      expect(listed.sort()).toEqual(
        listArticles(95)
          .map(({ slug }) => slug)
          .sort(),
      );
    }
  });
});

describe("the index lists", () => {
  it("an article in the year that its own zone shows, and one without a date apart", () => {
    const late = articleOf({ slug: "late", published: "2020-12-31T23:30:00Z" });
    const groups = listGroups(archiveOf([late, articleOf({ published: undefined })]), "years");
    expect(groups.map(({ slug }) => slug).sort()).toEqual(["2021", "undated"]);
  });

  it("no author where none is known", () => {
    expect(listGroups(archiveOf([articleOf({ author: undefined })]), "authors")).toEqual([]);
  });

  it("participants only where the archive asks for them, by the comments that are there", () => {
    const comments: Comment[] = [
      ...commentsOf(2),
      { id: "gone", status: "erased", position: 3, author: "Effacé", reason: "Demande." },
    ];
    const articles = [articleOf({ comments })];
    const paths = (given: { participants?: "pages" }) =>
      [...listShelfPages(archiveOf(articles, given)).keys()].filter((path) =>
        path.startsWith("participants"),
      );
    expect(paths({})).toEqual([]);
    expect(paths({ participants: "pages" })).toEqual(["participants/all/", "participants/bob/"]);
  });
});
