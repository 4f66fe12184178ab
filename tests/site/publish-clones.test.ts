import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { verifyFolder } from "../../lib/publish/site/checksums";
import { findProgram } from "../programs";
import { firstContent } from "../sites";
import { printSite } from "./print-child";
import { copyProject, type Ended, removeCopy, runBuildIn, runNext } from "./publish-copies";
import { readSite } from "./read-site";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const faketime = findProgram("faketime");
let clone = "";

beforeAll(() => {
  clone = copyProject("another place");
});
afterAll(() => removeCopy(clone));

const inClone = (path: string) => join(clone, path);

/** Changes a file of the clone; its like in this project, which may be the same file, stays. */
function change(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(inClone(path), "utf8");
  expect(text, path).toMatch(from);
  writeFileSync(
    inClone(`${path}.new`),
    text.replace(from, () => to),
  );
  renameSync(inClone(`${path}.new`), inClone(path));
}

/** Makes changes to the clone for as long as something is done there. */
async function withChanges<Result>(paths: readonly string[], act: () => Promise<Result> | Result) {
  const kept = paths.map((path) => [path, readFileSync(inClone(path))] as const);
  try {
    return await act();
  } finally {
    for (const [path, text] of kept) writeFileSync(inClone(path), text);
  }
}

describe("npm run build, in a clone elsewhere", () => {
  if (!faketime) it.todo("gives the same bytes a year later, by faketime");

  it(`gives the same bytes in Los Angeles, in Turkish${faketime ? ", a year later" : ""}, and needs no second proof of the same code`, () => {
    cpSync(".next/cache/proofs", inClone(".next/cache/proofs"), { recursive: true });
    const { status, output } = runBuildIn(
      clone,
      { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", USER: "yuki" },
      faketime ? [faketime, "-f", "+365d"] : [],
    );
    expect(status, output).toBe(0);
    expect(output).not.toContain("proving");
    expect(readSite(inClone("out"))).toEqual(readSite(firstContent.out));
    expect(verifyFolder(inClone("out")).ok).toBe(true);
  });

  it("is refused for content with a problem before it begins", async () => {
    const before = readSite(inClone("out"));
    await withChanges(["content/archive.md"], () => {
      writeFileSync(inClone("content/archive.md"), "---\nname: x\nlangage: fr\n---\n");
      const { status, output } = runBuildIn(clone, {});
      expect(status).toBe(1);
      expect(output).toMatch(/content\/archive\.md: langage: found an unknown key/u);
      expect(output).not.toMatch(/printed|proving/u);
      expect(readSite(inClone("out"))).toEqual(before);
    });
  });

  it("is not next build, which says what to call instead", () => {
    const { status, output } = runNext(clone, {});
    expect(status).toBe(1);
    expect(output).toContain("next build makes no site by itself; call npm run build");
  });
});

describe("what was printed before other code came", () => {
  /** The clone's first article, printed by its own code from its own store. */
  const print = async () => {
    const out = inClone("printed");
    const { printed, errors } = await printSite({
      ...{ project: clone, code: clone, content: inClone("content"), out },
    });
    return { printed, errors, out, page: readFileSync(join(out, slug, "index.html"), "utf8") };
  };
  beforeAll(async () => {
    await print();
  });

  it.each<[string, string, string | RegExp, string, string]>([
    [
      "a component",
      "components/page/document.tsx",
      '<header className="site">',
      '<header className="site" lang="x">',
      ' lang="x"',
    ],
    [
      "a word of the interface",
      "lib/text/interface/french.ts",
      "Demander un retrait",
      "Demander la suppression",
      "Demander la suppression",
    ],
    ["a stylesheet", "components/style/base.css", /^/u, "body{outline-width:77px}", "outline-width:77px"],
  ])("is never served: %s", async (_, path, from, to, shown) => {
    await withChanges([path], async () => {
      change(path, from, to);
      const { printed, page, errors } = await print();
      expect({ printed, errors }).toEqual({ printed: 1, errors: "" });
      expect(page).toContain(shown);
    });
    const { printed, page } = await print();
    expect(printed).toBe(1);
    expect(page).not.toContain(shown);
  });

  it("is served as long as nothing changes", async () => {
    expect((await print()).printed).toBe(0);
  });

  it("is never served: a package that was installed anew", async () => {
    const lock = "node_modules/.package-lock.json";
    await withChanges([], async () => {
      change(lock, '"version"', '"version" ');
      expect((await print()).printed).toBe(1);
      change(lock, '"version" ', '"version"');
    });
  });

  it("is, where nothing changed, the same bytes as a clean build's, and a page that was edited in out/ is right again", async () => {
    const { out } = await print();
    const page = join(out, slug, "index.html");
    const whole = readSite(out);
    writeFileSync(page, readFileSync(page, "utf8").replace("<h1", "<h2"));
    const feed = join(out, slug, "feed.xml");
    writeFileSync(feed, "mine");
    await print();
    expect(readSite(out)).toEqual(whole);
    rmSync(inClone(".next/cache/print"), { recursive: true });
    expect((await print()).printed).toBe(1);
    expect(readSite(out)).toEqual(whole);
    expect(whole).toEqual(readSite(firstContent.out));
  });
});

describe("code that Next shows otherwise than it is printed", () => {
  let ended: Ended;
  let before: Map<string, string>;

  beforeAll(() => {
    before = readSite(inClone("out"));
    const toggle =
      '"use client";\nexport function Toggle() { return <button onClick={() => alert(1)}>x</button>; }\n';
    writeFileSync(inClone("components/toggle.tsx"), toggle);
    change("app/not-found.tsx", "<h1>", "<Toggle /><h1>");
    change("app/not-found.tsx", /^/u, 'import { Toggle } from "../components/toggle";\n');
    change("components/page/find-form.tsx", "{find.button}", '{process.env.NEXT_RUNTIME ?? "none"}');
    change("app/page.tsx", /<h1\b/u, '<script src="/other.js" /><h1');
    ended = runBuildIn(clone, {});
  });

  it("stops the build, and leaves the earlier site", () => {
    expect(ended.status, ended.output).toBe(1);
    expect(ended.output).toContain("Nothing was published, the earlier site is as it was.");
    expect(readSite(inClone("out"))).toEqual(before);
  });

  it("is named: a client component, with the pages that reach it", () => {
    expect(ended.output).toMatch(
      /^components\/toggle\.tsx: a client component, reached from .*not-found.*; no script is published$/mu,
    );
  });

  it("is named: the page of a component that looks at where it is rendered, with both forms", () => {
    expect(ended.output).toMatch(/^find\/index\.html: html > body > .*printed "none", exported "nodejs"$/mu);
  });

  it("is named: the page of a script that nobody knows, though Next exports the same", () => {
    expect(ended.output).toMatch(/^index\.html: there is an unknown script: \/other\.js$/mu);
  });

  it("is proven of nothing, and what the proof made of the texts is gone", () => {
    const proofs = listFolder(inClone(".next/cache/proofs")).files;
    expect(proofs).toEqual(listFolder(".next/cache/proofs").files);
    for (const folder of [".next/export", ".next/server", ".next/cache/proof"])
      expect(existsSync(inClone(folder)), folder).toBe(false);
  });
});
