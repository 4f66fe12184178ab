import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { longThread, sites } from "../sites";
import { listPages, openPage } from "./pages";

describe.each(sites)("the cards of $name", (site) => {
  const addresses = listPages(site).flatMap(
    (page) => openPage(site, page)('meta[property="og:image"]').attr("content") ?? [],
  );
  const read = (address: string) => readFileSync(join(site.out, address.slice(site.url.length)));

  it("are there wherever a page names one, PNG of 1200 × 630 pixels", () => {
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of new Set(addresses)) {
      expect(address.startsWith(site.url), address).toBe(true);
      expect(imageSize(read(address)), address).toMatchObject({ type: "png", width: 1200, height: 630 });
    }
  });

  it("weigh at most 24 KB each, with four bits and a palette", () => {
    for (const address of new Set(addresses)) {
      const card = read(address);
      expect(card.length, address).toBeLessThanOrEqual(24_000);
      expect([...card.subarray(24, 26)], address).toEqual([4, 3]);
    }
  });

  it("differ where their words do: no two articles and comments share one by mistake", () => {
    const cards = [...new Set(addresses)].map((address) => read(address).toString("latin1"));
    expect(new Set(cards).size).toBeGreaterThan(cards.length * 0.9);
  });
});

it("an archive that wants no cards for comments has one for each article, which the comments' pages show", () => {
  const cards = listFolder(longThread.out).files.filter((path) => path.endsWith("card.png"));
  expect(cards).toEqual(["long-thread/card.png"]);
  const image = openPage(longThread, "long-thread/c/1/")('meta[property="og:image"]').attr("content");
  expect(image).toBe(`${longThread.url}long-thread/card.png`);
});
