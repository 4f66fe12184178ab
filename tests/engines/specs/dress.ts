import { describe, expect } from "vitest";
import type { EngineTest } from "../fixtures";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

/**
 * Runs in the page: by how many CSS pixels a monogram, and the focus on a link, reach out of a comment's header. Its box is
 * what is painted of it, for WebKit knows no margin around what it clips.
 */
function measureOverhangs(): readonly number[] {
  // An outline of 3 px, 2 px away from what has the focus.
  const ring = 5;
  return [...document.querySelectorAll(".comment > .own > header")].flatMap((header) => {
    const frame = header.getBoundingClientRect();
    const monogram = header.querySelector(".monogram")?.getBoundingClientRect();
    const links = [...header.querySelectorAll(":scope > a, :scope > p a")];
    const boxes = links.map((link) => link.getBoundingClientRect());
    const reaches = boxes.flatMap(({ top, bottom }) => [
      frame.top - top + ring,
      bottom + ring - frame.bottom,
    ]);
    return [(monogram?.bottom ?? 0) - frame.bottom, ...reaches];
  });
}

/** Runs in the page: how high the headers of comments are, in CSS pixels. */
function measureHeaders(): readonly number[] {
  const headers = [...document.querySelectorAll(".comment > .own > header")];
  return headers.map((header) => Math.round(header.getBoundingClientRect().height));
}

export function describeDress(test: EngineTest): void {
  describe("the dress", () => {
    test("cuts neither a monogram nor the focus on a link in a comment's header", async ({
      page,
      served,
    }) => {
      await page.open(`${served.first}${slug}/`);
      const overhangs = await page.ask(measureOverhangs);
      expect(overhangs.length).toBeGreaterThan(20);
      expect(Math.max(...overhangs)).toBeLessThanOrEqual(0);
    });

    test("takes no line of a comment's header for what the script adds", async ({ page, served }) => {
      await page.resize(390, 900);
      await page.open(`${served.long}long-thread/#c-1`);
      await expect.poll(() => page.count(".share")).toBe(400);
      const withTools = await page.ask(measureHeaders);
      await page.ask(() => {
        for (const tool of document.querySelectorAll(".share, .share + output")) tool.remove();
      });
      expect(withTools).toHaveLength(400);
      expect(await page.ask(measureHeaders)).toEqual(withTools);
    });

    test("shows the focus on a title's link around it", async ({ page, served }) => {
      await page.open(`${served.first}search/?q=bistrot`);
      await expect.poll(() => page.count(".results h2 a")).toBe(1);
      expect(await page.style(".results h2", "overflow-y")).toBe("clip");
      await page.focus(".results h2 a");
      expect(await page.style(".results h2", "overflow-y")).toBe("visible");
    });

    test("underlines the words that do something", async ({ page, served }) => {
      await page.open(`${served.first}${slug}/`);
      expect(await page.style(".display .word", "text-decoration-line")).toBe("underline");
    });

    test("gives the fields of a search one look", async ({ page, served }) => {
      await page.open(`${served.first}search/?kind=comment`);
      const heights = await page.ask(() =>
        ["[name=article]", "[name=source]", "[name=year]", "[name=kind]"].map((field) =>
          Math.round(document.querySelector(field)?.getBoundingClientRect().height ?? 0),
        ),
      );
      expect(await page.style("[name=source]", "appearance")).toBe("none");
      expect(Math.min(...heights)).toBeGreaterThan(24);
      expect(new Set(heights).size).toBe(1);
    });
  });
}
