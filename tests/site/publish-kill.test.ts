import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../lib/publish/checksums";
import { recoverSite } from "../../lib/publish/swap";
import { exportedPage, writeFiles } from "../unit/publish/exported";

const COMMENTS = 300;
const MOMENTS = 10;
const child = fileURLToPath(new URL("publish-kill-child.ts", import.meta.url));
let folder = "";

function writeExport(version: string): void {
  const page = exportedPage({ body: `<main><h1>${version}</h1></main>` });
  const paths = Array.from({ length: COMMENTS }, (_, index) => `art/c/${index + 1}/index.html`);
  const pages = ["index.html", "404.html", "art/index.html", ...paths].map((path) => [
    `exported/${path}`,
    page,
  ]);
  writeFiles(folder, { ...Object.fromEntries(pages), "exported/_next/static/chunks/a.css": "p{margin:0}" });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-kill-"));
  const comments = Array.from({ length: COMMENTS }, (_, index) => [
    `content/art/comments/${index + 1}.md`,
    `---\nauthor: a\nposition: ${index + 1}\n---\nx\n`,
  ]);
  writeFiles(folder, {
    "content/archive.md":
      "---\nname: A\nlanguage: en\nurl: https://example.org/archive/\nkeeper: k\ncontact: mailto:k@example.org\n---\n",
    "content/authors/b.md": "---\nname: B\n---\n",
    "content/art/article.md":
      "---\ntitle: T\nlanguage: en\nauthor: b\npublished: 2021-01-15T09:00:00Z\ntimeZone: Europe/Paris\nsource:\n  name: S\n  url: https://s.example/\n---\nx\n",
    ...Object.fromEntries(comments),
    "next/server/app/page_client-reference-manifest.js": "globalThis.__RSC_MANIFEST = {};",
  });
  writeExport("the earlier site");
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
    writeExport("the new site");
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
