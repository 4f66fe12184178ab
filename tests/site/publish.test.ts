import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { brotliSize } from "../../lib/print/bytes";
import { BUDGET } from "../../lib/publish/budget";
import { verifyFolder } from "../../lib/publish/site/checksums";
import { firstContent, sites } from "../sites";
import { openPage } from "./pages";

const { files } = listFolder(firstContent.out);
const weigh = (path: string) => brotliSize(readFileSync(join(firstContent.out, path)));
const isArticle = (path: string) => /^[^/]+\/index\.html$/u.test(path);
const isComment = (path: string) => /\/c\/[^/]+\/index\.html$/u.test(path);

describe("the first content weighs", () => {
  it.each(files.filter(isArticle))("within the budget of an article: %s", (path) => {
    expect(weigh(path)).toBeLessThanOrEqual(BUDGET.articlePage);
  });

  it.each(files.filter(isComment))("within the budget of a comment: %s", (path) => {
    expect(weigh(path)).toBeLessThanOrEqual(BUDGET.commentPage);
  });

  it("within the budget of a first visit, with everything that its page loads", () => {
    const page = files.find(isArticle) ?? "";
    const document = openPage(firstContent, page.replace("index.html", ""));
    const loaded = document("[src], link[rel~=icon], link[rel=stylesheet]").toArray();
    const paths = loaded.map(
      (element) => document(element).attr("src") ?? document(element).attr("href") ?? "",
    );
    const sizes = [page, ...paths.map((path) => path.replace(/^\//u, ""))].map(weigh);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(BUDGET.firstVisit);
  });

  it.each(files.filter((path) => path.includes("/reader.")))("within the budget of a script: %s", (path) => {
    expect(weigh(path)).toBeLessThanOrEqual(BUDGET.readerScript);
  });

  it("within the budget of files", () => {
    expect(files.length).toBeLessThanOrEqual(BUDGET.files);
  });
});

describe.each(sites)("the site of $name", (site) => {
  it("is sealed", () => {
    expect(verifyFolder(site.out)).toMatchObject({ ok: true });
  });

  it("holds nothing of Next's", () => {
    const paths = listFolder(site.out).files;
    expect(paths.filter((path) => /_next|__next|index\.txt$|_not-found|^404\//u.test(path))).toEqual([]);
    for (const path of paths.filter((name) => name.endsWith(".html"))) {
      expect(readFileSync(join(site.out, path), "utf8"), path).not.toMatch(/\/_next\/|__next_f|<!--/u);
    }
  });

  it("is painted by one request", () => {
    for (const path of listFolder(site.out).files.filter((name) => name.endsWith(".html"))) {
      const document = openPage(site, path.replace(/(^|\/)index\.html$/u, "$1"));
      expect(document("link[rel=stylesheet]"), path).toHaveLength(0);
      expect(document("head > style").length, path).toBeGreaterThan(0);
      expect(document("body style"), path).toHaveLength(0);
      expect(document("script[src]:not([defer])"), path).toHaveLength(0);
    }
  });
});
