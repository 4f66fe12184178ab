import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runBuild, type Site, situations } from "../sites";
import { listPages } from "./pages";

it("an archive without a single article builds", () => {
  const place = mkdtempSync(join(tmpdir(), "verbatim-"));
  const site: Site = { ...situations, content: join(place, "content"), out: join(place, "out") };
  mkdirSync(site.content);
  cpSync(join(situations.content, "archive.md"), join(site.content, "archive.md"));
  const { status, output } = runBuild({ ARCHIVE_CONTENT: site.content, ARCHIVE_OUT: site.out });
  expect(status, output).toBe(0);
  expect(listPages(site)).toEqual(["", "404.html", "authors/", "find/", "search/", "sources/", "years/"]);
  rmSync(place, { recursive: true });
});
