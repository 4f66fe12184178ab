import { describe, expect, it } from "vitest";
import { cutExcerpt } from "../../../../lib/share/search/cut-excerpt";
import { listSought } from "../../../../lib/share/search/find-matches";
import { readQuery } from "../../../../lib/share/search/search-query";

const cut = (text: string, q: string) =>
  cutExcerpt(text, listSought(readQuery(`?q=${q}`)))
    .map(({ text, isSought }) => (isSought ? `[${text}]` : text))
    .join("");

const FILLER = Array.from({ length: 80 }, (_, number) => `mot${number}`).join(" ");

describe("an excerpt", () => {
  it("marks each form of the words that were sought", () => {
    expect(cut("La censure, l’État censurait.", "censurer")).toBe("La [censure], l’État [censurait].");
  });

  it("begins and ends between words, near the first that was sought", () => {
    const excerpt = cut(`${FILLER} la censure ${FILLER}`, "censure");
    expect(excerpt).toMatch(/^…mot\d+ .*\[censure\] mot0 .* mot\d+…$/u);
    expect(excerpt.length).toBeLessThan(260);
  });

  it("is the beginning where the text was found by its author", () => {
    expect(cut(FILLER, "ailleurs")).toMatch(/^mot0 .*…$/u);
  });

  it("marks what is written without spaces once", () => {
    expect(cut("私は東京都に行く", "東京都")).toBe("私は[東京][都]に行く");
  });
});
