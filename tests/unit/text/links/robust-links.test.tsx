import { describe, expect, it } from "vitest";
import type { Article, PresentComment } from "../../../../lib/archive/model";
import { readArchive } from "../../../../lib/archive/reading/read";
import {
  dateArticleLinks,
  dateCommentLinks,
  dateSourceLinks,
  versionDate,
} from "../../../../lib/text/links/robust-links";
import { situations } from "../../../sites";
import { context, elementsOf, markupOf } from "../markdown/render";

const linkDating = { day: "2019-03-01", archive: "https://archive.example/kept/" };

function datesOf(markdown: string, dating = linkDating) {
  return elementsOf(markupOf(markdown, { ...context, linkDating: dating }))
    .filter(({ tag }) => tag === "a")
    .map(({ attributes }) => attributes["data-versiondate"]);
}

describe("a link in a text", () => {
  it.each([
    "[words](https://example.org/)",
    "<https://example.org/>",
    "https://example.org/ bare",
    "[relative](other.html)",
    "![picture](https://example.org/p.png)",
    "[by reference][1]\n\n[1]: http://example.org/",
  ])("says when it was made: %s", (markdown) => {
    expect(datesOf(markdown)).toEqual(["2019-03-01"]);
  });

  it.each([
    "[mail](mailto:ada@example.org)",
    "[the archive](https://archive.example/kept/some-article/)",
    "[the archive](https://ARCHIVE.example:443/kept/some-article/)",
    "A note.[^1]\n\n[^1]: Its text.",
  ])("that does not lead out to the web carries no date: %s", (markdown) => {
    expect(datesOf(markdown).filter(Boolean)).toEqual([]);
  });

  it("carries no date where none is known", () => {
    expect(elementsOf(markupOf("<https://example.org/>"))[1]?.attributes).not.toHaveProperty(
      "data-versiondate",
    );
  });

  it.each([
    '<a href="https://example.org/" data-versiondate="1999-01-01" data-versionurl="https://bad.example/">x</a>',
    '[x](https://example.org/ "t\\" data-versiondate=\\"1999-01-01")',
    '[x](https://example.org/"data-versiondate="1999-01-01)',
    '[x](https://example.org/){data-versiondate="1999-01-01"}',
  ])("cannot be dated by its writer: %s", (markdown) => {
    for (const { attributes } of elementsOf(markupOf(markdown))) {
      expect(Object.keys(attributes).filter((name) => name.startsWith("data-"))).toEqual([]);
    }
  });
});

describe("the day of a link", () => {
  const result = readArchive(situations.content);
  if (!result.ok) throw new Error("the archive has problems");
  const { settings, articles } = result.archive;
  const article = articles.find(({ slug }) => slug === "a-kept-picture");
  if (!article) throw new Error("there is no such article");
  const undated: Article = { ...article, captured: undefined };
  const comment: PresentComment = {
    ...{ status: "present", id: "1", position: 1, author: "Ada", body: "" },
    published: "2019-03-02T08:05:00+00:00",
  };

  it("is the day on which the article was published, as its own zone counts it", () => {
    expect(dateArticleLinks(settings, article)?.day).toBe("2019-03-01");
  });

  it("is the day of the comment, or of the capture in which an undated comment stood, or unknown", () => {
    expect(dateCommentLinks(settings, article, comment)?.day).toBe("2019-03-02");
    const timeless = { ...comment, published: undefined };
    expect(dateCommentLinks(settings, article, timeless)?.day).toBe("2020-02-29");
    expect(dateCommentLinks(settings, undated, timeless)).toBeUndefined();
  });

  it("is for the source itself that of its capture, or of its publication", () => {
    expect(dateSourceLinks(settings, article)?.day).toBe("2020-02-29");
    expect(dateSourceLinks(settings, undated)?.day).toBe("2019-03-01");
  });

  it("is not given to what is no address", () => {
    expect(versionDate("not an address", linkDating)).toBeUndefined();
  });
});
