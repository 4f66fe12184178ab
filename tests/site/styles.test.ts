import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CheerioAPI, load } from "cheerio";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { sites } from "../sites";
import { listPages, openPage } from "./pages";

/** What a selector asks of a reader's deeds or paints beside an element: no markup shows it. */
const DEEDS =
  /:(?:not|has)\(:(?:focus|target)\)|::?(?:before|after|details-content)|:(?:target-current|target|focus-visible|focus-within)/gu;
const BEFORE_BRACE = /([^{};]+)\{/gu;
/** A comma that is not inside of parentheses. */
const COMMA = /,(?![^(]*\))/u;

/** The selectors of a stylesheet, one by one, as esbuild writes them for browsers that know no nested rules. */
function listSelectors(source: string): string[] {
  const { code } = transformSync(source, { loader: "css", minify: true, target: "chrome110" });
  return [...code.matchAll(BEFORE_BRACE)]
    .map(([, before = ""]) => before)
    .filter((before) => !before.startsWith("@"))
    .flatMap((list) => list.split(COMMA))
    .map((selector) => selector.trim());
}

const folder = fileURLToPath(new URL("../../components/style/", import.meta.url));
const ours = readdirSync(folder)
  .filter((name) => name !== "all.css")
  .flatMap((name) => listSelectors(readFileSync(folder + name, "utf8")));

/** The selectors of our sheets that paint something on a page, though no sheet of the page holds them. */
function listMissing(page: CheerioAPI): string[] {
  const held = new Set(
    page("style")
      .toArray()
      .map((sheet) => page(sheet).text())
      .flatMap(listSelectors),
  );
  const others = [...new Set(ours)].filter((selector) => !held.has(selector));
  return others.filter((selector) => page(selector.replace(DEEDS, "") || "*").length > 0);
}

describe.each(sites)("the pages of $name", (site) => {
  it("hold every rule that paints something on them", () => {
    const missing = listPages(site).flatMap((page) => {
      const selectors = listMissing(openPage(site, page));
      return selectors.map((selector) => `${page}: ${selector}`);
    });
    expect(missing).toEqual([]);
  });
});

it("a page without a layer that it needs is found out", () => {
  const text = '<pre>code</pre><p class="right">';
  expect(listMissing(load(text))).toEqual(expect.arrayContaining(["pre", ".right"]));
});
