import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageSize } from "image-size";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/publish/list-files";
import { runBuild, type Site, sites, situations } from "../sites";
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

  it("differ where their words do: no two articles and comments share one by mistake", () => {
    const cards = [...new Set(addresses)].map((address) => read(address).toString("latin1"));
    expect(new Set(cards).size).toBeGreaterThan(cards.length * 0.9);
  });
});

it("an archive that wants no cards for comments has one for each article, which the comments' pages show", () => {
  const place = mkdtempSync(join(tmpdir(), "verbatim-"));
  const site: Site = { ...situations, content: join(place, "content"), out: join(place, "out") };
  cpSync(situations.content, site.content, { recursive: true });
  const settings = join(site.content, "archive.md");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8").replace("language:", "commentCards: off\nlanguage:"),
  );
  const { status, output } = runBuild({ ARCHIVE_CONTENT: site.content, ARCHIVE_OUT: site.out });
  expect(status, output).toBe(0);
  const cards = listFolder(site.out).files.filter((path) => path.endsWith(".png") && path.includes("card"));
  expect(cards).toContain("hostile/card.png");
  expect(cards.every((path) => /^[^/]+\/card\.png$/u.test(path))).toBe(true);
  const image = openPage(site, "hostile/c/1/")('meta[property="og:image"]').attr("content");
  expect(image).toBe(`${site.url}hostile/card.png`);
  rmSync(place, { recursive: true });
});
