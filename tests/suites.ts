import type { ProgramName } from "./programs";

/** One part of `npm test`. */
export type Suite = {
  readonly name: string;
  /** The program and its words. */
  readonly command: readonly string[];
  /** What has to be there before. */
  readonly needs: readonly ("chromium" | "sites")[];
  /** Those of them that are the system's packages. */
  readonly programs: readonly ProgramName[];
  /** Where the tests write down, as JSON, how each of them ended. */
  readonly report?: string;
};

const SUITES: readonly Suite[] = [
  { name: "check", command: ["npm", "run", "--silent", "check"], needs: [], programs: [] },
  planVitest("unit", [], []),
  planVitest("site", ["sites"], ["nginx", "caddy", "faketime", "epubcheck"]),
  {
    name: "browser",
    command: ["npx", "playwright", "test", "--config", "tests/playwright.config.ts"],
    needs: ["chromium", "sites"],
    programs: [],
    report: "test-results/browser.json",
  },
  planVitest("engines", ["sites"], ["firefox-esr", "webkit2gtk-driver", "xvfb"]),
];

/** The suites that are asked for by name, in the order in which they run; all of them where none is. */
export function planSuites(asked: readonly string[]): readonly Suite[] {
  return SUITES.filter(({ name }) => asked.length === 0 || asked.includes(name));
}

function planVitest(name: string, needs: Suite["needs"], programs: Suite["programs"]): Suite {
  const report = `test-results/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const command = ["npx", "vitest", "run", "--config", "tests/vitest.config.ts", "--project", name];
  return { name, command: [...command, ...reporters], needs, programs, report };
}
