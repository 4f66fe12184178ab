import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { installPackages } from "./programs";

/** Chromium without a window: the same engine, and the tests take half the time. Of Debian. */
const SHELL = "chromium-headless-shell";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that starts: the one that is named in `CHROMIUM_PATH`, else the headless shell, which is
 * installed where that can be done, else a browser that the machine has, else one that is installed now.
 *
 * @throws Error with one line that says what to install
 */
export function provideChromium(): string {
  const ways = [findNamed, findShell, installShell, findBrowser, installWithPlaywright, installBrowser];
  for (const provide of ways) {
    const path = provide();
    if (path) return path;
  }
  throw new Error('No Chromium starts here: install the package "chromium", or name one in CHROMIUM_PATH.');
}

function findNamed(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? ""].find(starts);
}

function findShell(): string | undefined {
  return listOnPath([SHELL]).find(starts);
}

function findBrowser(): string | undefined {
  return [...listOnPath(BROWSERS), ...APPLICATIONS, chromium.executablePath()].find(starts);
}

function listOnPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A browser may be there and yet lack a library: only one that answers counts. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function installShell(): string | undefined {
  installPackages([SHELL]);
  return findShell();
}

function installWithPlaywright(): string | undefined {
  console.log("No Chromium found: asking Playwright for one.");
  // Whether it succeeded is asked of the browser afterwards, not of the installer.
  spawnSync("npx", ["playwright", "install", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
  });
  return findBrowser();
}

function installBrowser(): string | undefined {
  installPackages(["chromium"]);
  return findBrowser();
}
