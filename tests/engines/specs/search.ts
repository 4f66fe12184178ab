import { describe, expect } from "vitest";
import type { EngineTest } from "../fixtures";
import type { Page } from "../page";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const title = ".results > li h2 a";

async function ask(page: Page, words: string): Promise<void> {
  await page.click("[name=q]", { times: 3 });
  await page.press(...words, "Enter");
}

export function describeSearch(test: EngineTest): void {
  describe("a search", () => {
    test("by a word of one comment finds it, opens it, and is there again on the way back", async ({
      page,
      served,
    }) => {
      await page.open(`${served.first}search/`);
      await ask(page, "bistrot");
      await expect.poll(() => page.text("[role=status]")).toBe("1 résultat.");
      expect(await page.address()).toBe(`${served.first}search/?q=bistrot`);
      await expect.poll(() => page.text(".results mark")).toMatch(/bistrot/iu);
      await page.click(title);
      await expect.poll(page.address).toBe(`${served.first}${slug}/c/6/`);
      await expect.poll(() => page.text(".text")).toContain("bistrot");
      await page.goBack();
      await expect.poll(page.address).toBe(`${served.first}search/?q=bistrot`);
      await expect.poll(() => page.text(title)).toBe("Commentaire nº 6 de Thoach");
    });

    test("stands in its address with its filters, and the way back leads through those before", async ({
      page,
      served,
    }) => {
      await page.open(`${served.first}search/?q=amazon&kind=article&source=Clubic&year=2021`);
      await expect.poll(() => page.text(title)).toMatch(/^Après son bannissement/u);
      expect(await page.value("[name=year]")).toBe("2021");
      await ask(page, "bistrot");
      await expect.poll(() => page.text("[role=status]")).toBe("Aucun résultat.");
      await page.goBack();
      await expect.poll(() => page.value("[name=q]")).toBe("amazon");
      await expect.poll(() => page.count(title)).toBe(1);
    });

    test("goes by keyboard alone, filters too", async ({ page, served }) => {
      await page.open(`${served.first}search/`);
      await page.focus("[name=q]");
      await page.press(..."amazon", "Enter");
      await expect.poll(() => page.count(title)).toBeGreaterThan(1);
      await page.press("Tab", "Enter", "Tab", ..."nissart", "Enter");
      await expect.poll(page.address).toBe(`${served.first}search/?q=amazon&author=nissart`);
      await expect.poll(() => page.text("[role=status]")).toBe("Aucun résultat.");
    });

    test.for([
      ["americain", "Américains"],
      ["DECISIONS", "décision"],
    ] as const)("finds by %s what it finds by %s", async ([one, other], { page, served }) => {
      const found: string[] = [];
      for (const words of [one, other]) {
        await page.open(`${served.first}search/?q=${encodeURIComponent(words)}`);
        await expect.poll(() => page.text("[role=status]"), { message: words }).toMatch(/^[1-9]/u);
        found.push((await page.text("[role=status]")) ?? "");
      }
      expect(found[0]).toBe(found[1]);
    });
  });

  test("an address at the source leads to its page here", async ({ page, served }) => {
    await page.open(`${served.situations}find/`);
    await page.click("#address");
    await page.press(..."forum.example/deep", "Enter");
    await expect.poll(page.address).toBe(`${served.situations}deep-thread/`);
  });
}
