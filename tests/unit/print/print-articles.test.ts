import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listFolder } from "../../../lib/archive/reading/list-files";
import { type PrintedArticles, printArticles } from "../../../lib/print/print-articles";
import { writeFiles } from "../folders";
import { makeProject, printProject } from "../made-project";
import { articleFile } from "../small-content";

const another = {
  "content/authors/c.md": "---\nname: C\n---\n",
  "content/other/article.md": articleFile("Another").replace("author: b", "author: c"),
  "content/other/comments/1.md": "---\nauthor: a\nposition: 1\n---\nother words\n",
};

/** Every file of all articles, by its path. */
function readFiles({ records, placeOf }: PrintedArticles): Map<string, string> {
  const files = records.flatMap((record) =>
    record.files.map((file) => [file.path, readFileSync(placeOf(record, file)).toString("base64")] as const),
  );
  return new Map(files);
}

/** Every file below a project's cache that holds these words. */
function findWords(project: string, words: string): string[] {
  const cache = join(project, ".next");
  return listFolder(cache).files.filter((path) => readFileSync(join(cache, path)).includes(words));
}

describe("the articles of an archive", () => {
  it.each<[string, Record<string, string>, number]>([
    ["nothing", {}, 0],
    ["a comment", { "content/art/comments/1.md": "---\nauthor: a\nposition: 1\n---\nnew words\n" }, 1],
    ["a new comment", { "content/art/comments/9.md": "---\nauthor: a\nposition: 9\n---\nx\n" }, 1],
    ["an article", { "content/art/article.md": articleFile("New") }, 1],
    ["an author", { "content/authors/c.md": "---\nname: D\n---\n" }, 1],
    ["a new article", { "content/third/article.md": articleFile("Third") }, 1],
    ["what was published of one", { "content/permalinks.txt": "/art/\n/art/c/gone/\n" }, 1],
    [
      "the settings",
      {
        "content/archive.md":
          "---\nname: B\nlanguage: en\nurl: https://example.org/archive/\nkeeper: k\ncontact: mailto:k@example.org\ncards: none\n---\n",
      },
      2,
    ],
    ["a package", { "node_modules/.package-lock.json": "{}" }, 2],
  ])(
    "after a change of %s are printed as far as they depend on it, and are as if printed anew",
    async (_, files, expected) => {
      const project = makeProject(another);
      expect((await printProject(project)).printed).toBe(2);
      writeFiles(project, files);
      const { articles, printed } = await printProject(project);
      expect(printed).toBe(expected);
      const kept = readFiles(articles);
      rmSync(join(project, ".next"), { recursive: true });
      expect(kept).toEqual(readFiles((await printProject(project)).articles));
    },
  );

  it("have their kept captures beside them where archive.md publishes them, also one that is kept later", async () => {
    const page = "<!DOCTYPE html><script>alert(1)</script>";
    const sha256 = createHash("sha256").update(page).digest("hex");
    const captures = `captures:\n  - file: page.html\n    sha256: ${sha256}\n`;
    const project = makeProject({
      "content/archive.md":
        "---\nname: A\nlanguage: en\nurl: https://example.org/archive/\ncaptures: published\n---\n",
      "content/art/article.md": articleFile("T").replace("source:", `${captures}source:`),
    });
    const name = `art/${sha256}.capture.txt`;
    expect(readFiles((await printProject(project)).articles).has(name)).toBe(false);
    writeFiles(project, { [`content/art/.captures/${sha256}.html`]: page });
    const { articles, printed } = await printProject(project);
    expect(printed).toBe(1);
    expect(readFiles(articles).get(name)).toBe(Buffer.from(page).toString("base64"));
    expect((await printProject(project)).printed).toBe(0);
  });

  it("are taken from the store when files were touched and say what they said", async () => {
    const project = makeProject();
    await printProject(project);
    utimesSync(join(project, "content/art/article.md"), 1, 1);
    expect((await printProject(project)).printed).toBe(0);
  });

  it("are in the order of the catalogue, however many come from the store", async () => {
    const project = makeProject(another);
    await printProject(project, (slug) => slug === "other");
    const { articles } = await printProject(project);
    const slugs = articles.catalogue.articles.map(({ slug }) => slug);
    expect(articles.records.map(({ slug }) => slug)).toEqual(slugs);
    expect(slugs).toEqual(["art", "other"]);
  });

  it("are not printed where one of them has a problem, and every problem is given", async () => {
    const faulty = "---\nautor: a\n---\nx\n";
    const project = makeProject({
      ...another,
      "content/art/comments/3.md": faulty,
      "content/other/comments/3.md": faulty,
    });
    const nothing = () => undefined;
    const content = join(project, "content");
    const order = { project, content, precompress: false, onRead: nothing, onPrint: nothing };
    const result = await printArticles(order);
    if (result.ok) expect.unreachable();
    else expect(new Set(result.problems.map(({ path }) => path.replace(`${content}/`, ""))).size).toBe(2);
    expect(existsSync(join(project, ".next"))).toBe(false);
  });
});

