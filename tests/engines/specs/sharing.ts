import { describe, expect } from "vitest";
import type { EngineTest } from "../fixtures";
import type { Page } from "../page";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

/** What a reader gets who pastes what was copied, into the field of the search. */
async function paste(page: Page, site: string): Promise<string> {
  await page.open(`${site}search/`);
  await page.click("[name=q]");
  await page.press("Control+v");
  await expect.poll(() => page.value("[name=q]")).not.toBe("");
  return (await page.value("[name=q]")) ?? "";
}

export function describeSharing(test: EngineTest): void {
  describe("sharing", () => {
    test("copies the link of the comment whose control is clicked, and says so there", async ({
      page,
      served,
    }) => {
      await page.open(`${served.first}${slug}/#c-3`);
      await page.click("#c-7 > .own .share");
      await expect.poll(() => page.text("#c-7 > .own output")).toBe("Copié");
      expect(await paste(page, served.first)).toBe(`${served.first}${slug}/c/7/`);
    });

    test("copies the link of the comment that one is at, by key", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.press("j", "j", "c");
      await expect.poll(() => page.text("#c-2 > .own output")).toBe("Copié");
      expect(await paste(page, served.first)).toBe(`${served.first}${slug}/c/2/`);
    });

    test("shows the link where the browser does not let it be copied", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.ask(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
      await page.click("#c-6 > .own .share");
      await expect.poll(() => page.text("#c-6 > .own output")).toBe(`${served.first}${slug}/c/6/`);
    });

    test("quotes selected words, with a link that leads to them", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      await page.click("#c-9 > .own .text p", { times: 3 });
      await expect.poll(() => page.isInView(".quotation")).toBe(true);
      await page.click(".quotation button");
      await expect.poll(() => page.text(".quotation output")).toBe("Copié");
      const quotation = await paste(page, served.first);
      expect(quotation).toMatch(/^« .* » tangofever, http\S+\/c\/9\/#:~:text=\S+$/u);
      await page.open(quotation.split(" ").at(-1) ?? "");
      await expect.poll(() => page.text("h1")).toBe("Commentaire nº 9 de tangofever");
    });
  });
}
