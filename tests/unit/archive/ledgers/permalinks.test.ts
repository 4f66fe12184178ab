import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordPermalinks } from "../../../../lib/archive/ledgers/record-permalinks";
import { formatProblem, readArchive } from "../../../../lib/archive/reading/read";
import { situations } from "../../../sites";

describe("permalinks.txt", () => {
  let content = "";

  beforeEach(() => {
    content = join(mkdtempSync(join(tmpdir(), "verbatim-")), "content");
    cpSync(situations.content, content, { recursive: true });
  });
  afterEach(() => rmSync(join(content, ".."), { recursive: true }));

  const read = () => {
    const result = readArchive(content);
    if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
    return result.archive;
  };
  const problems = () => {
    const result = readArchive(content);
    return result.ok
      ? []
      : result.problems.map((problem) => formatProblem(problem).replace(`${content}/`, ""));
  };
  const ledger = (text: string) => writeFileSync(join(content, "permalinks.txt"), text);

  it("gets every address once and keeps what it has, whatever its last line ends with", () => {
    ledger("# kept\n/without-comments/");
    expect(recordPermalinks(content, read().articles).added).toBe(114);
    expect(recordPermalinks(content, read().articles).added).toBe(0);
    expect(read().vanished.size).toBe(0);
  });

  it.each([undefined, "", "# kept\n/without-comments/", "/un-fil-troue/\n"])(
    "is what it was, %j, when what was recorded is taken back",
    (text) => {
      if (text !== undefined) ledger(text);
      recordPermalinks(content, read().articles).takeBack();
      expect(existsSync(join(content, "permalinks.txt"))).toBe(text !== undefined);
      if (text !== undefined) expect(readFileSync(join(content, "permalinks.txt"), "utf8")).toBe(text);
    },
  );

  it("keeps what somebody else has written since", () => {
    const { takeBack } = recordPermalinks(content, read().articles);
    appendFileSync(join(content, "permalinks.txt"), "# mine\n");
    takeBack();
    expect(readFileSync(join(content, "permalinks.txt"), "utf8")).toMatch(/^\/.*\n# mine\n$/su);
  });

  it("keeps the address of a comment whose file is gone", () => {
    ledger("/un-fil-troue/c/5/\n/un-fil-troue/c/6/\n");
    expect(read().vanished).toEqual(new Map([["un-fil-troue", new Set(["5"])]]));
  });

  it("does not let an article go: one line for it, not one for each comment", () => {
    ledger("/old/\n/old/c/1/\n/old/c/2/\n");
    expect(problems()).toEqual([
      'permalinks.txt: line 1: found /old/, at which nothing answers, expected the folder old, or "formerSlugs: [old]" in the article.md of the article that it became',
    ]);
  });

  it("holds former slugs in the order in which they were published: identifiers begin with the first", () => {
    const file = join(content, "without-comments/article.md");
    const text = readFileSync(file, "utf8");
    const rename = (slugs: string) =>
      writeFileSync(file, text.replace("language:", `formerSlugs: [${slugs}]\nlanguage:`));
    ledger("/first/\n/second/\n/without-comments/\n");
    rename("second, first, never-recorded");
    expect(problems()).toEqual([
      "without-comments/article.md: formerSlugs: found [second, first], expected the oldest first, [first, second]",
    ]);
    rename("first, never-recorded, second");
    expect(problems()).toEqual([]);
  });

  it("finds a renamed article under its former slug", () => {
    ledger("/old/\n/old/c/4/\n/old/c/9/\n");
    const file = join(content, "un-fil-troue/article.md");
    const article = {
      title: "t",
      language: "fr",
      author: "jean-modele",
      published: "2015-08-01T07:05:00+02:00",
    };
    const lines = Object.entries(article).map(([key, value]) => `${key}: ${value}`);
    const rest =
      "timeZone: Europe/Paris\nsource:\n  name: n\n  url: https://a.example/\nformerSlugs: [old]\n";
    writeFileSync(file, `---\n${lines.join("\n")}\n${rest}---\ntext\n`);
    expect(read().vanished).toEqual(new Map([["old", new Set(["9"])]]));
  });

  it("calls no article lost while one is at fault, but says what else is wrong with the list", () => {
    ledger("/without-comments/\nnonsense\n");
    writeFileSync(join(content, "without-comments/article.md"), "---\ntitle: t\n---\n");
    expect(problems().filter((line) => line.startsWith("permalinks"))).toEqual([
      'permalinks.txt: line 2: found "nonsense", expected an address such as /article/c/1/',
    ]);
  });

  it("refuses a former slug that another article has", () => {
    writeFileSync(
      join(content, "without-comments/article.md"),
      "---\ntitle: t\nlanguage: en\nauthor: ada-example\npublished: 2021-12-31T12:00:00-05:00\ntimeZone: America/New_York\nsource: {name: n, url: https://a.example/}\nformerSlugs: [un-fil-troue]\n---\ntext\n",
    );
    expect(problems()).toEqual([
      'without-comments/article.md: formerSlugs: found "un-fil-troue", expected a slug that is not that of un-fil-troue',
    ]);
  });

  it("refuses a line that is no address", () => {
    ledger("/a b/\n\nhttps://example.org/\n");
    expect(problems().map((line) => line.slice(0, 40))).toEqual([
      'permalinks.txt: line 1: found "/a b/", e',
      'permalinks.txt: line 3: found "https://e',
    ]);
  });
});

describe("erased.txt", () => {
  let content = "";

  beforeEach(() => {
    content = join(mkdtempSync(join(tmpdir(), "verbatim-")), "content");
    cpSync(situations.content, content, { recursive: true });
  });
  afterEach(() => rmSync(join(content, ".."), { recursive: true }));

  const listErased = (...lines: readonly string[]) =>
    writeFileSync(join(content, "erased.txt"), `${lines.join("\n")}\n`);
  const faults = () => {
    const result = readArchive(content);
    return result.ok
      ? []
      : result.problems.map(({ path, field }) => `${path.replace(`${content}/`, "")} ${field}`);
  };
  const rename = (from: string, to: string, formerSlugs: string) => {
    renameSync(join(content, from), join(content, to));
    const file = join(content, to, "article.md");
    const text = readFileSync(file, "utf8").replace(/^formerSlugs: .*\n/mu, "");
    writeFileSync(file, text.replace("language:", `formerSlugs: [${formerSlugs}]\nlanguage:`));
  };

  it("does not let an erased comment come back, under its address or under another", () => {
    listErased("a-kept-picture/gone\t0088\t", "a-kept-picture/third\t\t", "un-fil-troue/4\t\t");
    expect(faults()).toEqual([
      "a-kept-picture/comments/first.md source.id",
      "a-kept-picture/comments/third.md status",
    ]);
  });

  it("holds across every name that an article had, by address and by id at the source", () => {
    listErased("a-kept-picture/third\t\t", "a-kept-picture/gone\t0088\t");
    rename("a-kept-picture", "second-name", "a-kept-picture");
    const revived = ["comments/first.md source.id", "comments/third.md status"];
    expect(faults()).toEqual(revived.map((fault) => `second-name/${fault}`));
    rename("second-name", "third-name", "a-kept-picture, second-name");
    expect(faults()).toEqual(revived.map((fault) => `third-name/${fault}`));
  });

  it("holds for an article that has its first name again", () => {
    listErased("second-name/third\t\t");
    rename("a-kept-picture", "a-kept-picture", "second-name");
    expect(faults()).toEqual(["a-kept-picture/comments/third.md status"]);
  });

  it("says nothing of another article's comment that has the same id", () => {
    listErased("un-fil-troue/third\t0088\t");
    expect(faults()).toEqual([]);
  });
});
