import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { findViolations } from "./axe";
import { expect, test } from "./served";

const readability = createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js");
const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
/** In the generated thread the first 47 even numbers answer each other. */
const deepest = "#c-94";

/** Links, buttons and summaries that are smaller than 24 px and do not stand in a sentence. */
function findSmallTargets(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("a, summary, button")].flatMap((target) => {
      if (target.closest(".text, .skip") || target.closest("p > .mention")) return [];
      const { width, height } = target.getBoundingClientRect();
      const isSmall = width > 0 && (width < 24 || height < 24);
      return isSmall ? [`${target.outerHTML.slice(0, 90)} ${width} × ${height}`] : [];
    }),
  );
}

for (const width of [360, 390, 768, 1280]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`a thread of 400 comments at ${width} px ${javaScriptEnabled ? "with" : "without"} script`, () => {
      test.use({ viewport: { width, height: 800 }, javaScriptEnabled });

      test("keeps its column, scrolls only down and has targets of 24 px", async ({ page, served }) => {
        await page.goto(`${served.long}long-thread/`);
        const column = await page.locator("#comments").evaluate((node) => node.clientWidth);
        const widths = await page
          .locator(".text")
          .evaluateAll((nodes) => nodes.map((node) => node.clientWidth));
        expect(widths).toHaveLength(400);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual((width < 640 ? 0.75 : 0.65) * column);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await findSmallTargets(page)).toEqual([]);
      });

      test("folds, and shows what is linked whatever is folded", async ({ page, served }) => {
        await page.goto(`${served.long}long-thread/`);
        const fold = page.locator("#c-2 > details");
        const summary = fold.locator("> summary");
        const isOpen = () => fold.evaluate((details: HTMLDetailsElement) => details.open);
        await expect(summary).toHaveText(/^\d+ replies$/u);
        // While a long page settles a click may miss.
        await expect(async () => {
          if (await isOpen()) await summary.click();
          expect(await isOpen()).toBe(false);
        }).toPass();
        await expect(page.locator(deepest)).toBeHidden();
        await page.goto(`${served.long}long-thread/${deepest}`);
        await expect(page.locator(`${deepest} > .own`)).toBeInViewport();
        // A browser that unfolds for a link shows it; one that does not shows it in what stays folded.
        await expect(async () => {
          if (await isOpen()) await summary.click();
          expect(await isOpen()).toBe(false);
        }).toPass();
        await expect(page.locator(`${deepest} > .own`)).toBeVisible();
      });

      test("leads by its map and its participants to their comments", async ({ page, served }) => {
        await page.goto(`${served.long}long-thread/`);
        const tiles = page.locator(".map a:not(.skip)");
        expect(await tiles.count()).toBe(100);
        expect(await page.locator(".map path").count()).toBe(400);
        const tile = tiles.nth(60);
        const target = await tile.getAttribute("href");
        await tile.click();
        await expect(page.locator(`${target} > .own`)).toBeInViewport();
        await page.locator("#participants > summary").click();
        const ada = page.locator("#participants li").filter({ hasText: "Ada Example" });
        await expect(ada).toContainText("the article’s author, going by the name");
        await expect(ada.locator("summary")).toContainText("9");
        await ada.locator("summary").click();
        const last = ada.locator("a").last();
        const place = await last.getAttribute("href");
        await last.click();
        await expect(page.locator(`${place} > .own`)).toBeInViewport();
        await expect(page.locator(`${place} > .own > header`)).toContainText("the article’s author");
      });
    });
  }
}

