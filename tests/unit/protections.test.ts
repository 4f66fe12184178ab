import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** What protects, the smallest change that takes it out, and the test that has to notice. */
const protections = [
  {
    name: "the sanitizer",
    file: "lib/text/sanitize-schema.ts",
    from: '["http", "https", "mailto"]',
    to: '["http", "https", "mailto", "data"]',
    test: "tests/unit/text/safety.test.tsx",
  },
  {
    name: "the guard of the first line",
    file: "lib/archive/front-matter.ts",
    from: "/^---\\r?\\n/.test(text)",
    to: "/^---/.test(text)",
    test: "tests/unit/archive/front-matter.test.ts",
  },
  {
    name: "the refusal of anchors and aliases",
    file: "lib/archive/yaml.ts",
    from: "if (refused !== undefined) throw",
    to: "if (refused === null) throw",
    test: "tests/unit/archive/front-matter.test.ts",
  },
  {
    name: "the escape of a page's data",
    file: "lib/share/structured-data.ts",
    from: '.replaceAll("<", "\\\\u003c")',
    to: "",
    test: "tests/unit/share/structured-data.test.ts",
  },
  {
    name: "the check against SHA256SUMS",
    file: "lib/publish/checksums.ts",
    from: ")) !== digest) problems",
    to: ")) === undefined) problems",
    test: "tests/unit/publish/checksums.test.ts",
  },
  {
    name: "the erasure of a text",
    file: "lib/archive/erasure/plan.ts",
    from: 'status: "erased", reason }, body: "" }',
    to: 'status: "erased", reason }, body: file.body }',
    test: "tests/unit/archive/erasure.test.ts",
  },
  {
    name: "the erasure of its quotations",
    file: "lib/archive/erasure/passages.ts",
    from: "if (repeated.size === 0) return body;",
    to: "return body;",
    test: "tests/unit/archive/erasure.test.ts",
  },
  {
    name: "the list of what was erased",
    file: "lib/archive/read-ledgers.ts",
    from: "...findRevived(erased, articles, pathOf)",
    to: "...findRevived([], articles, pathOf)",
    test: "tests/unit/archive/permalinks.test.ts",
  },
  {
    name: "the permalink check",
    file: "lib/archive/permalinks.ts",
    from: "if (!article) lost.set",
    to: "if (!article) new Map(lost).set",
    test: "tests/unit/archive/permalinks.test.ts",
  },
  {
    name: "the escaping of feeds",
    file: "lib/share/xml.ts",
    from: "const TEXT = /[&<>\\r]/gu;",
    to: "const TEXT = /[&>\\r]/gu;",
    test: "tests/unit/share/xml.test.ts",
  },
  {
    name: "the archive's own addresses before old ones",
    file: "lib/publish/redirects.ts",
    from: "isOfSite(path, target) || !isPlain",
    to: "!isPlain",
    test: "tests/unit/publish/redirects.test.ts",
  },
  {
    name: "the refusal of hostile paths",
    file: "lib/publish/redirects.ts",
    from: "WRITABLE.test(path) && !AMBIGUOUS.test(path)",
    to: "WRITABLE.test(path)",
    test: "tests/unit/publish/redirects.test.ts",
  },
  {
    name: "the escaping of what other sites embed",
    file: "lib/share/oembed.ts",
    from: "escapeMarkup(lines.excerpt)",
    to: "lines.excerpt",
    test: "tests/unit/share/oembed.test.ts",
  },
  {
    name: "the escaping of what TeX reads",
    file: "lib/share/citations/bibtex.ts",
    from: "TEX.get(sign) ??",
    to: "sign ??",
    test: "tests/unit/share/citation.test.ts",
  },
  {
    name: "the one line of a cited title",
    file: "lib/share/citations/citation.ts",
    from: "[ \\t\\n\\v\\f\\r\\u0085\\u2028\\u2029]+",
    to: " +",
    test: "tests/unit/share/citation.test.ts",
  },
  {
    name: "the forgetting of card images",
    file: "lib/commands/erase.ts",
    from: "  forgetCards(process.cwd());\n",
    to: "",
    test: "tests/unit/publish/card-cache.test.ts",
  },
];

describe("a test fails when what protects is taken out:", () => {
  let copy = "";

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "verbatim-"));
    for (const path of ["lib", "components", "content", "tests", "package.json", "tsconfig.json"])
      cpSync(join(project, path), join(copy, path), { recursive: true });
    symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  const run = (test: string) =>
    spawnSync(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--config",
        "tests/vitest.config.ts",
        "--project",
        "unit",
        test,
      ],
      { cwd: copy, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
    );

  it.each(protections)("$name", ({ file, from, to, test }) => {
    const path = join(copy, file);
    const sound = readFileSync(path, "utf8");
    expect(sound.split(from)).toHaveLength(2);
    writeFileSync(
      path,
      sound.replace(from, () => to),
    );
    const { status, stdout } = run(test);
    writeFileSync(path, sound);
    // The test ran and failed, it did not merely fail to start.
    expect(stdout).toMatch(/Tests {2}\d+ failed/u);
    expect(status).toBe(1);
  });

  it("and passes while it is there", () => {
    const tests = [...new Set(protections.map(({ test }) => test))];
    for (const test of tests.filter((name) => !name.includes("safety")))
      expect(run(test).status, test).toBe(0);
  });
});
