import type { Page } from "@playwright/test";
import { findViolations } from "./axe";
import { expect, test } from "./served";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const original =
  "https://www.clubic.com/parler/actualite-77341-apres-son-bannissement-parler-le-reseau-investi-par-l-extreme-droite-porte-plainte-contre-amazon.html";

async function ask(page: Page, address: string) {
  await page.getByRole("textbox").fill(address);
  await page.locator("main").getByRole("button").click();
}

test.describe("an original address", () => {
  for (const [name, written] of [
    ["as it was", original],
    [
      "as somebody shared it",
      `${original.replace("https://www.", "http://")}?utm_source=x&fbclid=y#:~:text=Parler`,
    ],
    ["with a fragment of no comment", `${original}#comments`],
  ] as const) {
    test(`leads to the article, ${name}`, async ({ page, served }) => {
      await page.goto(`${served.first}find/`);
      await ask(page, written);
      await expect(page).toHaveURL(`${served.first}${slug}/`);
    });
  }

  test("leads to the article by the keyboard alone, and back again", async ({ page, served }) => {
    await page.goto(`${served.first}find/`);
    // The archive's name, the display, the form.
    for (let press = 0; press < 3; press++) await page.keyboard.press("Tab");
    await expect(page.getByLabel("Adresse sur le site d’origine")).toBeFocused();
    await page.keyboard.type(original);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${served.first}${slug}/`);
    await page.goBack();
    await expect(page.getByRole("textbox")).toBeVisible();
  });

  test("leads to articles and comments of every kind", async ({ page, served }) => {
    for (const [written, found] of [
      ["https://times.example/2019/picture/#comment-88", "a-kept-picture/c/first/"],
      ["https://times.example/2019/picture/#comment-89", "a-kept-picture/"],
      ['https://hostile.example/?q="><script>alert(5)</script>', "hostile/"],
      ["forum.example/deep", "deep-thread/"],
    ] as const) {
      await page.goto(`${served.situations}find/`);
      await ask(page, written);
      await expect(page).toHaveURL(served.situations + found);
    }
  });

  for (const link of [
    "find/?url=https%3A%2F%2Ftimes.example%2F2019%2Fpicture%23comment-88",
    "find/?url=https://times.example/2019/picture#comment-88",
    "find/#https://times.example/2019/picture#comment-88",
  ]) {
    test(`in ${link} leads to the comment at once, and back to where the reader was`, async ({
      page,
      served,
    }) => {
      await page.goto(served.situations);
      await page.goto(served.situations + link);
      await expect(page).toHaveURL(`${served.situations}a-kept-picture/c/first/`);
      await page.goBack();
      await expect(page).toHaveURL(served.situations);
    });
  }

  test("leads on where only the fragment of the page changes", async ({ page, served }) => {
    await page.goto(`${served.situations}find/`);
    await page.evaluate(() => {
      location.hash = "#https://forum.example/deep";
    });
    await expect(page).toHaveURL(`${served.situations}deep-thread/`);
  });
});

test.describe("an address that leads nowhere", () => {
  test("is answered in words", async ({ page, served }) => {
    await page.goto(`${served.situations}find/`);
    for (const [written, message] of [
      ["https://times.example/nowhere", "No page of this archive comes from this address."],
      ["two words", "This is not the address of a page."],
      ["https://times.example/2019/picture?id=2", "No page of this archive comes from this address."],
      ["javascript:alert(1)", "This is not the address of a page."],
      ["constructor", "No page of this archive comes from this address."],
      ["", "This is not the address of a page."],
    ] as const) {
      await ask(page, written);
      await expect(page.getByRole("status"), written).toContainText(message);
      await expect(page).toHaveURL(`${served.situations}find/`);
    }
  });

  test("stands in the form when a link asked for it", async ({ page, served }) => {
    await page.goto(`${served.situations}find/?url=https%3A%2F%2Ftimes.example%2Fnowhere`);
    await expect(page.getByRole("status")).toContainText("No page of this archive");
    await expect(page.getByRole("textbox")).toHaveValue("https://times.example/nowhere");
  });

  test("is not called unknown when the index cannot be read", async ({ page, served }) => {
    await page.route("**/find/0.json", (route) => route.abort());
    await page.goto(`${served.situations}find/`);
    await ask(page, "https://forum.example/deep");
    await expect(page.getByRole("status")).toContainText("could not be read");
  });
});

test("a lookup asks nothing of another origin, and tells nobody what was asked", async ({ page, served }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${served.situations}find/`);
  await ask(page, "https://times.example/nowhere");
  await expect(page.getByRole("status")).not.toBeEmpty();
  expect(asked.filter((url) => !url.startsWith(served.situations))).toEqual([]);
  expect(asked.filter((url) => url.includes("nowhere"))).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page shows no form, says what to do, and lists every original address", async ({
    page,
    served,
  }) => {
    await page.goto(`${served.situations}find/`);
    await expect(page.locator("form")).toBeHidden();
    await expect(page.locator("main")).toContainText("needs JavaScript");
    const row = page.getByRole("row", { name: "https://times.example/2019/picture#comment-88" });
    await row.getByRole("link").click();
    await expect(page).toHaveURL(`${served.situations}a-kept-picture/c/first/`);
  });

  test("the 404 page leads to it", async ({ page, served }) => {
    await page.goto(`${served.first}nowhere/`);
    await page.getByRole("link", { name: "Retrouver une page par son adresse" }).click();
    await expect(page).toHaveURL(`${served.first}find/`);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, bypassCSP: true, viewport: { width: 360, height: 740 } });

    for (const name of ["first", "situations"] as const) {
      test(`axe finds nothing, nothing scrolls sideways, everything can be hit: ${name}`, async ({
        page,
        served,
      }) => {
        await page.goto(`${served[name]}find/`);
        await ask(page, "two words");
        await expect(page.getByRole("status")).not.toBeEmpty();
        expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        for (const control of await page.locator("main").locator("input, button").all())
          expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      });
    }
  });
}
