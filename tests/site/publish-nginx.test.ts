import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headersFor, parseHeaderRules } from "../../lib/publish/header-rules";
import { ASSET_CACHE, PAGE_CACHE } from "../../lib/publish/headers";
import { listFolder } from "../../lib/publish/list-files";
import { firstContent, type Site, situations } from "../sites";
import { findProgram } from "./publish-copies";

const nginx = findProgram(
  "/usr/sbin/nginx",
  "/usr/bin/nginx",
  "/usr/local/bin/nginx",
  "/opt/homebrew/bin/nginx",
);
const mimeTypes = findProgram(
  "/etc/nginx/mime.types",
  "/usr/local/etc/nginx/mime.types",
  "/opt/homebrew/etc/nginx/mime.types",
);
if (!nginx || !mimeTypes) console.warn("nginx is not installed: its snippet is not tested here");

// The first content lies at the root, the other one below a base path.
describe.runIf(nginx && mimeTypes).each([firstContent, situations])(
  "nginx, with the snippet of $name",
  (site: Site) => {
    const base = new URL(site.url).pathname;
    const rules = parseHeaderRules(readFileSync(join(site.out, "_headers"), "utf8"));
    let folder = "";
    let origin = "";
    let server: ChildProcess;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "verbatim-nginx-"));
      const port = await findPort();
      origin = `http://127.0.0.1:${port}`;
      cpSync(site.out, join(folder, "root", base), { recursive: true });
      mkdirSync(join(folder, "root", base, "_assets"), { recursive: true });
      writeFileSync(join(folder, "root", base, "_assets/test.0.css"), "p{}");
      // nginx's workers are another user's when root starts it.
      chmodSync(folder, 0o755);
      writeFileSync(
        join(folder, "nginx.conf"),
        configure(folder, port, join(site.out, "_hosting/nginx.conf")),
      );
      server = spawn(nginx ?? "", [
        "-p",
        folder,
        "-c",
        join(folder, "nginx.conf"),
        "-e",
        join(folder, "error.log"),
      ]);
      await untilAnswers(origin);
    });

    afterAll(async () => {
      const ended = new Promise((end) => server.once("exit", end));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });

    const pages = listFolder(site.out).files.filter((path) => path.endsWith("/index.html"));
    const [page = ""] = pages
      .map((path) => path.replace("index.html", ""))
      .filter((path) => !path.includes("/c/"));

    it.each([
      ["a page", page, 200, "text/html; charset=utf-8", PAGE_CACHE],
      ["the index", "", 200, "text/html; charset=utf-8", PAGE_CACHE],
      ["an asset", "_assets/test.0.css", 200, "text/css; charset=utf-8", ASSET_CACHE],
      ["the icon", "icon.svg", 200, "image/svg+xml; charset=utf-8", PAGE_CACHE],
      ["the seal", "SHA256SUMS", 200, "text/plain; charset=utf-8", PAGE_CACHE],
      ["the archive's feed", "feed.xml", 200, "application/atom+xml; charset=utf-8", PAGE_CACHE],
      ["a thread's feed", `${page}feed.xml`, 200, "application/atom+xml; charset=utf-8", PAGE_CACHE],
      ["the JSON feed", "feed.json", 200, "application/feed+json", PAGE_CACHE],
      ["an address without a page", "nowhere/", 404, "text/html; charset=utf-8", PAGE_CACHE],
      ["an asset that is not there", "_assets/nowhere.js", 404, "text/html; charset=utf-8", PAGE_CACHE],
      ["a folder without a page", "_assets/", 404, "text/html; charset=utf-8", PAGE_CACHE],
      ["a hidden file", ".git/config", 404, "text/html; charset=utf-8", PAGE_CACHE],
    ])("sends all headers with %s", async (_, path, status, type, cache) => {
      const answer = await fetch(`${origin}${base}${path}`);
      const headers = Object.fromEntries(answer.headers);
      expect(answer.status).toBe(status);
      expect(headers).toMatchObject({ "content-type": type, "cache-control": cache });
      for (const [name, value] of headersFor(`${base}404.html`, rules))
        expect(headers[name.toLowerCase()], name).toBe(value);
      if (status === 404) expect(await answer.text()).toBe(readFileSync(join(site.out, "404.html"), "utf8"));
    });

    it("leads to the address with the slash", async () => {
      const answer = await fetch(`${origin}${base}${page.replace(/\/$/u, "")}`, { redirect: "manual" });
      expect(answer.status).toBe(301);
      expect(answer.headers.get("location")).toBe(`${base}${page}`);
    });

    it("compresses pages for whoever can read it", async () => {
      const answer = await fetch(`${origin}${base}${page}`, { headers: { "accept-encoding": "gzip" } });
      expect(answer.headers.get("content-encoding")).toBe("gzip");
    });
  },
);

function configure(folder: string, port: number, snippet: string): string {
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http { include ${mimeTypes}; access_log off; ${paths.join(" ")}
  server { listen 127.0.0.1:${port}; root ${folder}/root; include ${snippet}; } }
`;
}

function findPort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const place = probe.address();
      probe.close(() => done(typeof place === "object" && place ? place.port : 0));
    });
  });
}

async function untilAnswers(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`nginx does not answer at ${origin}`);
}
