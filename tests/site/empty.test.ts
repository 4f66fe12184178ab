import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runBuild, type Site, situations } from "../sites";
import { listPages } from "./pages";

it.each([
  ["without an article", []],
  ["whose articles have no comments", ["without-comments"]],
])("an archive %s builds", (_, articles) => {
  const place = mkdtempSync(join(tmpdir(), "verbatim-"));
  const site: Site = { ...situations, content: join(place, "content"), out: join(place, "out") };
  mkdirSync(site.content);
  for (const name of ["archive.md", "authors", ...articles])
    cpSync(join(situations.content, name), join(site.content, name), { recursive: true });
  const { status, output } = runBuild({ ARCHIVE_CONTENT: site.content, ARCHIVE_OUT: site.out });
  expect(status, output).toBe(0);
  expect(listPages(site)).toEqual(["", "404.html", ...articles.map((slug) => `${slug}/`)]);
  rmSync(place, { recursive: true });
});
