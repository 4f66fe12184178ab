import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import sirv from "sirv";
import { packSite } from "../../lib/publish/packs/pack-site";
import { firstContent } from "../sites";
import { expect, test } from "./served";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

test.describe("the site as a WACZ, in ReplayWeb.page", () => {
  let folder: string;
  let server: Server;
  let origin: string;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "verbatim-replay-"));
    const { content, out } = firstContent;
    const file = join(folder, "site.wacz");
    expect(await packSite({ kind: "wacz", file, content, out, withLedgers: false })).toMatchObject({
      ok: true,
    });
    mkdirSync(join(folder, "replay"));
    // The page is there from the first request on, before the service worker that else makes it.
    for (const [name, place] of [
      ["ui.js", "ui.js"],
      ["ui.js", "replay/ui.js"],
      ["sw.js", "replay/sw.js"],
      ["index.html", "replay/index.html"],
    ] as const)
      copyFileSync(join("node_modules/replaywebpage", name), join(folder, place));
    const pack = readFileSync(file);
    const answerOthers = sirv(folder, { dev: true });
    server = createServer((request, response) => {
      if (request.url === "/site.wacz") sendPart(pack, request, response);
      else answerOthers(request, response);
    });
    await new Promise<void>((done) => server.listen(0, done));
    const place = server.address();
    origin = `http://localhost:${typeof place === "object" && place ? place.port : 0}`;
  });
  test.afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The frame in which the component shows a page of the package. */
  async function replay(page: Page, path: string): Promise<Frame> {
    const address = `${firstContent.url}${path}`;
    const embed = `<replay-web-page source="${origin}/site.wacz" url="${address}" replaybase="/replay/"></replay-web-page>`;
    writeFileSync(
      join(folder, "index.html"),
      `<!DOCTYPE html><script src="/ui.js"></script><style>replay-web-page{display:block;height:90vh}</style>${embed}`,
    );
    await page.goto(`${origin}/`);
    const find = () => page.frames().find((frame) => frame.url().endsWith(`mp_/${address}`));
    await expect.poll(() => find() !== undefined, { timeout: 60_000 }).toBe(true);
    const frame = find();
    if (!frame) throw new Error(`${address} is not replayed`);
    return frame;
  }

  test("shows the article, its style, and the way to a comment's page", async ({ page }) => {
    test.setTimeout(120_000);
    const frame = await replay(page, `${slug}/`);
    await expect(frame.getByRole("heading", { level: 1 })).toContainText("Après son bannissement, Parler");
    await expect(frame.locator("#c-10")).toBeVisible();
    expect(await frame.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe("none");
    await frame.locator("#c-2 a.u-url").first().click();
    await expect.poll(() => page.frames().some((each) => each.url().endsWith(`/${slug}/c/2/`))).toBe(true);
  });

  test("shows a comment's page", async ({ page }) => {
    test.setTimeout(120_000);
    const frame = await replay(page, `${slug}/c/2/`);
    await expect(frame.getByRole("heading", { level: 1 })).toContainText("_Ludo");
    await expect(frame.locator("#c-2 .text")).toContainText("@jojozekil");
  });
});

/** A package is read from its end on: sirv knows no range of last bytes (RFC 9110 §14.1.2). */
function sendPart(pack: Buffer, { headers }: IncomingMessage, response: ServerResponse): void {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/u.exec(headers.range ?? "bytes=0-") ?? [];
  const start = first === "" ? Math.max(0, pack.length - Number(last)) : Number(first);
  const end = first === "" || last === "" ? pack.length : Math.min(pack.length, Number(last) + 1);
  response.writeHead(206, {
    "Accept-Ranges": "bytes",
    "Content-Length": end - start,
    "Content-Range": `bytes ${start}-${end - 1}/${pack.length}`,
  });
  response.end(pack.subarray(start, end));
}
