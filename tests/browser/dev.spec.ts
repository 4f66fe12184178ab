import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyProject, removeCopy } from "../site/publish-copies";
import { copySituations } from "../sites";
import { expect, test } from "./served";

test.describe("npm run dev", () => {
  let clone = "";
  let server: ChildProcess;
  let origin = "";
  let log = "";

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    clone = copyProject("clone");
    rmSync(join(clone, "content"), { recursive: true });
    copySituations(join(clone, "content"));
    // The environment's address and folder are those of whoever runs the tests.
    const { ARCHIVE_URL, ARCHIVE_CONTENT, NODE_ENV, PORT, ...environment } = process.env;
    server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "dev", "-p", "0"], {
      cwd: clone,
      env: { ...environment, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
    });
    for (const stream of [server.stdout, server.stderr])
      stream?.on("data", (words) => (log += String(words)));
    await expect.poll(() => log, { timeout: 60_000 }).toMatch(/Local:\s+http:\S+/u);
    origin = /Local:\s+(\S+)/u.exec(log)?.[1] ?? "";
  });

  test.afterAll(async () => {
    const ended = new Promise((end) => server.once("exit", end));
    server.kill("SIGTERM");
    await ended;
    removeCopy(clone);
  });

  test("shows the picture, its own address and every edit of content/, and says nothing else", async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.goto(`${origin}/a-kept-picture/`);
    const picture = page.getByRole("img", { name: "A blue field above a yellow one" });
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    const canonical = page.locator("link[rel=canonical]");
    await expect(canonical).toHaveAttribute("href", `${origin}/a-kept-picture/`);
    expect(log).not.toMatch(/warn|error|target-current/iu);

    const file = join(clone, "content/a-kept-picture/article.md");
    const written = readFileSync(file, "utf8");
    const heading = page.getByRole("heading", { level: 1 });
    await page.evaluate(() => Object.assign(window, { stays: true }));
    writeFileSync(file, written.replace(/^title: .*/mu, "title: An edited title"));
    await expect(heading).toHaveText("An edited title", { timeout: 30_000 });
    expect(await page.evaluate(() => Reflect.get(window, "stays"))).toBe(true);

    writeFileSync(file, written.replace(/^timeZone: .*/mu, "timeZone: Nowhere"));
    await expect(heading).not.toHaveText("An edited title", { timeout: 30_000 });
    await expect
      .poll(() => log)
      .toContain('article.md: timeZone: found "Nowhere", expected an IANA time zone');
    writeFileSync(file, written);
    await expect(heading).toHaveText("A picture that was kept, and a thread with dates", { timeout: 30_000 });
  });
});
