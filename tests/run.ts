/**
 * Runs the tests: format, lint and types, then the unit tests, then the facts about built sites, then what a reader
 * sees in Chromium, then in Firefox and WebKit. `npm test -- unit` runs one of the five. Exits 1 when one fails, the
 * others run even so; on CI also when a test is skipped.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { provideChromium } from "./chromium";
import { providePrograms } from "./programs";
import { buildSite, sites } from "./sites";
import { describeSkipped, listSkipped } from "./skipped";
import { planSuites, type Suite } from "./suites";

const asked = process.argv.slice(2);
const suites = planSuites(asked);
if (suites.length === 0) {
  const known = planSuites([]).map(({ name }) => name);
  console.error(`no suite called ${asked.join(" ")}, expected one of ${known.join(", ")}`);
  process.exit(1);
}

const needs = new Set(suites.flatMap((suite) => suite.needs));
const missing = providePrograms([...new Set(suites.flatMap((suite) => suite.programs))]);
const environment: NodeJS.ProcessEnv = { ...process.env };
if (needs.has("chromium")) environment.CHROMIUM_PATH = provideChromium();

/** Whether it passed. The sites are built once, before the first suite that reads them. */
function run({ command: [program = "", ...words], report, needs }: Suite): boolean {
  if (report) rmSync(report, { force: true });
  if (needs.includes("sites")) buildSites();
  return spawnSync(program, words, { stdio: "inherit", env: environment }).status === 0;
}

let sitesAreBuilt = false;
function buildSites(): void {
  if (!sitesAreBuilt) sites.forEach(buildSite);
  sitesAreBuilt = true;
}

const failed = suites.filter((suite) => !run(suite)).map(({ name }) => name);
const reports = suites.flatMap(({ report }) => (report && existsSync(report) ? [report] : []));
const skipped = reports.flatMap((report) => listSkipped(JSON.parse(readFileSync(report, "utf8"))));

if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
console.log(describeSkipped(skipped, missing));
const isRefused = Boolean(process.env.CI) && skipped.length > 0;
if (isRefused) console.error("failed: on CI every test runs");
process.exit(failed.length > 0 || isRefused ? 1 : 0);
