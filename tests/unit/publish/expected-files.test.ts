import { describe, expect, it } from "vitest";
import { compareExport, type ExpectedFiles } from "../../../lib/publish/expected-files";

const expected: ExpectedFiles = {
  pages: ["index.html", "404.html", "art/index.html", "art/c/1/index.html"],
  copies: ["icon.svg", "robots.txt"],
  pictures: ["art/p.png"],
};
const exported = [...expected.pages, ...expected.copies];

describe("an export", () => {
  it("is good when it has exactly the expected files, beside what is Next's own", () => {
    const ofNext = [
      "_next/static/x.js",
      "_not-found/index.html",
      "404/index.html",
      "art/index.txt",
      "index.txt",
      "_/oembed.json",
      "sitemap/_",
    ];
    const flight = ["__next._full.txt", "art/c/1/__next.$d$article.c.$d$comment.__PAGE__.txt", ".DS_Store"];
    expect(compareExport([...exported, ...ofNext, ...flight], expected)).toEqual([]);
  });

  it("is refused by name for a page that is missing and for one that nobody expected", () => {
    const found = exported
      .filter((path) => path !== "art/c/1/index.html")
      .concat("art/c/2/index.html", "notes.txt");
    expect(compareExport(found, expected)).toEqual([
      "art/c/1/index.html: missing from the export",
      "art/c/2/index.html: exported, but the archive has no such file",
      "notes.txt: exported, but the archive has no such file",
    ]);
  });
});