test.describe("a thread without script", () => {
  test.use({ javaScriptEnabled: false });

  test("has two orders, each a link", async ({ page, served }) => {
    await page.goto(`${served.long}long-thread/`);
    const orders = page.getByRole("navigation", { name: "Order of the comments" });
    await expect(orders.getByRole("link", { name: "Conversation" })).toHaveAttribute("aria-current", "page");
    await orders.getByRole("link", { name: "As posted" }).click();
    await expect(page).toHaveURL(`${served.long}long-thread/as-posted/`);
    const dates = await page
      .locator(".comment > .own > header > time:first-of-type")
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("datetime") ?? ""));
    expect(dates).toHaveLength(400);
    expect(dates).toEqual(dates.toSorted());
    await page.locator("#c-94 header p a").click();
    await expect(page.locator("#c-92 > .own")).toBeInViewport();
    await page.locator("#c-92 > .own .note a").filter({ hasText: "no. 94" }).click();
    await expect(page.locator("#c-94 > .own")).toBeInViewport();
  });

  test("is in the source's order where nothing is dated", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await page.getByRole("link", { name: "Ordre de la source" }).click();
    const ids = await page.locator(".comment").evaluateAll((nodes) => nodes.map(({ id }) => id));
    expect(ids).toEqual(Array.from({ length: 10 }, (_, index) => `c-${index + 1}`));
  });

  test("tells those who hear it who speaks, to whom, how deep and how often answered", async ({
    page,
    served,
  }) => {
    await page.goto(`${served.first}${slug}/`);
    const reply = page
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: "_Ludo" }) })
      .nth(1);
    await expect(reply.locator("> .own > header")).toHaveText(
      /_Ludo.*nº\s2.*en réponse à jojozekil, d’après la mention.*niveau 2, sans réponse/u,
    );
    await expect(page.locator("#c-1 > .own > header")).toContainText("niveau 1, 1 réponse");
  });

  test("goes by keyboard: skip link, fold, map", async ({ page, served }) => {
    await page.goto(`${served.long}long-thread/`);
    const skip = page.getByRole("link", { name: "Skip to the comments" });
    for (let press = 0; press < 3; press++) await page.keyboard.press("Tab");
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip the map" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.locator("#participants > summary")).toBeFocused();
    await page.locator("#c-2 > details > summary").focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(deepest)).toBeHidden();
  });

  test("says on its map where one is", async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${served.long}long-thread/#c-300`);
    const marked = page.locator(".map a").filter({ has: page.locator("svg") });
    const shadows = () =>
      marked.evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).boxShadow));
    await expect.poll(async () => (await shadows()).filter((shadow) => shadow !== "none")).toHaveLength(1);
    await expect(page.locator(".map")).toBeInViewport();
  });

  test("reflows at 400 % of 1280 px", async ({ page, served }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    for (const path of [`${served.long}long-thread/`, `${served.first}${slug}/`]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  test("prints as a document", async ({ page, served }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(`${served.first}${slug}/`);
    for (const furniture of [".map", ".orders", ".skip", "header.site", "summary", "#participants"])
      await expect(page.locator(furniture).first()).toBeHidden();
  });

  test("prints what is folded", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await page.locator("#c-1 > details > summary").click();
    await expect(page.locator("#c-2")).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("#c-2")).toBeVisible();
  });
});

test.describe("axe", () => {
  test.use({ bypassCSP: true });
  for (const [name, media] of Object.entries({
    light: { colorScheme: "light" },
    dark: { colorScheme: "dark" },
    "forced colours": { forcedColors: "active" },
  } as const)) {
    test(`finds nothing on 400 comments in ${name}`, async ({ page, served }) => {
      test.setTimeout(90_000);
      await page.emulateMedia(media);
      await page.goto(`${served.long}long-thread/`);
      expect(await findViolations(page)).toEqual([]);
    });
  }

  test("finds nothing on ten comments in more contrast", async ({ page, served }) => {
    await page.emulateMedia({ contrast: "more" });
    await page.goto(`${served.first}${slug}/`);
    expect(await findViolations(page)).toEqual([]);
  });
});

test("a reader view keeps the whole article", async ({ browser, served }) => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(`${served.first}${slug}/`);
  await page.addScriptTag({ content: readFileSync(readability, "utf8") });
  const { kept, paragraphs } = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll("#article > div > p")].map(
      (node) => node.textContent ?? "",
    );
    // @ts-expect-error Readability puts itself on the window.
    const parsed = new window.Readability(document.cloneNode(true)).parse();
    return { kept: String(parsed?.textContent), paragraphs };
  });
  expect(paragraphs.length).toBeGreaterThanOrEqual(8);
  for (const paragraph of paragraphs) expect(kept).toContain(paragraph.trim());
  await page.close();
});
