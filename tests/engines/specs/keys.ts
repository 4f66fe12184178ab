import { describe, expect } from "vitest";
import type { EngineTest } from "../fixtures";
import type { Page } from "../page";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

const focused = (page: Page) => page.ask(() => document.activeElement?.id);

export function describeKeys(test: EngineTest): void {
  describe("keys", () => {
    test("lead from comment to comment, show which and say its name", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      for (const [keys, id] of [
        ["j", "c-1"],
        ["r", "c-2"],
        ["p", "c-1"],
        ["s", "c-3"],
        ["kk", "c-1"],
        ["tt", "c-4"],
        ["b", "c-3"],
      ] as const) {
        await page.press(...keys);
        expect(await focused(page), keys).toBe(id);
        await expect.poll(() => page.isInView(`#${id} > .own`), { message: keys }).toBe(true);
        expect(await page.style(`#${id} > .own`, "outline-color"), keys).toBe("rgb(138, 59, 18)");
      }
      expect(await page.ask(() => document.activeElement?.ariaLabel)).toMatch(
        /^Geemee_Theway, nº\s3, niveau 1, sans réponse$/u,
      );
    });

    test("fold replies and unfold them", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.press("j", "f");
      expect(await page.isShown("#c-2")).toBe(false);
      expect(await focused(page)).toBe("c-1");
      await page.press("f");
      expect(await page.isShown("#c-2")).toBe(true);
    });

    test("are shown in groups, and wait meanwhile", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.press("?");
      expect(await page.isInView("dialog")).toBe(true);
      expect(await page.text("dialog table")).toMatch(/^Se déplacer.*Agir.*Montrer les touches$/u);
      await page.press("j");
      expect(await page.ask(() => location.hash)).toBe("");
      await page.press("Escape");
      await expect.poll(() => page.isShown("dialog")).toBe(false);
      await page.press("j");
      expect(await focused(page)).toBe("c-1");
    });

    test("wait while somebody types or holds a modifier", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.press("Control+Alt+j");
      expect(await page.ask(() => location.hash)).toBe("");
      await page.ask(() => {
        document.body.append(document.createElement("textarea"));
      });
      await page.focus("textarea");
      await page.press("j", "j");
      expect(await page.value("textarea")).toBe("jj");
      expect(await page.ask(() => location.hash)).toBe("");
      await page.click("#c-1 > .own .text p");
      await page.press("j");
      expect(await focused(page)).toBe("c-2");
    });

    test("can be turned off, on every page", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.click(".display > summary");
      await page.click('.display label:has([name="--keys"][value=off])');
      await page.open(`${served.first}${slug}/as-posted/`);
      await page.press("j", "?");
      expect(await focused(page)).not.toBe("c-1");
      expect(await page.isShown("dialog")).toBe(false);
      await page.click(".display > summary");
      await page.click('.display label:has([name="--keys"]:not([value=off]))');
      await page.press("j");
      expect(await focused(page)).toBe("c-1");
    });
  });
}
