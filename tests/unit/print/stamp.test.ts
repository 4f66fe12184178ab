import { copyFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { sealStamp, stampFolder } from "../../../lib/print/store/stamp";
import { makeFolder, writeFiles } from "../folders";

let folder = "";
beforeEach(() => {
  folder = makeFolder({ "article.md": "a", "comments/1.md": "b", "comments/2.md": "c" });
});

/** Long after everything was written. */
const later = () => Date.now() + 60_000;
const file = (path: string) => join(folder, path);

describe("the stamp of a folder", () => {
  it("stays for as long as nobody writes there", () => {
    const stamp = stampFolder(folder, later());
    expect(stamp).toMatch(/^[0-9a-f]{64}$/u);
    expect(stampFolder(folder, later() + 1000)).toBe(stamp);
  });

  it("is none where something changed within the last two seconds: it may once more within one tick", () => {
    const paths = ["article.md", "comments/1.md", "comments/2.md"];
    const newest = Math.max(...paths.map((path) => statSync(file(path)).ctimeMs));
    expect(stampFolder(folder, newest)).toBeUndefined();
    expect(stampFolder(folder, newest + 1999)).toBeUndefined();
    expect(stampFolder(folder, newest + 2001)).toBeDefined();
  });

  it("is none where a file claims to be from the future", () => {
    utimesSync(file("article.md"), later() / 1000 + 3600, later() / 1000 + 3600);
    expect(stampFolder(folder, later())).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ["a longer text", () => writeFileSync(file("article.md"), "aa")],
    ["a text of the same length", () => writeFileSync(file("article.md"), "b")],
    ["a new file", () => writeFiles(folder, { "comments/3.md": "" })],
    ["a file that is gone", () => rmSync(file("comments/2.md"))],
    ["another name", () => renameSync(file("comments/2.md"), file("comments/9.md"))],
    [
      "another file of the same text, size and time",
      () => {
        copyFileSync(file("article.md"), file("other"));
        renameSync(file("other"), file("article.md"));
        utimesSync(file("article.md"), 1, 1);
      },
    ],
    [
      "a text that was changed and given its old time again",
      () => {
        const { ctimeMs } = statSync(file("article.md"));
        writeFileSync(file("article.md"), "z");
        // Until the file system's clock has ticked, nothing tells: hence the two seconds.
        while (statSync(file("article.md")).ctimeMs === ctimeMs) utimesSync(file("article.md"), 1, 1);
      },
    ],
  ])("changes with %s", (_, change) => {
    utimesSync(file("article.md"), 1, 1);
    const before = stampFolder(folder, later());
    change();
    expect(stampFolder(folder, later())).not.toBe(before);
  });
});

describe("a sealed stamp", () => {
  const author = { path: "authors/a.md", size: 1, hash: "h" };

  it("holds for one code and one author", () => {
    const sealed = sealStamp("stamp", "engine", author);
    expect(sealStamp("stamp", "engine", { ...author })).toBe(sealed);
    const others = [
      sealStamp("other", "engine", author),
      sealStamp("stamp", "other", author),
      sealStamp("stamp", "engine", { ...author, hash: "i" }),
      sealStamp("stamp", "engine"),
    ];
    expect(new Set([sealed, ...others]).size).toBe(5);
  });

  it("is none where there is no stamp", () => {
    expect(sealStamp(undefined, "engine", author)).toBeUndefined();
  });
});
