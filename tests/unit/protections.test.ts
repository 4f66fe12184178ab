import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** What Vitest's reporter for machines says. */
type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

/** What protects, the smallest change that takes it out, and the test that has to notice. */
const protections = [
  {
    name: "the sanitizer",
    file: "lib/text/markdown/sanitize-schema.ts",
    from: '["http", "https", "mailto"]',
    to: '["http", "https", "mailto", "data"]',
    test: "tests/unit/text/markdown/safety.test.tsx",
  },
  {
    name: "the refusal of addresses that run",
    file: "lib/publish/proof/running-address.ts",
    from: "(?:javascript|vbscript|",
    to: "(?:vbscript|",
    test: "tests/unit/publish/running-address.test.ts",
  },
  {
    name: "the pictures that are the archive's own",
    file: "lib/text/markdown/display/decorate-line.ts",
    from: 'typeof dataFile === "string" ? context.picture?.(dataFile) : undefined',
    to: "{ src: String(dataFile) }",
    test: "tests/unit/text/links/pictures.test.tsx",
  },
  {
    name: "the guard of the first line",
    file: "lib/archive/format/front-matter.ts",
    from: "/^---\\r?\\n/.test(text)",
    to: "/^---/.test(text)",
    test: "tests/unit/archive/format/front-matter.test.ts",
  },
  {
    name: "the refusal of anchors and aliases",
    file: "lib/archive/format/yaml.ts",
    from: "if (refused !== undefined) return",
    to: "if (refused === null) return",
    test: "tests/unit/archive/format/front-matter.test.ts",
  },
  {
    name: "the escape of a page's data",
    file: "lib/share/structured-data.ts",
    from: '"<": "\\\\u003c", ',
    to: "",
    test: "tests/unit/share/structured-data.test.ts",
  },
  {
    name: "the check against SHA256SUMS",
    file: "lib/publish/site/checksums.ts",
    from: ")) !== digest) problems",
    to: ")) === undefined) problems",
    test: "tests/unit/publish/checksums.test.ts",
  },
  {
    name: "the refusal of inline scripts but one",
    file: "lib/publish/proof/check-page.ts",
    from: "text === EARLY_PREFERENCES",
    to: 'text.startsWith("try")',
    test: "tests/unit/publish/proof/check-page.test.ts",
  },
  {
    name: "the look at what is stored before it is published again",
    file: "lib/print/store/store.ts",
    from: "return isUntouched ||",
    to: "return true ||",
    test: "tests/unit/print/store.test.ts",
  },
  {
    name: "the erasure of a text",
    file: "lib/archive/erasure/plan.ts",
    from: 'status: "erased", reason }, body: "" }',
    to: 'status: "erased", reason }, body: file.body }',
    test: "tests/unit/archive/erasure/erasure.test.ts",
  },
  {
    name: "the erasure of its pictures",
    file: "lib/archive/erasure/plan.ts",
    from: "pictures: shown.filter((picture) => !isShared(picture))",
    to: "pictures: shown.filter((picture) => isShared(picture))",
    test: "tests/unit/archive/erasure/erasure.test.ts",
  },
  {
    name: "the erasure of its quotations",
    file: "lib/archive/erasure/passages.ts",
    from: "if (repeated.size === 0) return body;",
    to: "return body;",
    test: "tests/unit/archive/erasure/erasure.test.ts",
  },
  {
    name: "the erasure of an article's text",
    file: "lib/archive/erasure/plan-article.ts",
    from: 'status: "erased", reason }, body: "" }',
    to: 'status: "erased", reason }, body: file.body }',
    test: "tests/unit/archive/erasure/article-erasure.test.ts",
  },
  {
    name: "the list of erased articles",
    file: "lib/archive/reading/read-ledgers.ts",
    from: "...findRevivedArticles(erased, articles, pathOf)",
    to: "...findRevivedArticles([], articles, pathOf)",
    test: "tests/unit/archive/reading/read.test.ts",
  },
  {
    name: "the list of what was erased",
    file: "lib/archive/reading/read-ledgers.ts",
    from: "...findRevived(erased, articles, pathOf)",
    to: "...findRevived([], articles, pathOf)",
    test: "tests/unit/archive/ledgers/permalinks.test.ts",
  },
  {
    name: "the permalink check",
    file: "lib/archive/ledgers/permalinks.ts",
    from: "if (!article) lost.set",
    to: "if (!article) new Map(lost).set",
    test: "tests/unit/archive/ledgers/permalinks.test.ts",
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
    file: "lib/publish/hosts/netlify-cloudflare.ts",
    from: "isOfSite(path, target) || !isPlain",
    to: "!isPlain",
    test: "tests/unit/publish/redirects.test.ts",
  },
  {
    name: "the refusal of hostile paths",
    file: "lib/publish/hosts/netlify-cloudflare.ts",
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
    test: "tests/unit/share/citations/citation.test.ts",
  },
  {
    name: "the one line of a cited title",
    file: "lib/share/citations/citation.ts",
    from: "[ \\t\\n\\v\\f\\r\\u0085\\u2028\\u2029]+",
    to: " +",
    test: "tests/unit/share/citations/citation.test.ts",
  },
  {
    name: "the forgetting of card images",
    file: "lib/commands/erase.ts",
    from: "  forgetCards(project);\n",
    to: "",
    test: "tests/unit/share/cards/card-cache.test.ts",
  },
];

/**
 * Those of one round have tests of their own, so that one run of them all shows for each whether its test notices.
 */
const rounds = protections.reduce<(typeof protections)[]>((sorted, protection) => {
  const free = sorted.find((round) =>
    round.every(({ file, test }) => file !== protection.file && test !== protection.test),
  );
  if (free) free.push(protection);
  else sorted.push([protection]);
  return sorted;
}, []);

describe("a test fails when what protects is taken out:", () => {
  let copy = "";

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "verbatim-"));
    for (const path of ["lib", "components", "content", "tests", "package.json", "tsconfig.json"])
      cpSync(join(project, path), join(copy, path), { recursive: true });
    symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  /** How many tests of each file failed. */
  const countFailures = (tests: readonly string[]): Map<string, number> => {
    const options = ["run", "--config", "tests/vitest.config.ts", "--project", "unit", "--reporter", "json"];
    const { stdout } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...options, ...tests], {
      cwd: copy,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
      maxBuffer: 64 * 1024 * 1024,
    });
    const report: Report = JSON.parse(stdout.slice(stdout.indexOf("{")));
    return new Map(
      report.testResults.map(({ name, assertionResults }) => [
        name.slice(name.indexOf("tests/unit/")),
        assertionResults.filter(({ status }) => status === "failed").length,
      ]),
    );
  };

  describe.each(rounds)("round %#", (...round) => {
    let failures = new Map<string, number>();
    const sound = new Map<string, string>();

    beforeAll(() => {
      for (const { file, from, to } of round) {
        const path = join(copy, file);
        const text = readFileSync(path, "utf8");
        expect(text.split(from), file).toHaveLength(2);
        sound.set(path, text);
        writeFileSync(
          path,
          text.replace(from, () => to),
        );
      }
      failures = countFailures(round.map(({ test }) => test));
    }, 120_000);
    afterAll(() => {
      for (const [path, text] of sound) writeFileSync(path, text);
    });

    // A file that merely did not start has no failed test.
    it.each(round)("$name", ({ test }) => expect(failures.get(test)).toBeGreaterThan(0));
  });
});
