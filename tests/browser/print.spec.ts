import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./served";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

test.beforeEach(({ page }) => page.emulateMedia({ media: "print" }));

for (const id of ["2", "6"]) {
  test(`the page of comment ${id} says its own address on paper, on one sheet`, async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/c/${id}/`);
    await expect(page.getByText(`https://verbatim.example/${slug}/c/${id}/`)).toBeVisible();
    await expect(page.locator("summary").filter({ hasText: "Citer" })).toBeHidden();
    for (const format of ["A4", "Letter"]) expect(await countSheets(page, format)).toBe(1);
    expect(await styleOf(page.locator("footer.site"), "break-before")).toBe("avoid");
  });
}

test("the sheet stays the colour that it has", async ({ page, served }) => {
  for (const path of [`${slug}/#c-2`, `${slug}/c/2/`]) {
    await page.goto(served.first + path);
    for (const surface of ["body", "#c-2 > .own"])
      expect(await styleOf(page.locator(surface), "background-color"), surface).toBe("rgba(0, 0, 0, 0)");
  }
});

test("an address is printed once: behind words, and not behind itself", async ({ page, served }) => {
  await page.goto(`${served.situations}a-kept-picture/`);
  expect(await printedBehind(page.locator("p > a[href$=report]"))).toContain("agency.example");
  const addresses = page.locator("#provenance a[href^=http]");
  expect(await addresses.count()).toBeGreaterThan(1);
  for (const address of await addresses.all()) expect(await printedBehind(address)).toBe("none");

  await page.goto(`${served.situations}hostile/`);
  expect(await printedBehind(page.locator("a[href*=ok]", { hasText: "https://ok.example/" }))).toBe("none");
});

test("a comment's head stays whole, and with its words", async ({ page, served }) => {
  await page.goto(`${served.situations}a-kept-picture/`);
  for (const header of await page.locator(".comment header").all()) {
    expect(await styleOf(header, "break-inside")).toBe("avoid");
    expect(await styleOf(header, "break-after")).toBe("avoid");
  }
});

/** Chromium writes the number of pages of a document as it is, in its root (ISO 32000-1 §7.7.3.2). */
async function countSheets(page: Page, format: string): Promise<number> {
  const document = (await page.pdf({ format })).toString("latin1");
  return Number(/\/Type \/Pages\s[^>]*?\/Count (\d+)/u.exec(document)?.[1]);
}

function styleOf(element: Locator, property: string): Promise<string> {
  return element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
}

function printedBehind(link: Locator): Promise<string> {
  return link.evaluate((node) => getComputedStyle(node, "::after").content);
}
