import { existsSync, linkSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { listFolder } from "../../../lib/archive/reading/list-files";
import { cleanSpare, keepSpare, takeSpare } from "../../../lib/publish/site/spare";
import { openAssembly, swapIn } from "../../../lib/publish/site/swap";
import { makeFolder, writeFiles } from "../folders";

let folder = "";
const at = (path: string) => join(folder, path);

/** A store, and a site whose files are links into it. */
beforeEach(() => {
  folder = makeFolder({
    "store/a": "a",
    "store/b": "b",
    "site/art/c/1/index.html": "",
    "site/index.html": "own",
  });
  for (const name of ["a", "b"]) linkSync(at(`store/${name}`), at(`site/art/${name}`));
});

const inodes = () =>
  new Map(["a", "b"].map((name) => [`art/${name}`, lstatSync(at(`store/${name}`)).ino] as const));

describe("a spare", () => {
  it("keeps nothing that is stale, and takes the place of an earlier one", () => {
    writeFiles(folder, { "spare/old": "old" });
    keepSpare(at("site"), at("spare"), ["art/a", "index.html", "never/there"]);
    expect(listFolder(at("spare")).files).toEqual(["art/b", "art/c/1/index.html"]);
    expect(existsSync(at("site"))).toBe(false);
    expect(readFileSync(at("store/a"), "utf8")).toBe("a");
  });

  it("becomes an assembly once", () => {
    expect(takeSpare(at("site"), at("assembly"))).toBe(true);
    expect(takeSpare(at("site"), at("assembly"))).toBe(false);
  });
});

describe("cleaning an assembly that was a spare", () => {
  it("leaves the very files of the store, and no folder that nothing is in", () => {
    expect([...cleanSpare(at("site"), inodes())]).toEqual(["art/a", "art/b"]);
    expect(listFolder(at("site")).files).toEqual(["art/a", "art/b"]);
    expect(existsSync(at("site/art/c"))).toBe(false);
  });

  it("takes a file of the same name and words for a stranger, and a link wherever it leads", () => {
    writeFileSync(at("copy"), "a");
    const known = new Map([["art/a", lstatSync(at("copy")).ino]]);
    symlinkSync(at("copy"), at("site/art/link"));
    expect([...cleanSpare(at("site"), known)]).toEqual([]);
    expect(listFolder(at("site"))).toEqual({ files: [], others: [] });
    expect(readFileSync(at("copy"), "utf8")).toBe("a");
  });
});

describe("the next site", () => {
  it("is made of what is left of the one before the last", () => {
    const out = at("site");
    writeFiles(openAssembly(out), { "index.html": "second" });
    swapIn(out, ["index.html"]);
    const assembly = openAssembly(out);
    expect(listFolder(assembly).files).toEqual(["art/a", "art/b", "art/c/1/index.html"]);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("second");
  });
});
