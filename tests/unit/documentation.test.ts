import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { minVersion, subset } from "semver";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  articleShapes,
  authorShape,
  commentShapes,
  replyBasis,
  settingsShape,
} from "../../lib/archive/format/shapes";
import { documents, projectFiles } from "../documents";
import { planSuites } from "../suites";

const all = documents.map(({ text }) => text.replaceAll(/\s+/gu, " ")).join(" ");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

/** What stands between backticks in a line or two, in order. */
function listQuoted(text: string): readonly string[] {
  const prose = text.replaceAll(/^```.*?^```$/gmsu, "");
  return [...prose.matchAll(/`([^`]+)`/gu)].map(([, quoted = ""]) => quoted.replaceAll(/\s+/gu, " "));
}

/** A path as a pattern: `<article>` stands for any name. */
function matcherOf(path: string): RegExp {
  const parts = path.replace(/\/$/u, "").split(/<[^>]+>/u);
  const literal = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(`^${literal.join("[^/]+")}$`, "u");
}

/** What begins with the first erasure, and with an import. */
const MADE: ReadonlySet<string> = new Set(["content/erased.txt", "content/.importing", "out/"]);

/** A file or a folder of code as a README names it that lies above or beside it. */
const SHORT_NAME = /^(?:(?:[a-z-]+\/)*[a-z][a-z.-]*\.(?:tsx?|css)|(?:[a-z-]{2,}\/)+)$/u;

describe.each(documents)("$path", ({ path: document, text }) => {
  const here = document.replace(/\/?README\.md$/u, "");

  it("names only paths that there are", () => {
    const named = listQuoted(text).filter(
      (quoted) => /^(?:app|components|content|lib|public|tests)\/\S*$/u.test(quoted) && !MADE.has(quoted),
    );
    const missing = named.filter((path) => !projectFiles.some((file) => matcherOf(path).test(file)));
    expect(missing).toEqual([]);
  });

  it("names only files and rooms that lie below it, or beside what the same paragraph names", () => {
    for (const paragraph of text.split(/\n{2,}/u)) {
      const quoted = listQuoted(paragraph);
      const beside = quoted.filter((path) => existsSync(path)).map((path) => dirname(path));
      const short = quoted.filter(
        (name) => SHORT_NAME.test(name) && !MADE.has(name) && name !== "route.dev.ts" && !existsSync(name),
      );
      const isThere = (name: string) =>
        projectFiles.some(
          (path) => path.startsWith(here) && `/${path}`.endsWith(`/${name.replace(/\/$/u, "")}`),
        ) || beside.some((folder) => existsSync(join(folder, name)));
      expect(short.filter((name) => !isThere(name))).toEqual([]);
    }
  });

  it("names only commands that there are", () => {
    const commands = [...text.matchAll(/npm run ([a-z]+)|npm (start|test)/gu)].map(
      ([, run, own]) => run ?? own,
    );
    expect(commands.filter((name) => !Object.hasOwn(manifest.scripts, name ?? ""))).toEqual([]);
  });

  it("names only settings that the code reads", () => {
    const settings = new Set([...text.matchAll(/\b(?:ARCHIVE_[A-Z]+|PORT)\b/gu)].map(([name]) => name));
    const sources = projectFiles
      .filter((path) => /^lib\/.*\.ts$/u.test(path))
      .map((path) => readFileSync(path, "utf8"));
    for (const name of settings)
      expect(
        sources.some((source) => source.includes(name)),
        name,
      ).toBe(true);
  });

  it("links only files that there are", () => {
    const linked = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#]+)/gu)].map(([, path = ""]) => join(here, path));
    // Two links of examples in the format's reference lead to files of nobody.
    const examples = ["map.png", "report.pdf"].map((name) => join("lib/archive/format", name));
    expect(linked.filter((path) => !existsSync(path) && !examples.includes(path))).toEqual([]);
  });

  it("leads only to headings that there are", () => {
    const linked = [...text.matchAll(/\]\((?![a-z]+:)([^)#]*)#([^)]+)\)/gu)];
    for (const [, path = "", fragment = ""] of linked) {
      const target = path === "" ? document : join(here, path);
      const headings = listHeadings(readFileSync(target, "utf8"));
      expect(headings, `${target}#${fragment}`).toContain(fragment);
    }
  });
});

