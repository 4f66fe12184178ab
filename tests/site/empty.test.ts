import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Site, situations } from "../sites";
import { openLinkedProject } from "./linked-project";
import { listPages } from "./pages";

it("an archive without a single article builds", () => {
  const project = openLinkedProject();
  const { folder } = project;
  const site: Site = { ...situations, content: join(folder, "content"), out: join(folder, "out") };
  mkdirSync(site.content);
  cpSync(join(situations.content, "archive.md"), join(site.content, "archive.md"));
  const { status, output } = project.run("build", []);
  expect(status, output).toBe(0);
  expect(listPages(site)).toEqual(["", "404.html", "authors/", "find/", "search/", "sources/", "years/"]);
  project.remove();
});
