import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { readArchive } from "../../../../lib/archive/reading/read";
import { makeFolder } from "../../folders";
import { articleFile, smallContent } from "../../small-content";

const picture = readFileSync(new URL("../../../fixtures/situations/a-kept-picture/map.png", import.meta.url));

/** Calls the command in the folder of a project; what it says. */
function erase(folder: string, ...words: readonly string[]): string {
  const command = fileURLToPath(new URL("../../../../lib/commands/erase.ts", import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const call = ["--import", loader, command, ...words, "--reason", "At her request."];
  const env = { ...process.env, ARCHIVE_CONTENT: "content" };
  const { stdout, stderr } = spawnSync(process.execPath, call, { cwd: folder, env, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout;
}

it("erasing a comment removes the pictures that it alone showed, and says what else names the others", () => {
  const folder = makeFolder(smallContent(2));
  for (const name of ["me.png", "map.png", "unseen.png"])
    writeFileSync(join(folder, "content/art", name), picture);
  const write = (id: string, body: string) => {
    const path = join(folder, `content/art/comments/${id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\nauthor: a\nposition: ${id}\n---\n${body}\n`);
  };
  write("1", "![Me](me.png) and ![a map](map.png)");
  write("2", "![The same map](map.png)");

  const stdout = erase(folder, "art", "1");
  const left = ["me.png", "map.png", "unseen.png"].filter((name) =>
    existsSync(join(folder, "content/art", name)),
  );
  expect(left).toEqual(["map.png", "unseen.png"]);
  expect(stdout).toContain("removed content/art/me.png");
  expect(stdout).toMatch(/^content\/art\/map\.png: .*decide/mu);
  expect(readArchive(join(folder, "content")).ok).toBe(true);
});

it("erasing a name takes the captures of every article back from which it goes, and of no other", () => {
  const page = "<p>a said x";
  const sha256 = createHash("sha256").update(page).digest("hex");
  const captures = `captures:\n  - file: page.html\n    sha256: ${sha256}\n`;
  const article = articleFile("T").replace("source:", `${captures}source:`);
  const folder = makeFolder({
    ...smallContent(2),
    "content/archive.md": "---\nname: A\nlanguage: en\ncaptures: published\n---\n",
    ...Object.fromEntries(
      ["art", "also", "other"].flatMap((slug) => [
        [`content/${slug}/article.md`, article],
        [`content/${slug}/.captures/${sha256}.html`, page],
      ]),
    ),
    "content/also/comments/1.md": "---\nauthor: a\nposition: 1\n---\nHello.\n",
    "content/other/comments/1.md": "---\nauthor: c\nposition: 1\n---\nHello.\n",
  });
  const published = () => {
    const read = readArchive(join(folder, "content"));
    const articles = read.ok ? read.archive.articles : [];
    return articles.filter(({ captures }) => captures?.[0]?.publishedAs).map(({ slug }) => slug);
  };
  expect(published().toSorted()).toEqual(["also", "art", "other"]);
  const stdout = erase(folder, "art", "1", "--author");
  expect(published()).toEqual(["other"]);
  expect(stdout).toMatch(/^content\/also\/\.captures: 1 captures still hold what was erased/mu);
});
