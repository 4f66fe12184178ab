import type { Page } from "@playwright/test";
import { expect, test } from "./served";

for (const width of [320, 360, 390, 412]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("what a comment's head says stands beside the monogram, never below it", async ({
      page,
      served,
    }) => {
      for (const address of [`${served.long}long-thread/`, `${served.situations}a-kept-picture/`]) {
        await page.goto(address);
        expect(await findBelowMonogram(page), address).toEqual([]);
      }
    });

    test("the index keeps the number of comments and their name in one line", async ({ page, served }) => {
      for (const address of [served.first, served.situations]) {
        await page.goto(address);
        expect(await findBroken(page, ".entry .facts > :is(a, time)"), address).toEqual([]);
      }
    });

    test("nothing scrolls sideways in a long thread", async ({ page, served }) => {
      await page.goto(`${served.long}long-thread/`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
}

test("a name that says whose the article is stands apart from the comment's number", async ({
  page,
  served,
}) => {
  await page.goto(`${served.long}long-thread/`);
  const header = page
    .locator(".comment header")
    .filter({ has: page.locator(".author-mark") })
    .first();
  await expect(header).toContainText(/going by the name no\.\s\d+/u);
});

/** The links and dates in heads of comments that begin left of where the monogram ends. */
function findBelowMonogram(page: Page): Promise<string[]> {
  return page.locator(".comment header").evaluateAll((headers) =>
    headers.flatMap((header) => {
      const edge = header.querySelector(".monogram")?.getBoundingClientRect().right ?? Number.NaN;
      const parts = [...header.querySelectorAll("h2, h3, em, a, time, p")];
      return parts
        .filter((part) => ![...part.getClientRects()].every(({ left }) => left >= edge))
        .map((part) => `${header.textContent}: ${part.textContent}`);
    }),
  );
}

/** The text of those elements whose words stand in more than one line, though one would hold them. */
function findBroken(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size > 1 ? [element.textContent ?? ""] : [];
    }),
  );
}
