import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { installPackages } from "./programs";

const COMMAND_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that starts: one the machine has, else one that is installed now.
 *
 * @throws Error with one line that says what to install
 */
export function provideChromium(): string {
  for (const provide of [findInstalled, installWithPlaywright, installWithPackageManager]) {
    const path = provide();
    if (path) return path;
  }
  throw new Error('No Chromium starts here: install the package "chromium", or name one in CHROMIUM_PATH.');
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = COMMAND_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const named = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : [];
  return [...named, ...onPath, ...APPLICATIONS, chromium.executablePath()].find(starts);
}

/** A browser may be there and yet lack a library: only one that answers counts. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function installWithPlaywright(): string | undefined {
  console.log("No Chromium found: asking Playwright for one.");
  // Whether it succeeded is asked of the browser afterwards, not of the installer.
  spawnSync("npx", ["playwright", "install", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
  });
  return findInstalled();
}

function installWithPackageManager(): string | undefined {
  installPackages(["chromium"]);
  return findInstalled();
}
