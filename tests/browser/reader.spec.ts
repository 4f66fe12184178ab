import type { Page } from "@playwright/test";
import { findViolations } from "./axe";
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
        "_Ludo, nº 2, en réponse à jojozekil, d’après la mention, niveau 2, sans réponse",
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

    test("shows its keys in groups, and they wait meanwhile", async ({ page, served }) => {
      await page.goto(`${served.first}${slug}/`);
      await page.keyboard.press("?");
      const help = page.getByRole("dialog", { name: "Touches" });
      await expect(help).toBeInViewport();
      await expect(help.getByRole("rowheader")).toHaveText(["Se déplacer", "Agir"]);
      await expect(help.locator("kbd")).toHaveText([..."jkprstbfc?"]);
      await expect(help.getByRole("row", { name: "r Première réponse" })).toBeVisible();
      await press(page, "j");
      expect(await focused(page)).not.toBe("c-1");
      await page.keyboard.press("Escape");
      await expect(help).toBeHidden();
    });
  });
}

test("says of each comment who speaks, its number, whom it answers, its level and replies", async ({
  page,
  served,
}) => {
  await page.goto(`${served.first}${slug}/`);
  const names: (string | null)[] = [];
  for (let comment = 1; comment <= 10; comment++) {
    await press(page, "j");
    names.push(await page.evaluate(() => document.activeElement?.ariaLabel ?? null));
  }
  expect(names[0]?.replaceAll("\u00a0", " ")).toBe("jojozekil, nº 1, niveau 1, 1 réponse");
  expect(names.slice(2)).toHaveLength(8);
  for (const [index, name] of names.entries())
    if (index !== 1) expect(name).toMatch(/^\S+, nº\s\d+, niveau 1, (sans|1) réponse$/u);
});

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

test("keys can be turned off, on every page", async ({ page, served }) => {
  await page.goto(`${served.first}${slug}/`);
  await page.getByText("Affichage").click();
  await page.getByRole("radiogroup", { name: "Touches" }).getByLabel("inactives").check();
  await page.goto(`${served.first}${slug}/as-posted/`);
  await press(page, "j?");
  expect(await focused(page)).not.toBe("c-1");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByText("Affichage").click();
  await page.getByRole("radiogroup", { name: "Touches" }).getByLabel("actives", { exact: true }).check();
  await press(page, "j");
  expect(await focused(page)).toBe("c-1");
});

/** Where a comment says what became of a sharing. */
const answerOf = (page: Page, id: number) => page.locator(`#c-${id} > .own`).getByRole("status");

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("copies the link of a comment by key and says so there", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await press(page, "jjc");
    await expect(answerOf(page, 2)).toHaveText("Copié");
    expect(await copied(page)).toBe(`${served.first}${slug}/c/2/`);
  });

  test("copies the link of the comment whose control it is, wherever its reader was", async ({
    page,
    served,
  }) => {
    await page.goto(`${served.first}${slug}/#c-3`);
    await press(page, "jj");
    await page.locator("#c-3 .text").click();
    await page.getByRole("button", { name: "Copier le lien – Commentaire nº 7 de g-m1n1" }).click();
    await expect(answerOf(page, 7)).toHaveText("Copié");
    expect(await copied(page)).toBe(`${served.first}${slug}/c/7/`);
    await page.locator("#c-5").getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(answerOf(page, 5)).toHaveText("Copié");
    await expect(answerOf(page, 7)).toBeEmpty();
    expect(await copied(page)).toBe(`${served.first}${slug}/c/5/`);
  });

  test("copies the page's own link where no comment is meant", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await press(page, "c");
    await expect(page.locator("h1 + output")).toHaveText("Copié");
    expect(await copied(page)).toBe(`${served.first}${slug}/`);
  });

  test("offers selected words as a quotation beside them, with a link that finds them", async ({
    page,
    served,
  }) => {
    await page.goto(`${served.first}${slug}/`);
    const words = page.locator("#c-1 .text p").first();
    await words.click({ clickCount: 3 });
    const offer = page.getByRole("button", { name: "Citer" });
    await expect(offer).toBeInViewport();
    const [box, place] = [await offer.boundingBox(), await words.boundingBox()];
    expect(Math.abs((box?.y ?? 0) - (place?.y ?? 0) - (place?.height ?? 0))).toBeLessThan(30);
    await offer.click();
    await expect(page.locator(".quotation").getByRole("status")).toHaveText("Copié");
    expect(await copied(page)).toMatch(
      /^« Le titre est fallacieux\..* » jojozekil, http.*\/c\/1\/#:~:text=Le%20titre/u,
    );
    await page.locator("h1").click();
    await expect(offer).toBeHidden();
  });

  test("quotes the article's own words from its page", async ({ page, served }) => {
    await page.goto(`${served.first}${slug}/`);
    await page.locator("#article .e-content p").first().click({ clickCount: 3 });
    await press(page, "c");
    await expect(page.locator(".quotation").getByRole("status")).toHaveText("Copié");
    expect(await copied(page)).toContain(`, ${served.first}${slug}/#:~:text=`);
  });

  for (const text of [
    "归档保存了一篇文章和它下面的全部评论".repeat(9),
    `https://a.example/${"deep-er/".repeat(30)}`,
  ]) {
    test(`the link of a quotation finds words without spaces: ${text.slice(0, 12)}`, async ({
      page,
      served,
    }) => {
      await page.setViewportSize({ width: 390, height: 200 });
      await page.route(`${served.first}${slug}/c/3/`, async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const body = html.replace(/(<div class="text e-content"><p>).*?<\/p>/su, `$1${text}</p>`);
        await route.fulfill({ response, body });
      });
      await page.goto(`${served.first}${slug}/c/3/`);
      await page.locator(".text p").first().click({ clickCount: 3 });
      await press(page, "c");
      await expect(page.locator(".quotation").getByRole("status")).toHaveText("Copié");
      const url = (await copied(page)).split(" ").at(-1) ?? "";
      expect(url).toMatch(/\/c\/3\/#:~:text=[^-,&]{60,}$/u);
      await page.goto("about:blank");
      await page.goto(url);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    });
  }
});

