import type { Page } from "@playwright/test";
import { expect, test } from "./served";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

async function press(page: Page, keys: string) {
  for (const key of keys) await page.keyboard.press(key);
}

for (const width of [360, 390, 768, 1280]) {
  test.describe(`reader.js at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("moves the focus by keys, and shows it", async ({ page, served }) => {
      await page.goto(`${served.first}${slug}/`);
      await press(page, "j");
      expect(await focused(page)).toBe("c-1");
      await press(page, "r");
      expect(await focused(page)).toBe("c-2");
      await expect(page.locator("#c-2")).toHaveAccessibleName(
        /_Ludo.*en réponse à jojozekil.*niveau 2, sans réponse/u,
      );
      await press(page, "p");
      expect(await focused(page)).toBe("c-1");
      await press(page, "s");
      expect(await focused(page)).toBe("c-3");
      await press(page, "kk");
      expect(await focused(page)).toBe("c-1");
      await press(page, "tt");
      expect(await focused(page)).toBe("c-4");
      await press(page, "b");
      expect(await focused(page)).toBe("c-3");
      const own = page.locator("#c-3 > .own");
      await expect(own).toBeInViewport();
      expect(await own.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe("solid");
      await press(page, "kkf");
      await expect(page.locator("#c-1 > details")).not.toHaveAttribute("open");
      expect(await focused(page)).toBe("c-1");
      await press(page, "f");
      await expect(page.locator("#c-1 > details")).toHaveAttribute("open");
    });

    test("shows its keys", async ({ page, served }) => {
      await page.goto(`${served.first}${slug}/`);
      await page.keyboard.press("?");
      const help = page.getByRole("dialog");
      await expect(help).toBeVisible();
      await expect(help).toContainText("première réponse");
      await press(page, "j");
      expect(await focused(page)).not.toBe("c-1");
      await page.keyboard.press("Escape");
      await expect(help).toBeHidden();
    });
  });
}

test("keys wait while somebody types or holds a modifier", async ({ page, served }) => {
  await page.goto(`${served.first}${slug}/`);
  for (const modifier of ["Control", "Alt", "Meta"]) await page.keyboard.press(`${modifier}+j`);
  await page.evaluate(() => {
    document.body.append(document.createElement("textarea"));
    document.querySelector("textarea")?.focus();
  });
  await press(page, "jj");
  await expect(page.locator("textarea")).toHaveValue("jj");
  expect(await page.evaluate(() => location.hash)).toBe("");
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("copies the link of a comment and says so", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await press(page, "jjc");
    await expect(page.getByRole("status")).toHaveText("Copié");
    expect(await copied(page)).toBe(`${served.first}${slug}/c/2/`);
    await page.locator("#c-5 .text").click();
    await page.getByRole("button", { name: "Copier le lien" }).click();
    expect(await copied(page)).toBe(`${served.first}${slug}/c/5/`);
  });

  test("copies a quotation with its permalink, which finds the words", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await page.locator("#c-1 .text p").first().click({ clickCount: 3 });
    await page.getByRole("button", { name: "Citer" }).click();
    const quotation = await copied(page);
    expect(quotation).toMatch(
      /^« Le titre est fallacieux\..* » jojozekil, http.*\/c\/1\/#:~:text=Le%20titre/u,
    );
  });
});

test("without a clipboard the link is shown", async ({ page, served }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(`${served.first}${slug}/`);
  await press(page, "jc");
  await expect(page.getByRole("status")).toHaveText(`${served.first}${slug}/c/1/`);
});

test("previews the parent on hover and on focus", async ({ page, served }) => {
  await page.goto(`${served.first}${slug}/`);
  const answer = page.locator("#c-2 header p a");
  await answer.hover();
  const preview = page.locator(".preview");
  await expect(preview).toContainText("Le titre est fallacieux.");
  await preview.hover();
  await expect(preview).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(preview).toBeHidden();
  await answer.focus();
  await expect(preview).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test("the first tap previews the parent, the second goes there", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await page.locator("#c-2 header p a").tap();
    await expect(page.locator(".preview")).toContainText("Le titre est fallacieux.");
    expect(new URL(page.url()).hash).toBe("");
    await page.locator("#c-2 header p a").tap();
    await expect(page).toHaveURL(/#c-1$/u);
  });
});

test("light and size are remembered, and there before the first frame of a page seen before", async ({
  page,
  served,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${served.first}${slug}/`);
  await page.keyboard.press("?");
  await page.getByRole("combobox").nth(0).selectOption("dark");
  await page.getByRole("combobox").nth(1).selectOption("130%");
  await page.keyboard.press("Escape");
  const looks = () =>
    page.evaluate(() => {
      const { backgroundColor, fontSize } = getComputedStyle(document.body);
      return { backgroundColor, fontSize };
    });
  const chosen = await looks();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
      if (seen.length < 5) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (const path of [`${slug}/c/2/`, "", `${slug}/`]) {
    await page.goto(served.first + path);
    expect((await looks()).backgroundColor).toBe(chosen.backgroundColor);
    expect(new Set(await page.evaluate(() => Reflect.get(window, "seen")))).toEqual(
      new Set([chosen.backgroundColor]),
    );
  }
  expect(await looks()).toEqual(chosen);
});

test("a page stands without its script, and without storage", async ({ browser, served }) => {
  const page = await browser.newPage();
  await page.route("**/_assets/reader.*", (route) => route.abort());
  await page.goto(`${served.first}${slug}/#c-2`);
  await expect(page.locator("#c-2 > .own")).toBeInViewport();
  await page.close();
  const guarded = await browser.newPage();
  await guarded.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  );
  const complaints: string[] = [];
  guarded.on("pageerror", ({ message }) => complaints.push(message));
  await guarded.goto(`${served.first}${slug}/`);
  await press(guarded, "j");
  expect(await focused(guarded)).toBe("c-1");
  expect(complaints).toEqual([]);
  await guarded.close();
});
