import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  dropAssembly,
  openAssembly,
  recoverSite,
  refuseFolder,
  swapIn,
} from "../../../lib/publish/site/swap";
import { makeFolder, writeFiles } from "../folders";

let out = "";
beforeEach(() => {
  out = join(makeFolder({ "out/index.html": "earlier", "out/SHA256SUMS": "" }), "out");
});

const reading = () => readFileSync(join(out, "index.html"), "utf8");
const beside = () => readdirSync(dirname(out)).filter((name) => name !== basename(out));
const assemble = () => writeFiles(openAssembly(out), { "index.html": "new", SHA256SUMS: "" });

describe("a new site", () => {
  it("takes the place of the earlier one and leaves nothing beside it", () => {
    assemble();
    expect(reading()).toBe("earlier");
    swapIn(out);
    expect(reading()).toBe("new");
    expect(beside()).toEqual([]);
  });

  it("is dropped without a trace when it is not good", () => {
    assemble();
    dropAssembly(out);
    expect(reading()).toBe("earlier");
    expect(beside()).toEqual([]);
  });

  it("goes where a link leads, and leaves the link", () => {
    const link = `${out}-link`;
    symlinkSync(out, link);
    writeFiles(openAssembly(link), { "index.html": "new" });
    swapIn(link);
    expect(reading()).toBe("new");
    expect(readFileSync(join(link, "index.html"), "utf8")).toBe("new");
  });
});

describe("a build killed", () => {
  it("while it assembles leaves the earlier site, and the next build clears its leftovers", () => {
    mkdirSync(join(dirname(out), ".out.new-999999999"));
    expect(recoverSite(out)).toBe(false);
    assemble();
    expect(beside()).toEqual([`.out.new-${process.pid}`]);
    expect(reading()).toBe("earlier");
  });

  it("between the two renames leaves the earlier site beside its place, from where it is put back", () => {
    renameSync(out, join(dirname(out), ".out.old"));
    expect(recoverSite(out)).toBe(true);
    expect(reading()).toBe("earlier");
    expect(beside()).toEqual([]);
  });

  it("after the two renames leaves the new site", () => {
    writeFiles(dirname(out), { ".out.old/index.html": "half removed" });
    expect(recoverSite(out)).toBe(false);
    assemble();
    swapIn(out);
    expect(reading()).toBe("new");
    expect(beside()).toEqual([]);
  });

  it("does not lose its assembly to another build that still runs", () => {
    mkdirSync(join(dirname(out), `.out.new-${process.ppid}`));
    assemble();
    expect(beside()).toContain(`.out.new-${process.ppid}`);
  });
});

describe("a folder", () => {
  it.each([
    ["of other files", { "diary.txt": "mine" }, /holds files that are not of a site/u],
    ["that is empty", {}, undefined],
    ["that holds a site", { SHA256SUMS: "", "index.html": "" }, undefined],
  ])("%s is replaced only when nothing of others is lost", (_, files, problem) => {
    const [line] = refuseFolder(makeFolder(files));
    if (problem) expect(line).toMatch(problem);
    else expect(line).toBeUndefined();
  });

  it("that is a file, or not there, is told apart", () => {
    expect(refuseFolder(join(out, "index.html"))[0]).toContain("is not a folder");
    expect(refuseFolder(join(out, "nowhere"))).toEqual([]);
    expect(existsSync(join(out, "nowhere"))).toBe(false);
  });
});