test("without a clipboard the link is shown where it was asked for", async ({ page, served }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(`${served.first}${slug}/`);
  await press(page, "jc");
  const answer = answerOf(page, 1);
  await expect(answer).toHaveText(`${served.first}${slug}/c/1/`);
  await answer.click({ clickCount: 3 });
  expect(await page.evaluate(() => `${getSelection()}`.trim())).toBe(`${served.first}${slug}/c/1/`);
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

  /** The system's sharing, which ends as asked and remembers what it was given. */
  function shareWith(page: Page, end: "shared" | "AbortError" | "NotAllowedError") {
    return page.addInitScript((name) => {
      Object.defineProperty(navigator, "share", {
        value: async (data: unknown) => {
          Object.assign(window, { given: data });
          if (name !== "shared") throw new DOMException("", name);
        },
      });
    }, end);
  }
  const share = (page: Page) =>
    page.getByRole("button", { name: "Partager – Commentaire nº 6 de Thoach" }).tap();
  const given = (page: Page) => page.evaluate(() => Reflect.get(window, "given"));

  test("opens the system's sharing with a title and an address", async ({ page, served }) => {
    await shareWith(page, "shared");
    await page.goto(`${served.first}${slug}/`);
    await share(page);
    await expect(answerOf(page, 6)).toHaveText("Partagé");
    expect(await given(page)).toEqual({
      title: "Commentaire nº\u00a06 de Thoach",
      url: `${served.first}${slug}/c/6/`,
    });
  });

  test("says nothing of a sharing that was cancelled", async ({ page, served }) => {
    await shareWith(page, "AbortError");
    await page.goto(`${served.first}${slug}/`);
    await share(page);
    await expect.poll(() => given(page)).toBeTruthy();
    await expect(answerOf(page, 6)).toBeEmpty();
  });

  test("shows the address where sharing fails", async ({ page, served }) => {
    await shareWith(page, "NotAllowedError");
    await page.goto(`${served.first}${slug}/`);
    await share(page);
    await expect(answerOf(page, 6)).toHaveText(`${served.first}${slug}/c/6/`);
  });
});

