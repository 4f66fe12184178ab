import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatProblem, readArchive } from "../../../../lib/archive/reading/read";
import { ATTACKED_FIELDS, ATTACKS, writeAttacks } from "../../../attacks";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-attacks-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The problems of an archive in which one field of each article is an attack, by the number of the attack. */
function readAttacked(field: (typeof ATTACKED_FIELDS)[number]): ReadonlyMap<number, string[]> {
  for (const [path, text] of writeAttacks(ATTACKS, [field])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const result = readArchive(folder);
  const problems = new Map<number, string[]>();
  for (const problem of result.ok ? [] : result.problems) {
    const number = Number(/attack-(\d+)/u.exec(problem.path)?.[1]);
    problems.set(number, [...(problems.get(number) ?? []), formatProblem(problem)]);
  }
  return problems;
}

describe("an attack at the beginning of", () => {
  it.each(ATTACKED_FIELDS)("the %s is read, or refused by a line with the file's name", (field) => {
    const problems = readAttacked(field);
    for (const [number, lines] of problems) {
      expect(number).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatch(
          /^\S+attack-\d+(?:\.md|\/article\.md|\/comments\/\d\.md): \S.*: found .+, expected .+$/u,
        );
        expect(line).not.toMatch(/\p{C}/u);
      }
    }
    expect(problems.size).toBeLessThan(ATTACKS.length / 3);
  });

  it.each(["body", "biography", "comment"] as const)("the %s is never refused", (field) => {
    const refused = [...readAttacked(field)].filter(([number]) => (ATTACKS[number - 1] ?? "").trim() !== "");
    expect(refused).toEqual([]);
  });

  it.each([
    ["half a surrogate pair", [0xed, 0xa0, 0x80], "0xed"],
    ["the other half", [0xed, 0xbf, 0xbf], "0xed"],
    ["an overlong slash", [0xc0, 0xaf], "0xc0"],
    ["the start of a character", [0xf0, 0x9f, 0x98], "0xf0"],
    ["what Unicode does not reach", [0xf4, 0x90, 0x80, 0x80], "0xf4"],
    ["NUL", [0x00], "0x00"],
  ])("any file that is %s is refused by its name and its place", (_, bytes, found) => {
    const files = [...writeAttacks(["Words."])].filter(([path]) => path !== "archive.md");
    for (const [path, text] of [["archive.md", "---\nname: A\n---\n"] as const, ...files]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), Buffer.concat([Buffer.from(text), Buffer.from(bytes)]));
    }
    const result = readArchive(folder);
    const problems = result.ok ? [] : result.problems.map(formatProblem);
    for (const [path, text] of files)
      expect(problems).toContainEqual(
        expect.stringContaining(`${path}: byte ${Buffer.byteLength(text)}: found ${found}, expected `),
      );
  });
});
