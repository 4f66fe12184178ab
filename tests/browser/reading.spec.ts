import { findViolations } from "./axe";
import { expect, test } from "./served";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

const firstPages = { index: "", article: `${slug}/`, comment: `${slug}/c/2/`, "not found": "nowhere/" };
const situationPages = {
  "English index": "",
  "English article": "a-kept-picture/",
  "thread with gaps": "un-fil-troue/",
  "page of a lost comment": "un-fil-troue/c/perdu/",
  "right-to-left article": "kalam-qadim/",
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe in ${colorScheme}`, () => {
    // The site's policy forbids scripts other than its own; axe is the test's.
    test.use({ colorScheme, bypassCSP: true });
    for (const [name, path] of Object.entries(firstPages)) {
      test(`finds nothing on the ${name} page`, async ({ page, served }) => {
        await page.goto(served.first + path);
        expect(await findViolations(page)).toEqual([]);
      });
    }
    for (const [name, path] of Object.entries(situationPages)) {
      test(`finds nothing on the ${name}`, async ({ page, served }) => {
        await page.goto(served.situations + path);
        expect(await findViolations(page)).toEqual([]);
      });
    }
  });
}

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } });
  for (const path of Object.values(firstPages)) {
    test(`nothing scrolls sideways on /${path}`, async ({ page, served }) => {
      await page.goto(served.first + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  }
});

test.describe("a thread of 47 levels", () => {
  for (const width of [360, 1280]) {
    test(`leaves each comment most of the column at ${width} px`, async ({ page, served }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${served.situations}deep-thread/`);
      const column = await page.locator("#comments").evaluate((node) => node.clientWidth);
      const widths = await page
        .locator(".text")
        .evaluateAll((nodes) => nodes.map((node) => node.clientWidth));
      expect(widths).toHaveLength(93);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual((width === 360 ? 0.75 : 0.65) * column);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expect(page.locator("#c-92 > .own")).toContainText("in reply to Person 4");
    });
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const id of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]) {
    test(`the link to comment ${id} scrolls to it and highlights it`, async ({ page, served }) => {
      await page.goto(`${served.first}${slug}/#c-${id}`);
      const own = page.locator(`#c-${id} > .own`);
      await expect(own).toBeInViewport();
      const plain = page.locator(`#c-${id === "1" ? "3" : "1"} > .own`);
      const background = (element: typeof own) =>
        element.evaluate((node) => getComputedStyle(node).backgroundColor);
      expect(await background(own)).not.toBe(await background(plain));
    });
  }

  test("a comment's permalink leads to its page and back to its place", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await page.locator("#c-2 > .own header").getByRole("link", { name: "nº 2" }).click();
    await expect(page).toHaveURL(`${served.first}${slug}/c/2/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Commentaire nº 2 de _Ludo");
    await page.getByRole("link", { name: "Voir dans le fil" }).click();
    await expect(page.locator("#c-2 > .own")).toBeInViewport();
  });
});

test("a page asks nothing of another origin and nothing fails", async ({ page, served }) => {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  for (const address of [`${served.first}${slug}/`, `${served.situations}a-kept-picture/`])
    await page.goto(address, { waitUntil: "networkidle" });
  expect(complaints).toEqual([]);
  expect([...origins].sort()).toEqual(
    [served.first, served.situations].map((url) => new URL(url).origin).sort(),
  );
});

test("a kept picture is shown with its dimensions before it has loaded", async ({ page, served }) => {
  await page.goto(`${served.situations}a-kept-picture/`);
  const picture = page.getByRole("img", { name: "A blue field above a yellow one" });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  await expect(picture).toHaveAttribute("width", "640");
  await expect(picture).toHaveAttribute("height", "360");
  await expect(page.getByText("Photograph by Ada Example")).toBeVisible();
});

test("words that look like markup read as they were written", async ({ page, served }) => {
  await page.goto(`${served.situations}a-kept-picture/`);
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is what is asked.
  const text = await page.locator("#c-first > .own .text").innerText();
  for (const words of [
    "Vec<String>",
    "<unprintable>",
    "a < b",
    "C:\\temp\\",
    "1. is a number",
    "1) is another",
    "10:30:45",
    ":not-an-emoji:",
  ])
    expect(text).toContain(words);
  await expect(page.locator("#c-second")).toContainText('<script>alert("no")</script>');
});

for (const path of [`${slug}/`, `${slug}/c/2/`, ""]) {
  test(`/${path} stands still while it loads`, async ({ page, served }) => {
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Reflect.get(window, "shifts").push(entry.entryType);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(served.first + path, { waitUntil: "networkidle" });
    expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
  });

  for (const width of [360, 1280]) {
    test(`/${path} has everything at the same place with and without script at ${width} px`, async ({
      browser,
      served,
    }) => {
      const places = [true, false].map(async (javaScriptEnabled) => {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
        const page = await context.newPage();
        await page.goto(served.first + path);
        const elements = page
          .locator("body > .site > *, main *")
          .and(page.locator(":not(.share, .share *, output, .display, .display *, .unseen)"));
        const boxes = await elements.evaluateAll((nodes) =>
          nodes.map((node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return [node.localName, x, y, width, height];
          }),
        );
        await context.close();
        return boxes;
      });
      const [withScript, without] = await Promise.all(places);
      expect(without?.length).toBeGreaterThan(5);
      expect(withScript).toEqual(without);
    });
  }
}
