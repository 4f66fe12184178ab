import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "browser",
  outputDir: "../test-results/browser",
  fullyParallel: true,
  workers: 2,
  // The second is for the line that counts what was skipped.
  reporter: [["list"], ["json", { outputFile: "../test-results/browser.json" }]],
  forbidOnly: Boolean(process.env.CI),
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
