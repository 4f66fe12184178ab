import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFrontMatter } from "../../lib/archive/format/front-matter";
import { parseArticle, parseComment } from "../../lib/archive/format/schema";
import { readArchive } from "../../lib/archive/reading/read";

const project = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", project), "utf8");
const { scripts } = JSON.parse(readFileSync(new URL("package.json", project), "utf8"));

it("names only commands that there are", () => {
  const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/gu)].map(([, name = ""]) => name);
  const unknown = named.filter((name) => name !== "ci" && !Object.hasOwn(scripts, name));
  expect(named).toEqual(
    expect.arrayContaining(["start", "test", "build", "verify", "erase", "check", "dev"]),
  );
  expect(unknown).toEqual([]);
});

it("names only paths that there are", () => {
  const paths = [
    ...readme.matchAll(/[`(]((?:app|components|content|lib|public|tests)\/[^\s`)<>{}]*)[`)]/gu),
  ].map(([, path = ""]) => path);
  // `x` stands for any article in "the way of one comment"; the lists of erasures begin with the first one.
  const examples = ["content/x/comments/2.md", "content/erased.txt"];
  const missing = paths.filter((path) => !examples.includes(path) && !existsSync(new URL(path, project)));
  expect(paths.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

it("shows an article and a comment that the archive would take", () => {
  const examples = [...readme.matchAll(/^```text\n(---\n.*?)^```$/gmsu)].map(([, example = ""]) => {
    const parsed = parseFrontMatter(Buffer.from(example));
    if (!parsed.ok) throw new Error(parsed.problems.map(({ found }) => found).join("\n"));
    return parsed.value;
  });
  const [article, comment] = examples;
  expect(article && parseArticle(article, new Set(["ada-example"]))).toMatchObject({ ok: true });
  expect(comment && parseComment("2", comment)).toMatchObject({ ok: true });
});

it("says what to delete and to set for an archive of one's own", () => {
  const content = join(mkdtempSync(join(tmpdir(), "verbatim-")), "content");
  cpSync(new URL("content", project), content, { recursive: true });
  const [, deleted = "", set = ""] =
    /^## Start your own archive\n+In a copy[^,]*, delete (.*?)\. In\s+(.*?)\. Then/msu.exec(readme) ?? [];
  for (const path of listQuoted(deleted)) rmSync(join(content, "..", path), { recursive: true });
  expect(readdirSync(content, { recursive: true }).sort()).toEqual(["archive.md", "authors"]);

  const keys = [...readme.matchAll(/^\| (`.*?) +\| /gmu)].flatMap(([, cell = ""]) => listQuoted(cell));
  const needed = keys.filter((key) => Object.hasOwn(own, key));
  expect(needed).toEqual(Object.keys(own).filter((key) => key !== "tag"));
  expect(listQuoted(set)).toEqual(["content/archive.md", "?", "tag"]);
  const lines = Object.entries(own).map(([key, value]) => `${key}: ${value}\n`);
  writeFileSync(join(content, "archive.md"), `---\n${lines.join("")}---\n`);
  const result = readArchive(content);
  rmSync(join(content, ".."), { recursive: true });
  expect(result).toMatchObject({ ok: true });
});

const own = {
  name: "Mine",
  language: "en",
  keeper: "me",
  url: "https://mine.example/",
  contact: "mailto:me@mine.example",
  tag: '"mine.example,2026"',
};

function listQuoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, quoted = ""]) => quoted);
}

it("says which keys a comment needs", () => {
  const take = (head: string, body = "") => {
    const parsed = parseFrontMatter(Buffer.from(`---\n${head}\n---\n${body}`));
    return parsed.ok && parseComment("1", parsed.value).ok;
  };
  expect(readme).toContain("A comment needs `author`, `position` and a text; all else may be absent.");
  expect(take("author: a\nposition: 1", "text")).toBe(true);
  expect(take("position: 1", "text")).toBe(false);
  expect(take("author: a", "text")).toBe(false);
  expect(take("author: a\nposition: 1")).toBe(false);
  expect(readme).toMatch(/`status: missing`\s+and no text, and needs no other key/u);
  expect(take("status: missing")).toBe(true);
  expect(take("status: missing", "text")).toBe(false);
  expect(readme).toMatch(/`status: erased`, a\s+`reason`, `author` and `position`, and no text/u);
  expect(take("status: erased\nreason: r\nauthor: a\nposition: 1")).toBe(true);
  for (const key of ["reason: r", "author: a", "position: 1"]) {
    const head = "status: erased\nreason: r\nauthor: a\nposition: 1".replace(`${key}`, "");
    expect(take(head.replace("\n\n", "\n").trim())).toBe(false);
  }
});
