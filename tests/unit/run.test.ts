import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSkipped, listSkipped } from "../skipped";
import { planSuites } from "../suites";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

describe("npm test", () => {
  it("begins with format, lint and types, and runs every suite", () => {
    const suites = planSuites([]);
    expect(suites.map(({ name }) => name)).toEqual(["check", "unit", "site", "browser", "engines"]);
    expect(suites[0]?.command.slice(0, 2)).toEqual(["npm", "run"]);
    expect(suites[0]?.command.at(-1)).toBe("check");
    expect(scripts.check.split(" && ")).toEqual(["biome check --error-on-warnings .", "next typegen", "tsc"]);
  });

  it("runs those that are asked for, in their own order", () => {
    expect(planSuites(["browser", "unit"]).map(({ name }) => name)).toEqual(["unit", "browser"]);
    expect(planSuites(["unti"])).toEqual([]);
  });

  it("installs no program but those that what is asked for needs", () => {
    const programs = planSuites(["unit", "engines"]).flatMap((suite) => suite.programs);
    expect(programs).toEqual(["firefox-esr", "webkit2gtk-driver", "xvfb"]);
  });

  it("asks every suite of tests how each test ended", () => {
    for (const { name, command, report } of planSuites([]).slice(1)) {
      expect(report, name).toMatch(/^test-results\/[a-z]+\.json$/u);
      const configured = `${command.join(" ")} ${readFileSync("tests/playwright.config.ts", "utf8")}`;
      expect(configured).toContain(report);
    }
  });
});

describe("the count of what was skipped", () => {
  const vitest = {
    testResults: [
      {
        name: "/project/tests/site/publish-nginx.test.ts",
        assertionResults: [
          { status: "skipped", fullName: "nginx, with the snippet of first content sends all headers" },
          { status: "passed", fullName: "another" },
          { status: "todo", fullName: "the same bytes a year later, by faketime" },
        ],
      },
    ],
  };
  const playwright = {
    suites: [
      {
        title: "reader.spec.ts",
        specs: [{ title: "reads", file: "reader.spec.ts", tests: [{ status: "expected" }] }],
        suites: [
          {
            title: "on a phone",
            specs: [{ title: "shares", file: "reader.spec.ts", tests: [{ status: "skipped" }] }],
          },
        ],
      },
    ],
  };

  it("finds each test that did not run", () => {
    expect(listSkipped(vitest).map(({ title }) => title)).toEqual([
      "nginx, with the snippet of first content sends all headers",
      "the same bytes a year later, by faketime",
    ]);
    expect(listSkipped(playwright)).toEqual([
      { file: "reader.spec.ts", title: "reader.spec.ts on a phone shares" },
    ]);
  });

  it("says why, in one line", () => {
    const skipped = [...listSkipped(vitest), ...listSkipped(playwright)];
    expect(describeSkipped(skipped, ["nginx", "faketime"])).toBe(
      "Skipped 3: 1 since nginx is not installed, 1 since faketime is not installed, 1 since reader.spec.ts says so.",
    );
    expect(describeSkipped([], [])).toBe("Nothing was skipped.");
  });
});
