import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findArticle } from "../../lib/archive/find";
import { parseFrontMatter } from "../../lib/archive/format/front-matter";
import { parseComment } from "../../lib/archive/format/schema";
import { readBytes } from "../../lib/archive/reading/disk";
import { openArchive } from "../../lib/archive/reading/read";
import { createDress } from "../../lib/print/page/create-dress";
import { printRoute } from "../../lib/print/page/print-page";
import { loadRoutes } from "../../lib/print/page/routes";

const [, walk = ""] =
  /^## The way of one comment\n(.*?)^## /msu.exec(readFileSync("README.md", "utf8")) ?? [];
const quoted = [...walk.matchAll(/`([^`]+)`/gu)].map(([, text = ""]) => text);
const files = quoted.filter((text) => /\.tsx?$/u.test(text));
const functions = quoted.filter((text) => /^\w+$/u.test(text));

it("names functions that the files beside them have", () => {
  expect(functions.length).toBeGreaterThan(10);
  const sources = files.map((path) => readFileSync(path, "utf8")).join("\n");
  const isDefined = (name: string) => new RegExp(String.raw`function\*? ${name}\b`, "u").test(sources);
  expect(functions.filter((name) => !isDefined(name))).toEqual([]);
});

it("leads from the file of a comment to its place on the page, below the one that it answers", async () => {
  const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
  const bytes = readBytes(`content/${slug}/comments/2.md`, 10_000);
  if ("found" in bytes) throw new Error(bytes.found);
  const file = parseFrontMatter(bytes);
  if (!file.ok) throw new Error("no front matter");
  const comment = parseComment("2", file.value);
  expect(comment).toMatchObject({ ok: true, value: { id: "2" } });

  const archive = openArchive();
  const node = findArticle(archive, slug)?.thread.byId.get("2");
  expect(node?.parent?.comment.id).toBe("1");

  const { article } = await loadRoutes(process.cwd());
  const dress = await createDress(process.cwd(), archive.settings);
  const words = file.value.body.trim().split(/\s+/u).slice(1, 4).join(" ");
  const pages = new Map<string, string>();
  for (const route of article.filter(({ kind }) => kind === "page"))
    for await (const { path, content } of printRoute(route, dress)) pages.set(path, String(content));
  const page = pages.get(`${slug}/index.html`) ?? "";
  expect(words.length).toBeGreaterThan(5);
  expect(page.indexOf('id="c-1"')).toBeGreaterThan(0);
  expect(page.indexOf('id="c-2"')).toBeGreaterThan(page.indexOf('id="c-1"'));
  expect(page.slice(page.indexOf('id="c-2"'))).toContain(words);
});
