import type { Page } from "@playwright/test";
import { findViolations } from "./axe";
import { expect, test } from "./served";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

const status = (page: Page) => page.getByRole("status");
const results = (page: Page) => page.locator(".results > li");

async function ask(page: Page, words: string) {
  await page.getByRole("searchbox").fill(words);
  await page.locator("form").getByRole("button").click();
}

/** What the policies of a page refused. */
function listRefusals(page: Page): string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  return refused;
}

test("a word of one comment finds it, says who, when, where, and opens it", async ({ page, served }) => {
  const refused = listRefusals(page);
  await page.goto(`${served.first}search/`);
  await ask(page, "bistrot");
  await expect(status(page)).toHaveText("1 résultat.");
  await expect(page).toHaveURL(`${served.first}search/?q=bistrot`);
  const found = results(page).first();
  await expect(found.locator("mark")).toHaveText(/bistrot/i);
  await expect(found).toContainText("sur Après son bannissement");
  await found.getByRole("link", { name: /^Commentaire nº 6 de Thoach$/u }).click();
  await expect(page).toHaveURL(`${served.first}${slug}/c/6/`);
  await page.goBack();
  await results(page).first().getByRole("link", { name: "Après son bannissement" }).click();
  await expect(page).toHaveURL(`${served.first}${slug}/#c-6`);
  expect(refused).toEqual([]);
});

test("words are found whatever their accents, capitals and endings", async ({ page, served }) => {
  await page.goto(`${served.first}search/`);
  for (const [one, other] of [
    ["Américains", "americain"],
    ["décision", "DECISIONS"],
    ["serveur", "serveurs"],
  ] as const) {
    await ask(page, one);
    await expect(status(page)).toHaveText(/^[1-9] résultats?\.$/u);
    // They come one by one, behind the line that counts them.
    await expect(results(page)).toHaveCount(Number.parseInt((await status(page).textContent()) ?? "", 10));
    const titles = await results(page).locator("h2").allTextContents();
    await ask(page, other);
    await expect(page).toHaveURL(`${served.first}search/?q=${other}`);
    await expect(results(page).locator("h2")).toHaveText(titles);
  }
});

test("filters are set by the keyboard, stand in the address and narrow the search", async ({
  page,
  served,
}) => {
  await page.goto(`${served.first}search/`);
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("amazon");
  await page.keyboard.press("Enter");
  await expect(status(page)).not.toHaveText("1 résultat.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Auteur du commentaire")).toBeFocused();
  await page.keyboard.type("nissart");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${served.first}search/?q=amazon&author=nissart`);
  await expect(results(page).locator("h2")).toHaveText([]);
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${served.first}search/?author=nissart`);
  await expect(results(page).locator("h2")).toHaveText(["Commentaire nº 8 de Nissart"]);
});

test("an address is a search, and the way back leads through the searches before", async ({
  page,
  served,
}) => {
  await page.goto(`${served.first}search/?q=amazon&kind=article&source=Clubic&year=2021`);
  await expect(results(page).locator("h2")).toHaveText([/^Après son bannissement/u]);
  await expect(page.getByLabel("Année")).toHaveValue("2021");
  await expect(page).toHaveTitle(/^amazon · /u);
  await ask(page, "bistrot");
  await expect(status(page)).toHaveText("Aucun résultat.");
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("amazon");
  await expect(results(page)).toHaveCount(1);
});

test("a result leads to the other comments of its author, and to its article's", async ({ page, served }) => {
  await page.goto(`${served.first}search/?q=bistrot`);
  await results(page).getByRole("link", { name: "Ses commentaires" }).click();
  await expect(page).toHaveURL(`${served.first}search/?q=bistrot&author=Thoach`);
  await results(page).getByRole("link", { name: "Dans cet article" }).click();
  await expect(page).toHaveURL(`${served.first}search/?q=bistrot&author=Thoach&article=${slug}`);
  await expect(results(page)).toHaveCount(1);
});

test("more results come when they are asked for, and have the focus", async ({ page, served }) => {
  await page.goto(`${served.situations}search/?q=level&article=deep-thread`);
  await expect(results(page)).toHaveCount(10);
  await page.getByRole("button", { name: "Next results" }).click();
  await expect(results(page)).toHaveCount(20);
  await expect(results(page).nth(10).getByRole("link").first()).toBeFocused();
});

test("what asks for nothing, and an index that cannot be read, are answered in words", async ({
  page,
  served,
}) => {
  await page.goto(`${served.first}search/`);
  await expect(status(page)).toBeEmpty();
  await ask(page, "le");
  await expect(status(page)).toContainText("Écrivez un mot");
  await page.route("**/search/terms-0.json", (route) => route.abort());
  await page.goto(`${served.first}search/?q=amazon`);
  await expect(status(page)).toContainText("n’a pas pu être lu");
  await page.unroute("**/search/terms-0.json");
  await ask(page, "amazon");
  await expect(results(page)).not.toHaveCount(0);
});

test("a search asks nothing of another origin, and tells no server what was asked", async ({
  page,
  served,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${served.first}search/`);
  await ask(page, "bistrot");
  await expect(results(page)).toHaveCount(1);
  expect(asked.filter((url) => !url.startsWith(served.first))).toEqual([]);
  expect(asked.filter((url) => url.includes("bistrot"))).toEqual([]);
});

test("no other page loads anything of the search", async ({ page, served }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const path of ["", `${slug}/`, `${slug}/c/1/`, "find/", "nowhere/"])
    await page.goto(served.first + path, { waitUntil: "load" });
  expect(asked.filter((url) => url.includes("search"))).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says so and offers the index", async ({ page, served }) => {
    await page.goto(served.first);
    await page.getByRole("link", { name: "Chercher dans les articles et les commentaires" }).click();
    await expect(page.locator("form")).toBeHidden();
    await expect(page.locator("main")).toContainText("demande JavaScript");
    await page.getByRole("link", { name: "Tous les articles" }).click();
    await expect(page).toHaveURL(served.first);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, bypassCSP: true, viewport: { width: 360, height: 740 } });

    test("axe finds nothing, nothing scrolls sideways, everything can be hit", async ({ page, served }) => {
      await page.goto(`${served.first}search/?q=amazon&kind=comment`);
      await expect(results(page)).not.toHaveCount(0);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      for (const control of await page.locator("form").locator("input, select, button, summary").all())
        expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    });
  });
}
