import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFrontMatter } from "../../lib/archive/format/front-matter";
import { parseArticle, parseComment } from "../../lib/archive/format/schema";
import { readArchive } from "../../lib/archive/reading/read";

const project = new URL("../../", import.meta.url);
const reference = readFileSync(new URL("lib/archive/format/README.md", project), "utf8");

it.each(["README.md", "lib/archive/format/README.md"])(
  "%s shows an article and a comment that the archive would take",
  (path) => {
    const text = readFileSync(new URL(path, project), "utf8");
    const examples = [...text.matchAll(/^```text\n(---\n.*?)^```$/gmsu)].map(([, example = ""]) => {
      const parsed = parseFrontMatter(Buffer.from(example));
      if (!parsed.ok) throw new Error(parsed.problems.map(({ found }) => found).join("\n"));
      return parsed.value;
    });
    const [article, comment] = examples;
    expect(article && parseArticle(article, new Set(["ada-example"]))).toMatchObject({ ok: true });
    expect(comment && parseComment("2", comment)).toMatchObject({ ok: true });
  },
);

it("says what to delete and to set for an archive of one's own", () => {
  const content = join(mkdtempSync(join(tmpdir(), "verbatim-")), "content");
  cpSync(new URL("content", project), content, { recursive: true });
  const [, deleted = "", set = ""] =
    /^## Start your own archive\n+In a copy[^,]*, delete (.*?)\. In\s+(.*?)\. Then/msu.exec(reference) ?? [];
  for (const path of listQuoted(deleted)) rmSync(join(content, "..", path), { recursive: true });
  expect(readdirSync(content, { recursive: true }).sort()).toEqual(["archive.md", "authors"]);

  expect(listQuoted(set)).toEqual(["content/archive.md", ...Object.keys(own)]);
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
  expect(reference).toContain("A comment needs `author`, `position` and a text; all else may be absent.");
  expect(take("author: a\nposition: 1", "text")).toBe(true);
  expect(take("position: 1", "text")).toBe(false);
  expect(take("author: a", "text")).toBe(false);
  expect(take("author: a\nposition: 1")).toBe(false);
  expect(reference).toMatch(/`status: missing`\s+and no text, and needs no other key/u);
  expect(take("status: missing")).toBe(true);
  expect(take("status: missing", "text")).toBe(false);
  expect(reference).toMatch(/`status: erased`, a\s+`reason`, `author` and `position`, and no text/u);
  expect(take("status: erased\nreason: r\nauthor: a\nposition: 1")).toBe(true);
  for (const key of ["reason: r", "author: a", "position: 1"]) {
    const head = "status: erased\nreason: r\nauthor: a\nposition: 1".replace(`${key}`, "");
    expect(take(head.replace("\n\n", "\n").trim())).toBe(false);
  }
});
