import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../lib/publish/checksums";
import { recoverSite } from "../../lib/publish/swap";
import { readyBuild, writeFiles } from "../unit/publish/exported";

const COMMENTS = 300;
const MOMENTS = 6;
const child = fileURLToPath(new URL("publish-kill-child.ts", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-kill-"));
  writeFiles(folder, readyBuild(COMMENTS, "the earlier site"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Publishing = { readonly killed: boolean; readonly milliseconds: number; readonly output: string };

/** Publishes in a process of its own, which is killed so many milliseconds after it began to. */
function publish(killAfter?: number): Promise<Publishing> {
  const environment = { ...process.env, ARCHIVE_CONTENT: join(folder, "content"), ARCHIVE_URL: "" };
  const running = spawn(process.execPath, ["--import", "tsx", child, folder], { env: environment });
  let began = 0;
  let output = "";
  running.stderr.on("data", (text) => {
    output += text;
  });
  running.stdout.once("data", () => {
    began = performance.now();
    if (killAfter !== undefined) setTimeout(() => running.kill("SIGKILL"), killAfter);
  });
  return new Promise((done) => {
    running.once("exit", (_, signal) =>
      done({ killed: signal === "SIGKILL", milliseconds: performance.now() - began, output }),
    );
  });
}

describe("publishing, killed", () => {
  it(`at ${MOMENTS} moments, leaves a whole site each time`, async () => {
    const first = await publish();
    expect(first.output).toBe("");
    writeFiles(folder, readyBuild(COMMENTS, "the new site"));
    const kills: Publishing[] = [];
    for (let moment = 0; moment < MOMENTS; moment++) {
      const killed = await publish((first.milliseconds * moment) / MOMENTS);
      recoverSite(join(folder, "out"));
      expect(verifyFolder(join(folder, "out"))).toMatchObject({ ok: true });
      kills.push(killed);
    }
    // A machine that runs faster the second time may finish before the last of them.
    expect(kills.filter(({ killed }) => killed).length).toBeGreaterThanOrEqual(MOMENTS / 2);
  });

  it("and begun again, publishes", async () => {
    expect((await publish()).output).toBe("");
    expect(readFileSync(join(folder, "out/index.html"), "utf8")).toContain("the new site");
  });
});
