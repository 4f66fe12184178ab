import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeFolder } from "./folders";
import { smallContent } from "./small-content";

const commands = fileURLToPath(new URL("../../lib/commands/", import.meta.url));
const tsx = import.meta.resolve("tsx");

function call(command: string, words: readonly string[], cwd = makeFolder()) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", tsx, join(commands, `${command}.ts`), ...words],
    { cwd, env: { ...process.env, ARCHIVE_CONTENT: "", ARCHIVE_URL: "" }, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("a command", () => {
  it.each(["build", "start", "verify", "erase"])("answers --help and does nothing: %s", (command) => {
    const { status, stdout, stderr } = call(command, ["--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^npm (run )?${command}\\b`, "u"));
  });

  it.each(["build", "start", "verify", "erase"])("refuses an option that it does not have: %s", (command) => {
    const { status, stderr } = call(command, ["--nonsense"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Unknown option '--nonsense'/u);
  });
});

describe("npm run erase", () => {
  it("names files with their content folder, in what it refuses and in what it did", () => {
    const folder = makeFolder(smallContent(2));
    const erase = (...words: string[]) => call("erase", [...words, "--reason", "why"], folder);
    const expected = "file: found nothing, expected a comment that is archived";
    expect(erase("art", "9").stderr).toBe(`content/art/comments/9.md: ${expected}\n`);
    expect(erase("art", "1").stdout).toMatch(/^changed content\/art\/comments\/1\.md\n/u);
    expect(erase("art", "1").stderr).toMatch(/^content\/art\/comments\/1\.md: status: found "erased"/u);
  });

  it("takes an article by a name that it had before", () => {
    const files = smallContent(1);
    const article = files["content/art/article.md"]?.replace("language:", "formerSlugs: [old]\nlanguage:");
    const folder = makeFolder({ ...files, "content/art/article.md": article ?? "" });
    const { stdout } = call("erase", ["old", "1", "--reason", "why"], folder);
    expect(stdout).toMatch(/^changed content\/art\/comments\/1\.md\n/u);
  });
});
