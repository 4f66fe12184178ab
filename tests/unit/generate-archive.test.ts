import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readArchive } from "../../lib/archive/reading/read";
import { type GeneratedArchive, writeArchive } from "../generate/archive";

const folder = mkdtempSync(join(tmpdir(), "verbatim-generated-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hundred: GeneratedArchive = { seed: 1, articles: 100, comments: 10, settings: ["cards: none"] };

function generate(name: string, archive: GeneratedArchive): string {
  const content = join(folder, name);
  writeArchive(content, archive);
  return content;
}

function readFiles(content: string): Map<string, string> {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  return new Map(files.map((path) => [path, readFileSync(join(content, path), "utf8")]));
}

it("generates an archive without problems, of the size asked for, with what real ones have", () => {
  const read = readArchive(generate("hundred", hundred));
  if (!read.ok) throw new Error(read.problems.map(({ path, found }) => `${path}: ${found}`).join("\n"));
  const { articles } = read.archive;
  const comments = articles.flatMap(({ thread }) => thread.inSourceOrder.map(({ comment }) => comment));
  expect(articles).toHaveLength(100);
  expect(comments).toHaveLength(1000);
  const languages = articles.map(({ language }) => language);
  expect(languages).toEqual(expect.arrayContaining(["fr", "en", "de", "ar", "he", "ru"]));
  const states = new Set(comments.map(({ status }) => status));
  expect(states).toEqual(new Set(["present", "erased", "missing"]));
});

it("gives one article exactly the comments asked for", () => {
  const read = readArchive(generate("one", { ...hundred, articles: 1, comments: 300 }));
  expect(read.ok && read.archive.articles.map(({ thread }) => thread.byId.size)).toEqual([300]);
});

it("gives the same files for the same seed, and others for another", () => {
  const files = readFiles(generate("first", { ...hundred, articles: 6 }));
  expect(readFiles(generate("again", { ...hundred, articles: 6 }))).toEqual(files);
  expect(readFiles(generate("other", { ...hundred, articles: 6, seed: 2 }))).not.toEqual(files);
});
