import { existsSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { sites } from "../sites";
import { listPages, openPage, readPage } from "./pages";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    // Browsers and search engines cut long titles themselves; a headline is kept whole.
    "long-title": "off",
    // How React writes HTML is not a mistake of the page's.
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "no-inline-style": "off",
    // Addresses and titles are archived text.
    "tel-non-breaking": "off",
  },
});

/** Of the pages of comments that were generated alike, some. */
function isSampled(page: string): boolean {
  return !/^long-thread\/c\/\d*[1-9]\/$/u.test(page);
}

describe.each(sites)("the HTML of $name", (site) => {
  const pages = listPages(site);

  it("is valid", async () => {
    for (const page of pages.filter(isSampled)) {
      const report = await validator.validateString(readPage(site, page));
      const messages = report.results.flatMap((result) =>
        result.messages.map(
          ({ line, column, ruleId, message }) => `${page}:${line}:${column} ${ruleId} ${message}`,
        ),
      );
      expect(messages).toEqual([]);
    }
  });

  it("has landmarks, one h1, no skipped heading and no id twice", () => {
    for (const page of pages) {
      const document = openPage(site, page);
      expect(document("h1"), page).toHaveLength(1);
      expect(document("header.site, main, footer.site"), page).toHaveLength(3);
      const levels = document("h1,h2,h3,h4,h5,h6")
        .toArray()
        .map(({ tagName }) => Number(tagName.slice(1)));
      levels.reduce((above, level) => {
        expect(level, `${page}: ${levels}`).toBeLessThanOrEqual(above + 1);
        return level;
      }, 1);
      const ids = document("[id]")
        .toArray()
        .map((element) => document(element).attr("id"));
      expect(new Set(ids).size, page).toBe(ids.length);
    }
  });

  it("leads nowhere that is not there: every link within the site has its page and its anchor", () => {
    const anchors = new Map(
      pages.map((page) => {
        const document = openPage(site, page);
        const ids = document("[id]").toArray();
        return [new URL(page, site.url).href, new Set(ids.map((element) => document(element).attr("id")))];
      }),
    );
    for (const page of pages) {
      const document = openPage(site, page);
      for (const link of document("a[href]").toArray()) {
        const target = new URL(document(link).attr("href") ?? "", new URL(page, site.url));
        if (!target.href.startsWith(site.url)) continue;
        const fragment = decodeURIComponent(target.hash.slice(1));
        target.hash = "";
        if (existsSync(join(site.out, target.href.slice(site.url.length))) && !target.href.endsWith("/"))
          continue;
        expect(anchors.has(target.href), `${page} leads to ${target.href}`).toBe(true);
        if (fragment) expect(anchors.get(target.href)?.has(fragment), `${page}: #${fragment}`).toBe(true);
      }
    }
  });

  it("has no attribute that styles or runs and no element that embeds", () => {
    for (const page of pages) {
      const document = openPage(site, page);
      expect(document("[style], iframe, object, embed"), page).toHaveLength(0);
      expect(document("form, input"), page).toHaveLength(page === "find/" ? 2 : page === "search/" ? 5 : 0);
      for (const element of document("*").toArray()) {
        const handlers = Object.keys("attribs" in element ? element.attribs : {}).filter((name) =>
          name.startsWith("on"),
        );
        expect(handlers, page).toEqual([]);
      }
    }
  });
});
