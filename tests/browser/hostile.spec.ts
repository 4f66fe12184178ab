import type { Page } from "@playwright/test";
import { EARLY_PREFERENCES } from "../../lib/share/reader/early-preferences";
import { listPages } from "../site/pages";
import { attacks } from "../sites";
import { expect, test } from "./served";

const pages = ["", "hostile/", ...[1, 2, 3, 4, 5, 6].map((id) => `hostile/c/${id}/`)];

/** Everything on a page that a stranger's words could have done. */
async function watch(page: Page): Promise<string[]> {
  const deeds: string[] = [];
  page.on("dialog", (dialog) => {
    deeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => deeds.push(message.text()));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") deeds.push(request.url());
  });
  return deeds;
}

// With and without the policy: the markup alone has to be harmless.
for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? "without the policy" : "with the policy", () => {
    test.use({ bypassCSP });
    test("nothing runs and nothing is fetched", async ({ page, served }) => {
      const deeds = await watch(page);
      for (const path of pages) {
        await page.goto(served.situations + path);
        await page.mouse.move(200, 200);
        expect(deeds, path).toEqual([]);
        expect(page.url()).toBe(served.situations + path);
        const strange = "main script, script[src]:not([src*='/reader.'])";
        const foreign = page.locator(
          `${strange}, iframe, object, svg:not(.share svg), main style, main meta`,
        );
        await expect(foreign, path).toHaveCount(0);
        const inline = page.locator("script:not([src], [type='application/ld+json'])");
        expect(await inline.allTextContents()).toEqual([EARLY_PREFERENCES]);
      }
    });
  });
}

test.describe("without the policy", () => {
  test.use({ bypassCSP: true });

  // The policy is what stands behind the markup; each attack meets a page without it.
  test("no attack runs, wherever it stands, and no link of a page would run one", async ({
    page,
    served,
  }) => {
    test.setTimeout(300_000);
    const deeds = await watch(page);
    for (const path of listPages(attacks).filter((path) =>
      /^$|^(?:attack|text)-\d+\/(?:c\/1\/)?$/u.test(path),
    )) {
      await page.goto(served.attacks + path);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(lookAround), path).toEqual({ schemes: [], strange: 0 });
      expect(deeds, path).toEqual([]);
      expect(page.url(), path).toBe(served.attacks + path);
    }
  });
});

/** In the page: the schemes of links that are not a text's to use, and how many elements no text may become. */
function lookAround() {
  const known = ["http:", "https:", "mailto:"];
  const links = [...document.querySelectorAll("[href]")].map((link) => link.getAttribute("href") ?? "");
  return {
    schemes: links
      .map((href) => new URL(href, document.baseURI).protocol)
      .filter((scheme) => !known.includes(scheme)),
    // The picture on the reader's own control is none of a text's.
    strange: document.querySelectorAll(
      "main :is(img, script, style, svg:not(.share svg), math, iframe, object, embed)",
    ).length,
  };
}

test("every hostile word can be read", async ({ page, served }) => {
  await page.goto(`${served.situations}hostile/`);
  const words = await page.locator("main").textContent();
  for (const number of [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 14]) expect(words).toContain(`alert(${number})`);
  for (const part of [
    "<!-- a comment -->",
    "<?php echo 1 ?>",
    "<![CDATA[ x ]]>",
    "https://unused.example/",
    "<base href=",
  ])
    expect(words).toContain(part);
});

test("a name that imitates another is pointed out, and invisible characters are shown", async ({
  page,
  served,
}) => {
  await page.goto(`${served.situations}hostile/`);
  await expect(page.locator("#c-2 > .own")).toContainText("This name resembles that of Grace");
  await expect(page.locator("#c-3 > .own")).toContainText("Gra⟨U+200B⟩ce");
  await expect(page.locator("#c-3 > .own .text")).toContainText("U+202E");
});

test("what is beyond a limit is complete and marked", async ({ page, served }) => {
  await page.goto(`${served.situations}hostile/`);
  for (const id of ["4", "5"])
    await expect(page.locator(`#c-${id} > .own`)).toContainText("shown without formatting");
  expect(await page.locator("#c-4 .plain").textContent()).toContain("> > > deep");
});

test("accents piled up on a letter do not cover the lines above", async ({ page, served }) => {
  await page.goto(`${served.situations}hostile/`);
  const own = page.locator("#c-3 > .own");
  const stacked = own.locator(".stacked").first();
  const heights = await stacked.evaluate((node) => [
    node.clientHeight,
    Number.parseFloat(getComputedStyle(node).fontSize),
  ]);
  expect(heights[0]).toBeLessThan(2 * (heights[1] ?? 0));
  expect(await stacked.evaluate((node) => getComputedStyle(node).overflow)).toBe("clip");
});
