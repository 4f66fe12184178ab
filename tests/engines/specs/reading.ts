import { describe, expect } from "vitest";
import type { EngineTest } from "../fixtures";
import type { Page } from "../page";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const ids = Array.from({ length: 10 }, (_, index) => `c-${index + 1}`);

/** Where the parts of the article's page begin, from the top of the page on; a part that is not shown is missing. */
function listTops(page: Page): Promise<number[]> {
  const parts = ["h1", "#article .e-content", ...ids.map((id) => `#${id} > .own .text`)];
  return page.ask(
    (selectors) =>
      selectors.flatMap((selector) => {
        const part = document.querySelector(selector);
        const { top = 0, height = 0 } = part?.getBoundingClientRect() ?? {};
        return part?.checkVisibility() && height > 0 ? [top + scrollY] : [];
      }),
    parts,
  );
}

/** Runs in the page: how far it could be scrolled sideways, in CSS pixels. */
function measureOverhang(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

export function describeReading(test: EngineTest): void {
  describe("reading", () => {
    test("an article and its comments stand in one column, in the page's own dress", async ({
      page,
      served,
    }) => {
      await page.open(`${served.first}${slug}/`);
      expect(await page.text("h1")).toMatch(/^Après son bannissement, Parler/u);
      expect(await page.count(".comment")).toBe(10);
      expect(await page.style("body", "max-width")).toBe("544px");
      expect(await page.style("body", "background-color")).toBe("rgb(253, 252, 248)");
      const tops = await listTops(page);
      expect(tops).toHaveLength(12);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    });

    test("the policy lets the site's own styles and scripts through", async ({ page, served }) => {
      for (const path of ["", `${slug}/`, `${slug}/c/2/`, `${slug}/as-posted/`, "search/", "find/"]) {
        await page.open(served.first + path);
        const rules = await page.ask(() =>
          [...document.querySelectorAll("style")].map(({ sheet }) => sheet?.cssRules.length ?? 0),
        );
        expect(rules.length, path).toBeGreaterThan(0);
        expect(Math.min(...rules), path).toBeGreaterThan(0);
        await expect.poll(() => page.count(".display"), { message: path }).toBe(1);
      }
    });

    test("nothing scrolls sideways, in a wide window or a narrow one", async ({ page, served }) => {
      const first = ["", `${slug}/`, `${slug}/c/2/`, `${slug}/as-posted/`, "search/?q=amazon", "find/"];
      const others = ["kalam-qadim/", "un-fil-troue/", "deep-thread/", "hostile/", "a-kept-picture/"];
      const addresses = [
        ...first.map((path) => served.first + path),
        ...others.map((path) => served.situations + path),
        `${served.long}long-thread/`,
      ];
      for (const address of addresses) {
        await page.open(address);
        for (const width of [1280, 390]) {
          await page.resize(width, 900);
          expect(await page.ask(measureOverhang), `${address} at ${width} px`).toBeLessThanOrEqual(0);
        }
      }
    });

    test("a comment's number leads to its page, and its page back to its place", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.click("#c-2 > .own > header a.u-url");
      await expect.poll(page.address).toBe(`${served.first}${slug}/c/2/`);
      await expect.poll(() => page.text("h1")).toBe("Commentaire nº 2 de _Ludo");
      await page.click(`a[href$="/${slug}/#c-2"]`);
      await expect.poll(page.address).toBe(`${served.first}${slug}/#c-2`);
      await expect.poll(() => page.isInView("#c-2 > .own")).toBe(true);
    });

    test("without styles everything is there, in its order", async ({ page, served }) => {
      await page.open(`${served.withoutStyle}${slug}/`);
      expect(await page.style("body", "max-width")).toBe("none");
      const tops = await listTops(page);
      expect(tops).toHaveLength(12);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      await page.open(`${served.withoutStyle}${slug}/#c-6`);
      expect(await page.isInView("#c-6")).toBe(true);
    });

    test("without script everything is there but the tools", async ({ page, served }) => {
      await page.open(`${served.withoutScript}${slug}/`);
      expect(await page.style("body", "max-width")).toBe("544px");
      expect(await listTops(page)).toHaveLength(12);
      expect(await page.count(".share, .display")).toBe(0);
      await page.open(`${served.withoutScript}search/`);
      expect(await page.isShown("form")).toBe(false);
      expect(await page.text("main")).toContain("demande JavaScript");
    });

    test("a text from right to left begins at the right", async ({ page, served }) => {
      await page.open(`${served.situations}kalam-qadim/`);
      expect(await page.style("#article .e-content > p", "direction")).toBe("rtl");
      const [left, right] = await page.ask(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("#article .e-content > p:last-of-type") ?? document);
        const line = [...range.getClientRects()].at(-1);
        const column = document.querySelector("#article .e-content")?.getBoundingClientRect();
        return [(line?.left ?? 0) - (column?.left ?? 0), (column?.right ?? 0) - (line?.right ?? 0)];
      });
      expect(right).toBeLessThan(2);
      expect(left).toBeGreaterThan(2);
    });

    test("light and size of the text are remembered on every page", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.click(".display > summary");
      await page.click(".display label:has([value=dark])");
      await page.click('.display label:has([value="130%"])');
      await page.open(`${served.first}${slug}/c/2/`);
      expect(await page.style("body", "background-color")).toBe("rgb(23, 24, 26)");
      expect(Number.parseFloat((await page.style("html", "font-size")) ?? "")).toBeCloseTo(20.8);
    });
  });
}
