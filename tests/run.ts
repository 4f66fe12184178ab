/**
 * Runs the tests: the unit tests, then the facts about built sites, then what a reader sees in
 * Chromium. `npm test -- unit` runs one of the three. Exits 1 when a test fails; the others run
 * even so.
 */
import { spawnSync } from "node:child_process";
import { provideChromium } from "./chromium";
import { buildSite, sites } from "./sites";

const suites: Readonly<Record<string, readonly string[]>> = {
  unit: ["vitest", "run", "--config", "tests/vitest.config.ts", "--project", "unit"],
  site: ["vitest", "run", "--config", "tests/vitest.config.ts", "--project", "site"],
  browser: ["playwright", "test", "--config", "tests/playwright.config.ts"],
};

const asked = process.argv.slice(2);
const chosen = Object.keys(suites).filter((name) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0) {
  console.error(`no suite called ${asked.join(" ")}, expected one of ${Object.keys(suites).join(", ")}`);
  process.exit(1);
}

const environment: NodeJS.ProcessEnv = { ...process.env };
if (chosen.includes("browser")) environment.CHROMIUM_PATH = provideChromium();
if (chosen.includes("site") || chosen.includes("browser")) sites.forEach(buildSite);

const failed = chosen.filter((name) => {
  const { status } = spawnSync("npx", suites[name] ?? [], { stdio: "inherit", env: environment });
  return status !== 0;
});
if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);
