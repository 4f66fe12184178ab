import { describe, expect, it } from "vitest";
import { dressPage } from "../../../../lib/print/page/dress-page";
import type { PrintedFile } from "../../../../lib/print/page/print-page";
import { compareExport } from "../../../../lib/publish/proof/compare-export";
import { makeFolder } from "../../folders";
import { dress, noteOf } from "../../print/dresses";
import { exportedPage, renderedPage } from "./exported";

const page = (parts: Parameters<typeof renderedPage>[0] = {}) =>
  dressPage(renderedPage(parts), noteOf(), dress);

const printed: Record<string, string> = {
  "index.html": page(),
  "art/index.html": page(),
  "art/c/1/index.html": page(),
  "art/feed.xml": "<feed/>",
};
const exported: Record<string, string> = {
  "index.html": exportedPage(),
  "art/index.html": exportedPage(),
  "art/c/1/index.html": exportedPage(),
  "art/feed.xml": "<feed/>",
  "icon.svg": "<svg/>",
  "reader.js": "",
};
const ofNext = {
  "_next/static/x.js": "",
  "_not-found/index.html": "",
  "404/index.html": "",
  "art/index.txt": "",
  "index.txt": "",
  "_/oembed.json": "",
  "sitemap/_": "",
  "__next._full.txt": "",
  "art/c/1/__next.$d$article.c.$d$comment.__PAGE__.txt": "",
};

/** The article answers at a former name as well. */
const folders = new Map([
  ["art", "art"],
  ["old", "art"],
]);

function compare(theirs: Record<string, string>, mine: Record<string, string> = printed) {
  const files = Object.entries(mine).map(([path, content]) => ({ path, content }));
  const comparison = {
    ...{ content: "content", folders, dress, url: new URL("https://example.org/archive/") },
    publicFiles: ["icon.svg", "reader.js", "find.js"],
  };
  return compareExport(makeFolder(theirs), files, comparison);
}

describe("an export", () => {
  it("agrees with what was printed when it has the same pages and copies, beside what is Next's own", () => {
    expect(compare({ ...exported, ...ofNext })).toEqual([]);
  });

  it("is refused for every page that differs, each with its place and its file of content/", () => {
    const body = "<main><h1>Other</h1></main>";
    const other = { "art/index.html": exportedPage({ body }), "art/c/1/index.html": exportedPage({ body }) };
    expect(compare({ ...exported, ...other })).toEqual([
      'art/index.html (content/art/): html > body > main > h1: printed "Art", exported "Other"',
      'art/c/1/index.html (content/art/comments/1.md): html > body > main > h1: printed "Art", exported "Other"',
    ]);
  });

  it("is refused for a page that is missing and for one that nobody printed", () => {
    const { "art/c/1/index.html": _, ...fewer } = exported;
    expect(compare({ ...fewer, "about/index.html": "", "notes.txt": "" })).toEqual([
      "art/c/1/index.html (content/art/comments/1.md): printed, but missing from Next's export",
      "about/index.html: exported by Next, but not printed",
      "notes.txt: exported by Next, but not printed",
    ]);
  });

  it("is refused for a copy of other bytes", () => {
    expect(compare({ ...exported, "art/feed.xml": "<feed />" })).toEqual([
      "art/feed.xml (content/art/): printed otherwise than exported",
    ]);
  });

  it.each<[string, Parameters<typeof renderedPage>[0], string]>([
    [
      "that nobody should print, though Next exports the same",
      { body: "<script>x()</script>" },
      "index.html: there is an unknown script: x()",
    ],
    [
      "that needs what is not there",
      { head: '<title>Art</title><link rel="icon" href="/archive/lost.svg"/>' },
      "index.html: it needs lost.svg, which is not in the site",
    ],
    [
      "that was not finished",
      { body: "<!--$!--><p>x</p><!--/$-->" },
      "index.html: a Suspense boundary shows its fallback, its content is missing",
    ],
  ])("is refused for a page %s", (_, parts, problem) => {
    const body = parts?.body?.replaceAll(/<!--.*?-->/gu, "");
    const mine = { ...printed, "index.html": page({ ...parts, ...(body && { body }) }) };
    expect(compare({ ...exported, "index.html": exportedPage(parts) }, mine)).toContain(problem);
  });

  it("has no file that comes from the content folder as it is, though a page needs it", () => {
    const head = '<title>Art</title><link rel="icon" href="/archive/art/p.png"/>';
    const theirs = makeFolder({ "index.html": exportedPage({ head }) });
    const index = { path: "index.html", content: page({ head }) };
    const comparison = {
      ...{ content: "content", folders, dress },
      url: new URL("https://example.org/archive/"),
    };
    const compareWith = (...files: readonly PrintedFile[]) =>
      compareExport(theirs, [index, ...files], { ...comparison, publicFiles: [] });
    expect(compareWith()).toEqual(["index.html: it needs art/p.png, which is not in the site"]);
    expect(compareWith({ path: "art/p.png", content: "x", isCopied: true })).toEqual([]);
  });

  it("names the file of content/ whatever name of the article the page answers at, and none for the archive's own", () => {
    const mine = { ...printed, "old/c/1/index.html": page(), "find/index.html": page() };
    expect(compare(exported, mine)).toEqual([
      "old/c/1/index.html (content/art/comments/1.md): printed, but missing from Next's export",
      "find/index.html: printed, but missing from Next's export",
    ]);
  });

  it("takes files of an archive as a whole for no article's", () => {
    const { "index.html": _, ...fewer } = exported;
    expect(compare(fewer)).toEqual(["index.html: printed, but missing from Next's export"]);
  });
});
