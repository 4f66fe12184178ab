import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseFrontMatter } from "../../lib/archive/front-matter";
import { parseArticle, parseComment } from "../../lib/archive/schema";

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
