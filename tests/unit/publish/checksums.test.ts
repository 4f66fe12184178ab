import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../../lib/print/bytes";
import { verifyFolder, writeSeal } from "../../../lib/publish/site/checksums";
import { makeFolder, writeFiles } from "../folders";

const files = { "index.html": "<p>a</p>", "art/index.html": "b", "art/c/1/index.html": "c", "icon.svg": "" };

function sealed() {
  const list = Object.entries(files).map(([path, content]) => ({ path, digest: digestOf(content) }));
  return makeFolder({ ...files, SHA256SUMS: writeSeal(list) });
}

function problemsOf(folder: string) {
  const verified = verifyFolder(folder);
  return verified.ok ? [] : verified.problems;
}

describe("a sealed folder", () => {
  it("is what its seal says, sorted by path", () => {
    const folder = sealed();
    expect(verifyFolder(folder)).toEqual({ ok: true, files: 4 });
    const lines = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => line.slice(66))).toEqual(Object.keys(files).sort());
  });

  it("passes sha256sum -c", () => {
    const output = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], {
      cwd: sealed(),
      encoding: "utf8",
    });
    expect(output.match(/: OK/gu)).toHaveLength(4);
  });

  it("names a changed, a missing and an extra file, a link among them", () => {
    const folder = sealed();
    writeFileSync(join(folder, "index.html"), "<p>A</p>");
    rmSync(join(folder, "icon.svg"));
    writeFiles(folder, { "art/c/2/index.html": "new", ".hidden": "" });
    symlinkSync("/etc/hostname", join(folder, "link"));
    expect(problemsOf(folder)).toEqual([
      "icon.svg: missing",
      "index.html: changed",
      ".hidden: extra, not in SHA256SUMS",
      "art/c/2/index.html: extra, not in SHA256SUMS",
      "link: extra, not in SHA256SUMS",
    ]);
  });

  it("cannot be checked without its seal", () => {
    expect(problemsOf(makeFolder(files))[0]).toMatch(/^SHA256SUMS: missing/u);
  });

  it.each([
    ["rubbish", "not a line of sha256sum"],
    [`${"0".repeat(64)}  ../outside`, "not a path within the folder"],
    [`${"0".repeat(64)}  /etc/passwd`, "not a path within the folder"],
    [`${"0".repeat(64)}  art//index.html`, "not a path within the folder"],
    [`${"0".repeat(64)}  art\\index.html`, "not a path within the folder"],
    [`${"0".repeat(64)}  index.html`, "a path for the second time"],
    [`${"0".repeat(63)}  index.html`, "not a line of sha256sum"],
  ])("with the line %j is refused by line", (line, problem) => {
    const folder = sealed();
    appendFileSync(join(folder, "SHA256SUMS"), `${line}\n`);
    expect(problemsOf(folder)[0]).toContain(`SHA256SUMS: line 5: ${problem}`);
  });

  it.each(["a\nb", "a\\b", "../a", "/a", "a//b", "a/./b", "\u007f"])(
    "is not made where the name %j does not fit in a line",
    (path) => expect(() => writeSeal([{ path, digest: "" }])).toThrow(`cannot seal ${JSON.stringify(path)}`),
  );

  it("is not made for two files of one path", () => {
    const same = { path: "index.html", digest: "" };
    expect(() => writeSeal([same, { path: "a", digest: "" }, same])).toThrow(
      "two files want to be index.html",
    );
  });
});
