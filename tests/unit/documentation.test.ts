import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { minVersion, subset } from "semver";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { articleShapes, authorShape, replyBasis, settingsShape } from "../../lib/archive/format/shapes";
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

describe.each(documents)("$path", ({ path: document, text }) => {
  const here = document.replace(/\/?README\.md$/u, "");

  it("names only paths that there are", () => {
    // The list of what was erased begins with the first erasure.
    const named = listQuoted(text).filter(
      (quoted) =>
        /^(?:app|components|content|lib|public|tests)\/\S*$/u.test(quoted) && quoted !== "content/erased.txt",
    );
    const missing = named.filter((path) => !projectFiles.some((file) => matcherOf(path).test(file)));
    expect(missing).toEqual([]);
  });

  it("names only source files that lie beside it, or beside the path that was named before", () => {
    for (const paragraph of text.split(/\n{2,}/u)) {
      let folder = here;
      for (const quoted of listQuoted(paragraph)) {
        if (/^(?:app|components|lib|public|tests)\/\S*\.\w+$/u.test(quoted))
          folder = quoted.replace(/\/[^/]*$/u, "");
        if (!/^[a-z][a-z.-]*\.tsx?$/u.test(quoted)) continue;
        const isThere =
          existsSync(join(folder, quoted)) ||
          projectFiles.some((file) => file.endsWith(`/${quoted}`) && !folder);
        expect(isThere, `${quoted}, below ${folder || "the project"}`).toBe(true);
      }
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
    expect(linked.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("leads only to headings that it has", () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/gu, "")
        .replaceAll(" ", "-"),
    );
    const fragments = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, fragment = ""]) => fragment);
    expect(fragments.filter((fragment) => !headings.includes(fragment))).toEqual([]);
  });
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

  it("have a reason each, and no reason is left of one that went", () => {
    const [, list = ""] = /Dependencies, and why each: (.*?) All versions are exact/u.exec(all) ?? [];
    expect(listQuoted(list).toSorted()).toEqual(Object.keys(versions).toSorted());
  });

  it("are of exact versions", () => {
    for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });
});

describe("keys", () => {
  it("of archive.md are those of its table", () => {
    const rows = [...all.matchAll(/\| ((?:`[a-zA-Z]+\??(?:: [^`]+)?`(?:, | or )?)+(?:`[a-z]+`)?) +\|/gu)];
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

  it("of an article that may be absent are those that are named", () => {
    const [, list = ""] = /((?:`[a-zA-Z]+`(?:, | and ))+`formerSlugs`) may be absent/u.exec(all) ?? [];
    const optional = spellKeys(articleShapes.present.shape).filter((key) => key.endsWith("?"));
    expect(listQuoted(list).map((key) => `${key}?`)).toEqual(optional);
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
    [/plain paths, at most ([\d,]*\d)/u, "lib/publish/hosts/redirects.ts", /RULES = (\d+)/u],
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
      Number(counted) + first,
    );
  });
});

describe("the map", () => {
  const sources = projectFiles.filter((path) => /^(?:app|components|lib)\/.*\.tsx?$/u.test(path));
  const imports = sources.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/(?:from|import) "(\.[^"]+)"/gu)].map(([, target = ""]) => ({
      path,
      target: join(path, "..", target),
    })),
  );

  it("has arrows that run one way, but for those that it names", () => {
    const order = [
      /^lib\/archive/u,
      /^lib\/(?:text|share)/u,
      /^components/u,
      /^app/u,
      /^lib\/print/u,
      /^lib\/publish/u,
      /^lib\/(?:import|commands)/u,
    ];
    const rank = (path: string) => order.findIndex((room) => room.test(path));
    const back = imports.filter(({ path, target }) => rank(target) > rank(path));
    expect(imports.length).toBeGreaterThan(100);
    expect(back.filter(({ target }) => !all.includes(`${target}.ts`))).toEqual([]);
  });

  it("lets nothing that makes a page read the disk by itself", () => {
    const makers = sources.filter((path) => /^(?:app|components|lib\/text)\//u.test(path));
    const readers = makers.filter((path) => /from "node:fs/u.test(readFileSync(path, "utf8")));
    expect(makers.length).toBeGreaterThan(50);
    expect(readers).toEqual([]);
  });
});

it("names each kind of test that npm test runs", () => {
  const [, list = ""] = /`npm test -- (.*?) runs one kind/u.exec(all) ?? [];
  expect(listQuoted(`\`${list}`)).toEqual(planSuites([]).map(({ name }) => name));
});