/** The fragments that lead to headings, as GitHub makes them. */
function listHeadings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("the README for a newcomer", () => {
  const readme = readFileSync("README.md", "utf8");

  it("is read in one go", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
  });

  it("leads to the README of every room, by way of another at most", () => {
    const near = listLinked("README.md");
    const reached = new Set([...near, ...near.flatMap(listLinked), "README.md"]);
    expect(documents.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });

  function listLinked(path: string): string[] {
    const { text = "" } = documents.find((document) => document.path === path) ?? {};
    return [...text.matchAll(/\]\((?![a-z]+:)([^)#]+\.md)/gu)].map(([, to = ""]) => join(dirname(path), to));
  }
});

describe("Node", () => {
  it("is as new as every package of the lock file needs it, and no newer", () => {
    const { node } = manifest.engines;
    expect(lock.packages[""].engines.node).toBe(node);
    const ranges = listEngines().filter((range) => !subset(node, range));
    expect(ranges).toEqual([]);
    for (const range of node.split(" || ")) {
      const oldest = minVersion(range);
      const older = `~${oldest?.major}.${(oldest?.minor ?? 0) - 1}.0`;
      const isNeeded = oldest?.minor === 0 || listEngines().some((needed) => !subset(older, needed));
      expect(isNeeded, `${older} would do as well as ${range}`).toBe(true);
    }
  });

  it("is named in the README as in package.json", () => {
    const [, named = ""] = /Node ([0-9., or]+), or newer within one of them/u.exec(all) ?? [];
    const versions = manifest.engines.node
      .split(" || ")
      .map((range: string) => range.replaceAll(/^\^|(?:\.0)+$/gu, ""));
    expect(named.split(/, | or /u)).toEqual(versions);
  });

  /** What npm refuses an engine for; of a package for another system it says nothing. */
  function listEngines(): string[] {
    const packages: { optional?: boolean; engines?: { node?: string } }[] = Object.values(lock.packages);
    return packages
      .slice(1)
      .flatMap(({ optional, engines }) => (optional || !engines?.node ? [] : [engines.node]));
  }
});

describe("dependencies", () => {
  const versions: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };

  it("have a reason each in one room, and no reason is left of one that went", () => {
    const sections = documents.flatMap(({ text }) =>
      text.split(/^## /mu).filter((part) => part.startsWith("Dependencies\n")),
    );
    const packages = sections
      .flatMap(listQuoted)
      .filter((quoted) => Object.hasOwn(versions, quoted) || /^@?[a-z0-9-]+$/u.test(quoted));
    expect(packages.toSorted()).toEqual(Object.keys(versions).toSorted());
  });

  it("are of exact versions", () => {
    for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });
});

describe("keys", () => {
  const reference = readFileSync("lib/archive/format/README.md", "utf8");

  it("of archive.md are those of its table", () => {
    // An article has a key of the same name as one of the archive's.
    const [, section = ""] = /^## archive\.md$(.*?)^## /msu.exec(reference) ?? [];
    const rows = [...section.matchAll(/\| ((?:`[a-zA-Z]+\??(?:: [^`]+)?`(?:, | or )?)+(?:`[a-z]+`)?) +\|/gu)];
    const keys = rows.flatMap(([, cell = ""]) =>
      listQuoted(cell).map((quoted) => quoted.replace(/:.*/u, "")),
    );
    const written = keys.filter((key) => Object.hasOwn(settingsShape.shape, key.replace("?", "")));
    expect(written.toSorted()).toEqual(spellKeys(settingsShape.shape).toSorted());
  });

  it("of an author are those of its line", () => {
    const [, line = ""] = /`content\/authors\/<author>\.md` has (.*?); its text/u.exec(all) ?? [];
    expect(listQuoted(line)).toEqual(spellKeys(authorShape.shape));
  });

  it.each([
    ["an article", articleShapes.present.shape],
    ["a comment", commentShapes.present.shape],
  ])("of %s are all named", (_, shape) => {
    const named = new Set([...reference.matchAll(/(?:`|^)([a-zA-Z]+)\??(?:`|:|,)/gmu)].map(([, key]) => key));
    expect(Object.keys(shape).filter((key) => !named.has(key))).toEqual([]);
  });

  it("of a reply are known from what is named", () => {
    const [, list = ""] = /`replyBasis` what that is known from: (.*?)\./u.exec(all) ?? [];
    expect(listQuoted(list).toSorted()).toEqual([...replyBasis.options].toSorted());
  });

  function spellKeys(shape: Record<string, z.ZodType>): string[] {
    return Object.entries(shape).map(([key, type]) => (type.safeParse(undefined).success ? `${key}?` : key));
  }
});

describe("numbers", () => {
  const words = new Map([
    ["three", 3],
    ["seven", 7],
    ["eight", 8],
    ["twelve", 12],
  ]);

  it.each([
    [/the (\d+) newest articles/u, "lib/share/feeds/newest-entries.ts", /NEWEST = (\d+)/u],
    [/From (\w+) comments on a map/u, "components/thread/thread-guide.tsx", /WORTH_MAPPING = (\d+)/u],
    [/nest to a depth of (\d+)/u, "components/thread/thread.tsx", /DEEPEST_LEVEL = (\d+)/u],
    [
      /shows the (\w+) nearest ancestors/u,
      "components/thread/comment-context.tsx",
      /ANCESTORS_SHOWN = (\d+)/u,
    ],
    [/plain paths, at most ([\d,]*\d)/u, "lib/publish/hosts/netlify-cloudflare.ts", /RULES = (\d+)/u],
    [/original addresses, up to (\d+)/u, "app/find/page.tsx", /LISTED_ADDRESSES = (\d+)/u],
    [/(\w+) words in a row/iu, "lib/archive/erasure/passages.ts", /IN_TALK\b.*words: (\d+)/u],
    [/or (\w+) in a quotation/u, "lib/archive/erasure/passages.ts", /IN_QUOTATIONS\b.*words: (\d+)/u],
    [/the host of `url` and (\d+)/u, "lib/archive/format/tag.ts", /DEFAULT_DATE = "(\d+)"/u],
    [
      /1 to (\d+) characters, the first no hyphen/u,
      "lib/archive/format/names.ts",
      /ID = \/\^\[a-z0-9\]\[a-z0-9-\]\{0,(\d+)\}/u,
    ],
  ])("%s is what %s says", (sentence, file, constant) => {
    const [, written = ""] = sentence.exec(all) ?? [];
    const [, counted = ""] = constant.exec(readFileSync(file, "utf8")) ?? [];
    const first = file.endsWith("names.ts") ? 1 : 0;
    expect(words.get(written.toLowerCase()) ?? Number(written.replace(",", ""))).toBe(
      Number(counted.replace("_", "")) + first,
    );
  });
});

it("has one file open what is in content/", () => {
  const readers = projectFiles.filter(
    (path) =>
      /^(?:app|components|lib\/(?:archive|text))\/.*\.tsx?$/u.test(path) &&
      statSync(path).isFile() &&
      /import \{[^}]*\b(?:readFileSync|openSync)\b[^}]*\} from "node:fs"/u.test(readFileSync(path, "utf8")),
  );
  // Ledgers are added to as they stand, an erasure rewrites what was read; the plan of a proof is no content.
  const others = [
    "lib/archive/erasure/erase.ts",
    "lib/archive/ledgers/record-permalinks.ts",
    "lib/archive/static-params.ts",
  ];
  expect(readers.filter((path) => !others.includes(path))).toEqual(["lib/archive/reading/disk.ts"]);
});

it("names each kind of test that npm test runs", () => {
  const [, list = ""] = /; `npm test -- (.*?) runs one kind/u.exec(all) ?? [];
  expect(listQuoted(`\`${list}`)).toEqual(planSuites([]).map(({ name }) => name));
});