// 320 × 256 is a window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10).
for (const viewport of [
  { width: 320, height: 256 },
  { width: 390, height: 800 },
  { width: 1280, height: 800 },
]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`the tools at ${viewport.width} px in ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, bypassCSP: true });

      test("cut nothing off, lie over no words and break no rule", async ({ page, served }) => {
        const isWhole = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        await page.goto(`${served.first}${slug}/`);
        await page.getByText("Affichage").click();
        const panel = page.locator(".display");
        for (const choice of ["Sombre", "160 %"]) await expect(panel.getByText(choice)).toBeInViewport();
        const [bottom, title] = [await panel.boundingBox(), await page.locator("h1").boundingBox()];
        expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThanOrEqual(title?.y ?? 0);
        expect(await findViolations(page)).toEqual([]);
        expect(await isWhole()).toBe(true);
        await panel.getByRole("button").click();
        await expect(page.getByRole("dialog")).toBeInViewport();
        expect(await findViolations(page)).toEqual([]);
        expect(await isWhole()).toBe(true);
        await page.keyboard.press("Escape");
        await page.locator("#c-4 .text p").last().click({ clickCount: 3 });
        await expect(page.getByRole("button", { name: "Citer" })).toBeInViewport();
        expect(await findViolations(page)).toEqual([]);
        expect(await isWhole()).toBe(true);
      });
    });
  }
}

/** What the body looks like now. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const { backgroundColor, fontSize } = getComputedStyle(document.body);
    return { backgroundColor, fontSize };
  });

async function chooseDarkAndLarge(page: Page, address: string) {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address);
  await page.getByText("Affichage").click();
  const panel = page.locator(".display");
  await panel.getByRole("radiogroup", { name: "Lumière" }).getByLabel("Sombre").check();
  await panel.getByRole("radiogroup", { name: "Taille du texte" }).getByLabel("130 %").check();
  return looks(page);
}

/** Lets the reader's script wait for ever. */
const holdScript = (page: Page) => page.route("**/_assets/reader.*", () => {});
const isPainted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);

test("a page is painted while its script is held back", async ({ page, served }) => {
  await holdScript(page);
  await page.goto(`${served.first}${slug}/`, { waitUntil: "commit" });
  await isPainted(page);
  await expect(page.locator("h1")).toBeVisible();
});

test("who chose dark sees no light frame, though the script is held back", async ({ page, served }) => {
  const plain = await page.goto(`${served.first}${slug}/`).then(() => looks(page));
  const chosen = await chooseDarkAndLarge(page, `${served.first}${slug}/`);
  expect(chosen.backgroundColor).not.toBe(plain.backgroundColor);
  expect(chosen.fontSize).not.toBe(plain.fontSize);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
      if (seen.length < 5) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await holdScript(page);
  for (const path of [`${slug}/c/2/`, "", `${slug}/`]) {
    await page.goto(served.first + path, { waitUntil: "commit" });
    await isPainted(page);
    await expect.poll(() => page.evaluate(() => Reflect.get(window, "seen").length)).toBe(5);
    const seen: string[] = await page.evaluate(() => Reflect.get(window, "seen"));
    expect(new Set(seen)).toEqual(new Set([chosen.backgroundColor]));
    expect(await looks(page)).toEqual(chosen);
  }
});

test("light and size are remembered, and can be given back to the browser", async ({ page, served }) => {
  const plain = await page.goto(`${served.first}${slug}/`).then(() => looks(page));
  await chooseDarkAndLarge(page, `${served.first}${slug}/`);
  await page.goto(`${served.first}${slug}/c/2/`);
  await page.getByText("Affichage").click();
  const panel = page.locator(".display");
  await expect(panel.getByLabel("Sombre")).toBeChecked();
  await expect(panel.getByLabel("130 %")).toBeChecked();
  await panel.getByLabel("Automatique").check();
  await panel.getByLabel("100 %").check();
  expect(await looks(page)).toEqual(plain);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".display, .share").first()).toBeHidden();
});

test("paper takes neither the light nor the size that was chosen for the screen", async ({
  page,
  served,
}) => {
  const root = () =>
    page.evaluate(() => {
      const { colorScheme, fontSize } = getComputedStyle(document.documentElement);
      return { colorScheme, fontSize };
    });
  await page.emulateMedia({ media: "print" });
  await page.goto(`${served.first}${slug}/`);
  const plain = await root();
  await page.emulateMedia({ media: "screen" });
  await chooseDarkAndLarge(page, `${served.first}${slug}/`);
  await page.emulateMedia({ media: "print" });
  expect(await root()).toEqual(plain);
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
  await guarded.getByText("Affichage").click();
  await guarded.getByLabel("Sombre").check();
  expect(await guarded.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await press(guarded, "j");
  expect(await focused(guarded)).toBe("c-1");
  expect(complaints).toEqual([]);
  await guarded.close();
});
