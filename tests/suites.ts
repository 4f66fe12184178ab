/** One part of `npm test`. */
export type Suite = {
  readonly name: string;
  /** The program and its words. */
  readonly command: readonly string[];
  /** What has to be there before. */
  readonly needs: readonly ("programs" | "chromium" | "sites")[];
  /** Where the tests write down, as JSON, how each of them ended. */
  readonly report?: string;
};

const SUITES: readonly Suite[] = [
  { name: "check", command: ["npm", "run", "--silent", "check"], needs: [] },
  planVitest("unit", []),
  planVitest("site", ["programs", "sites"]),
  {
    name: "browser",
    command: ["npx", "playwright", "test", "--config", "tests/playwright.config.ts"],
    needs: ["chromium", "sites"],
    report: "test-results/browser.json",
  },
];

/** The suites that are asked for by name, in the order in which they run; all of them where none is. */
export function planSuites(asked: readonly string[]): readonly Suite[] {
  return SUITES.filter(({ name }) => asked.length === 0 || asked.includes(name));
}

function planVitest(name: string, needs: Suite["needs"]): Suite {
  const report = `test-results/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const command = ["npx", "vitest", "run", "--config", "tests/vitest.config.ts", "--project", name];
  return { name, command: [...command, ...reporters], needs, report };
}
