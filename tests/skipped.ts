/** A test that did not run: where it stands, and its titles from the outermost group on. */
export type SkippedTest = { readonly file: string; readonly title: string };

/** What Vitest's reporter for machines says of tests. */
type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

/** What Playwright's does. */
type PlaywrightSuite = {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
};
export type Report = VitestReport | { readonly suites: readonly PlaywrightSuite[] };

/** Every test of a report that was skipped, left out by `only`, or is still to be written. */
export function listSkipped(report: Report): readonly SkippedTest[] {
  if ("suites" in report) return report.suites.flatMap((suite) => listSkippedIn(suite, []));
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => ["skipped", "pending", "disabled", "todo"].includes(status))
      .map(({ fullName }) => ({ file: name, title: fullName })),
  );
}

function listSkippedIn(suite: PlaywrightSuite, above: readonly string[]): readonly SkippedTest[] {
  const titles = [...above, suite.title];
  const own = suite.specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "skipped")
      .map(() => ({ file, title: [...titles, title].join(" ") })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => listSkippedIn(inner, titles))];
}

/**
 * One line for the end of a run.
 *
 * @param missing the programs that the machine lacks: a test that needs one names it in its title
 */
export function describeSkipped(skipped: readonly SkippedTest[], missing: readonly string[]): string {
  if (skipped.length === 0) return "Nothing was skipped.";
  const reasons = skipped.map(({ file, title }) => {
    const program = missing.find((name) => title.toLowerCase().includes(name));
    return program ? `${program} is not installed` : `${file.replace(/^.*\btests\//u, "")} says so`;
  });
  const counts = [...new Set(reasons)].map(
    (reason) => `${reasons.filter((each) => each === reason).length} since ${reason}`,
  );
  return `Skipped ${skipped.length}: ${counts.join(", ")}.`;
}
