import { describe, expect } from "vitest";
import type { EngineTest } from "../fixtures";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
/** In the generated thread the first 47 even numbers answer each other. */
const deepest = "#c-94";

export function describeThread(test: EngineTest): void {
  describe.each([
    ["with script", "first"],
    ["without script", "withoutScript"],
  ] as const)("a thread %s", (_, site) => {
    const summary = "#c-1 > details > summary";

    test("folds by pointer and by keyboard", async ({ page, served }) => {
      await page.open(`${served[site]}${slug}/`);
      expect(await page.isShown("#c-2")).toBe(true);
      const fold = [() => page.click(summary), () => page.press("Enter"), () => page.press(" ")];
      await page.focus(summary);
      for (const act of fold) {
        await act();
        await expect.poll(() => page.isShown("#c-2")).toBe(false);
        expect(await page.isShown("#c-1 > .own")).toBe(true);
        await act();
        await expect.poll(() => page.isShown("#c-2")).toBe(true);
      }
    });

    test("shows each comment that is linked, and marks it alone", async ({ page, served }) => {
      for (const position of [1, 2, 10]) {
        await page.open(served.elsewhere);
        await page.open(`${served[site]}${slug}/#c-${position}`);
        await expect
          .poll(() => page.isInView(`#c-${position} > .own`), { message: `${position}` })
          .toBe(true);
        const marked = await page.ask(() =>
          [...document.querySelectorAll(".comment")]
            .filter((comment) => {
              const own = comment.querySelector(":scope > .own");
              return own && getComputedStyle(own).backgroundColor === "rgb(255, 243, 201)";
            })
            .map(({ id }) => id),
        );
        expect(marked).toEqual([`c-${position}`]);
      }
    });

    test("shows a comment that is linked though it is folded away", async ({ page, served }) => {
      await page.open(`${served[site]}${slug}/`);
      await page.click(summary);
      await expect.poll(() => page.isShown("#c-2")).toBe(false);
      await page.ask(() => {
        location.hash = "#c-2";
      });
      await expect.poll(() => page.isInView("#c-2 > .own")).toBe(true);
    });
  });

  describe("a thread of 400 comments", () => {
    const summary = "#c-2 > details > summary";

    test("folds and shows its deepest comment, and goes on showing it while it is linked", async ({
      page,
      served,
    }) => {
      await page.open(`${served.long}long-thread/`);
      await page.click(summary);
      await expect.poll(() => page.isShown(deepest)).toBe(false);
      await page.ask((hash) => {
        location.hash = hash;
      }, deepest);
      await expect.poll(() => page.isInView(`${deepest} > .own`)).toBe(true);
      const isOpen = () => page.ask(() => document.querySelector("#c-2 > details")?.hasAttribute("open"));
      if (await isOpen()) await page.click(summary);
      await expect.poll(isOpen).toBe(false);
      expect(await page.isShown(`${deepest} > .own`)).toBe(true);
    });

    test("leads by its map to a comment", async ({ page, served }) => {
      await page.open(`${served.long}long-thread/`);
      const tile = ".map a:nth-of-type(60)";
      const target = await page.ask((wanted) => document.querySelector(wanted)?.getAttribute("href"), tile);
      expect(target).toMatch(/^#c-\d+$/u);
      await page.click(tile);
      await expect.poll(() => page.isInView(`${target} > .own`)).toBe(true);
    });
  });
}
