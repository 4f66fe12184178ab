import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { verifyFolder } from "../../../lib/publish/site/checksums";
import { writeFiles } from "../folders";
import { assumeProof, makeProject, READING } from "../made-project";

const command = fileURLToPath(new URL("../../../lib/commands/build.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

/** A program in the place of Next that keeps what it finds of the ledger, makes this of pages, and ends with a status. */
function nextThat(status: number, exported: Readonly<Record<string, string>> = {}): string {
  return `const { cpSync, existsSync, mkdirSync, writeFileSync } = require("fs");
    if (existsSync("content/permalinks.txt")) cpSync("content/permalinks.txt", "found.txt");
    for (const [path, text] of Object.entries(${JSON.stringify(exported)})) {
      mkdirSync(require("path").dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    process.exit(${status});`;
}

function build(project: string, words: readonly string[] = [], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", tsx, command, ...words], {
    cwd: project,
    env: {
      ...process.env,
      ...{ ARCHIVE_CONTENT: "", ARCHIVE_URL: "", ARCHIVE_OUT: "", ARCHIVE_SHARD: "" },
      ...READING,
      ...environment,
    },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("npm run build -- --record", () => {
  const all = "/art/\n/art/c/1/\n/art/c/2/\n";
  const ledgerOf = (project: string) => join(project, "content/permalinks.txt");

  it("has recorded every address before anything is printed", async () => {
    const project = makeProject();
    writeFiles(project, await assumeProof(project));
    const { status, stdout } = build(project, ["--record"]);
    expect(status).toBe(0);
    expect(stdout).toContain("3 addresses added to permalinks.txt");
    const { permalinks } = JSON.parse(readFileSync(join(project, "out/art/thread.json"), "utf8"));
    expect(permalinks).toBe(all);
    expect(readFileSync(ledgerOf(project), "utf8")).toBe(all);
  });

  it("records nothing where the proof fails, since nothing was published", () => {
    const project = makeProject({ "content/permalinks.txt": "/art/\n" }, nextThat(1));
    expect(build(project, ["--record"]).status).toBe(1);
    expect(readFileSync(join(project, "found.txt"), "utf8")).toBe(all);
    expect(readFileSync(ledgerOf(project), "utf8")).toBe("/art/\n");
  });

  it("records nothing where the content has a problem, or the site's place holds something else", () => {
    const faulty = makeProject({ "content/art/comments/3.md": "---\nautor: a\n---\nx\n" });
    const { status, stderr } = build(faulty, ["--record"]);
    expect(status).toBe(1);
    expect(stderr).toContain("content/art/comments/3.md: autor: found an unknown key");
    expect(existsSync(ledgerOf(faulty))).toBe(false);
    const occupied = makeProject({ "out/letters.txt": "mine" });
    expect(build(occupied, ["--record"]).status).toBe(1);
    expect(existsSync(ledgerOf(occupied))).toBe(false);
  });
});

describe("npm run build", () => {
  it("says the phases in plain lines where there is no terminal", async () => {
    const project = makeProject();
    writeFiles(project, await assumeProof(project));
    const { stdout } = build(project);
    expect(stdout.split("\n").slice(0, 2)).toEqual(["read: 1 of 1 articles", "printed: 1 of 1 articles"]);
    expect(stdout).toContain("14 pages new, 0 changed, 0 gone");
    expect(stdout).not.toContain("\u001b");
  });

  it("is refused for every page that Next exports otherwise, the rest of a long list counted, and leaves the site", () => {
    const exported = {
      ".next/export/index.html": "<!DOCTYPE html><html><head></head><body>another</body></html>",
      ".next/export/about/index.html": "",
      ".next/server/app/page_client-reference-manifest.js":
        'globalThis.__RSC_MANIFEST = {"/page":{"clientModules":{"[project]/components/toggle.tsx <module evaluation>":{}}}}',
    };
    const earlier = { "out/SHA256SUMS": "", "out/index.html": "earlier" };
    const project = makeProject(earlier, nextThat(0, exported));
    const { status, stderr } = build(project);
    expect(status).toBe(1);
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toBe(
      "components/toggle.tsx: a client component, reached from /; no script is published",
    );
    expect(stderr).toContain("art/index.html (content/art/): printed, but missing from Next's export");
    expect(lines.at(-1)).toBe("Nothing was published, the earlier site is as it was.");
    expect(lines.at(-3)).toMatch(/^and \d+ more$/u);
    expect(readFileSync(join(project, "out/index.html"), "utf8")).toBe("earlier");
    expect(existsSync(join(project, ".next/cache/proofs"))).toBe(false);
  });

  it.each([
    [
      "a part that is none",
      { ARCHIVE_SHARD: "3/2" },
      'ARCHIVE_SHARD: found "3/2", expected a part such as 2/8',
    ],
    ["an address that is none", { ARCHIVE_URL: "nowhere" }, "ARCHIVE_URL: "],
  ])("is refused for %s, in a line", (_, environment, line) => {
    const { status, stderr } = build(makeProject(), [], environment);
    expect({ status, begins: stderr.slice(0, line.length) }).toEqual({ status: 1, begins: line });
  });

  it("of a shard needs no proof and is sealed", () => {
    const project = makeProject();
    const { status, stdout } = build(project, [], { ARCHIVE_SHARD: "1/1" });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Shard 1\/1 in .*out: 1 articles, \d+ files$/mu);
    expect(verifyFolder(join(project, "out"))).toMatchObject({ ok: true });
  });
});
