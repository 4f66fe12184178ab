import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestEngine } from "../../../lib/print/store/engine";
import { makeFolder, writeFiles } from "../folders";

const files = {
  "app/page.tsx": "1",
  "components/comment.tsx": "2",
  "components/style/base.css": "3",
  "lib/text/french.ts": "4",
  "public/reader.js": "5",
  "node_modules/.package-lock.json": "6",
  "package-lock.json": "7",
  "package.json": "0",
  "content/archive.md": "8",
  "tests/run.ts": "9",
};

describe("the digest of the engine", () => {
  it.each([
    "app/page.tsx",
    "components/comment.tsx",
    "components/style/base.css",
    "lib/text/french.ts",
    "public/reader.js",
    "node_modules/.package-lock.json",
    "package.json",
  ])("changes with %s", (path) => {
    const project = makeFolder(files);
    const before = digestEngine(project);
    writeFiles(project, { [path]: "changed" });
    expect(digestEngine(project)).not.toBe(before);
  });

  it("changes with a file that is new, gone, or renamed", () => {
    const project = makeFolder(files);
    const digests = [digestEngine(project)];
    writeFiles(project, { "app/about/page.tsx": "" });
    digests.push(digestEngine(project));
    rmSync(join(project, "app/about"), { recursive: true });
    renameSync(join(project, "public/reader.js"), join(project, "public/find.js"));
    digests.push(digestEngine(project));
    rmSync(join(project, "public/find.js"));
    digests.push(digestEngine(project));
    expect(new Set(digests).size).toBe(4);
  });

  it("takes the packages from the lock file where npm wrote nothing of what it installed", () => {
    const project = makeFolder(files);
    const installed = digestEngine(project);
    writeFiles(project, { "package-lock.json": "changed" });
    expect(digestEngine(project)).toBe(installed);
    rmSync(join(project, "node_modules"), { recursive: true });
    const locked = digestEngine(project);
    writeFiles(project, { "package-lock.json": "changed again" });
    expect(digestEngine(project)).not.toBe(locked);
  });

  it("changes with neither content nor tests, and is the same in another folder", () => {
    const project = makeFolder(files);
    const before = digestEngine(project);
    writeFiles(project, { "content/archive.md": "changed", "tests/run.ts": "changed" });
    expect(digestEngine(project)).toBe(before);
    expect(digestEngine(makeFolder(files))).toBe(before);
  });

  it("changes with the runtime: its time zones, its letters, its compression", () => {
    const project = makeFolder(files);
    const before = digestEngine(project);
    const { versions } = process;
    Object.defineProperty(process, "versions", { value: { ...versions, tz: "1999a" }, configurable: true });
    const after = digestEngine(project);
    Object.defineProperty(process, "versions", { value: versions, configurable: true });
    expect(after).not.toBe(before);
  });
});
