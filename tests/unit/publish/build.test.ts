import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeFolder, readyBuild } from "./exported";

const command = fileURLToPath(new URL("../../../lib/commands/build.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

/** A project in which `next build` keeps what it finds of the ledger and ends with a status. */
function makeProject(status: number, more: Readonly<Record<string, string>> = {}): string {
  return makeFolder({
    ...readyBuild(2),
    ...more,
    "package.json": "{}",
    "node_modules/next/package.json": "{}",
    "node_modules/next/dist/bin/next": `require("fs").cpSync("content/permalinks.txt", "found.txt"); process.exit(${status});`,
  });
}

function record(project: string) {
  return spawnSync(process.execPath, ["--import", tsx, command, "--record"], {
    cwd: project,
    env: { ...process.env, ARCHIVE_CONTENT: "", ARCHIVE_URL: "", ARCHIVE_OUT: "" },
    encoding: "utf8",
  });
}

describe("npm run build -- --record", () => {
  const all = "/art/\n/art/c/1/\n/art/c/2/\n";
  const ledgerOf = (project: string) => join(project, "content/permalinks.txt");

  it("has recorded every address before anything is made", () => {
    const project = makeProject(0);
    const { status, stdout } = record(project);
    expect(status).toBe(0);
    expect(stdout).toContain("3 addresses added to permalinks.txt");
    expect(readFileSync(join(project, "found.txt"), "utf8")).toBe(all);
    expect(readFileSync(ledgerOf(project), "utf8")).toBe(all);
  });

  it("records nothing where the build fails, since nothing was published", () => {
    const project = makeProject(1, { "content/permalinks.txt": "/art/\n" });
    expect(record(project).status).toBe(1);
    expect(readFileSync(join(project, "found.txt"), "utf8")).toBe(all);
    expect(readFileSync(ledgerOf(project), "utf8")).toBe("/art/\n");
  });

  it("records nothing where the content has a problem, or the site's place holds something else", () => {
    const faulty = makeProject(0, { "content/art/comments/3.md": "---\nautor: a\n---\nx\n" });
    const { status, stderr } = record(faulty);
    expect(status).toBe(1);
    expect(stderr).toContain("content/art/comments/3.md: autor: found an unknown key");
    expect(existsSync(ledgerOf(faulty))).toBe(false);
    const occupied = makeProject(0, { "out/letters.txt": "mine" });
    expect(record(occupied).status).toBe(1);
    expect(existsSync(ledgerOf(occupied))).toBe(false);
  });
});