describe("an article whose folder is as it was", () => {
  afterEach(() => vi.useRealTimers());

  it("is not read again, and is as soon as something of it changes", async () => {
    const project = makeProject(another);
    const reads: number[] = [];
    const print = () => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
      const onRead = (_: number, all: number) => reads.push(all);
      const content = join(project, "content");
      return printArticles({ project, content, precompress: false, onRead, onPrint: () => undefined });
    };
    await print();
    reads.length = 0;
    await print();
    expect(reads).toEqual([]);
    writeFiles(project, { "content/art/comments/1.md": "---\nauthor: a\nposition: 1\n---\ny\n" });
    await print();
    expect(new Set(reads)).toEqual(new Set([1]));
  });
});

describe("what somebody did to the store", () => {
  /** The file of an article's page in the store: with a hard link, the very file that the site has. */
  async function printedPage() {
    const project = makeProject();
    const { articles } = await printProject(project);
    const [record] = articles.records;
    const file = record?.files.find(({ path }) => path === "art/index.html");
    if (!record || !file) throw new Error("nothing was printed");
    return { project, place: articles.placeOf(record, file), before: readFiles(articles) };
  }

  it.each<[string, (place: string) => void]>([
    ["a page that was edited", (place) => writeFileSync(place, "edited")],
    [
      "a page that was edited to the same length",
      (place) => writeFileSync(place, readFileSync(place, "utf8").replace("<h1", "<h2")),
    ],
    [
      "a page that was replaced by one of the same length and time",
      (place) => {
        const { size, atime, mtime } = statSync(place);
        writeFileSync(`${place}.new`, "x".repeat(size));
        utimesSync(`${place}.new`, atime, mtime);
        renameSync(`${place}.new`, place);
      },
    ],
    ["a page that is gone", (place) => rmSync(place)],
  ])("is mended by the next build: %s", async (_, harm) => {
    const { project, place, before } = await printedPage();
    harm(place);
    const { articles, printed } = await printProject(project);
    expect(printed).toBe(1);
    expect(readFiles(articles)).toEqual(before);
  });

  it("never harms: without its records, or without any of it, everything is printed", async () => {
    const { project, before } = await printedPage();
    const store = join(project, ".next/cache/print");
    for (const name of readdirSync(store)) rmSync(join(store, name, "art/record.json"));
    expect(readFiles((await printProject(project)).articles)).toEqual(before);
    rmSync(store, { recursive: true });
    expect(readFiles((await printProject(project)).articles)).toEqual(before);
  });
});

describe("what was taken out of the content", () => {
  const secret = "the safe is below the window";
  const planted = { "content/art/comments/1.md": `---\nauthor: a\nposition: 1\n---\n${secret}\n` };

  it("by hand, comment or whole article, is nowhere in the cache after the next build", async () => {
    const project = makeProject({ ...another, ...planted });
    await printProject(project);
    expect(findWords(project, secret).length).toBeGreaterThan(3);
    writeFiles(project, {
      "content/art/comments/1.md": "---\nauthor: a\nposition: 1\nstatus: erased\nreason: r\n---\n",
    });
    await printProject(project);
    expect(findWords(project, secret)).toEqual([]);
    expect(findWords(project, "other words").length).toBeGreaterThan(3);
    rmSync(join(project, "content/other"), { recursive: true });
    await printProject(project);
    expect(findWords(project, "other words")).toEqual([]);
  });
});
