import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headersFor, parseHeaderRules } from "../../lib/publish/header-rules";
import { ASSET_CACHE, PAGE_CACHE } from "../../lib/publish/headers";
import { listFolder } from "../../lib/publish/list-files";
import { firstContent, type Site, situations } from "../sites";
import { hasNginx, type RunningNginx, startNginx } from "./nginx";

// The first content lies at the root, the other one below a base path.
describe.runIf(hasNginx).each([firstContent, situations])(
  "nginx, with the snippet of $name",
  (site: Site) => {
    const base = new URL(site.url).pathname;
    const rules = parseHeaderRules(readFileSync(join(site.out, "_headers"), "utf8"));
    let folder = "";
    let origin = "";
    let server: RunningNginx;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "verbatim-nginx-"));
      cpSync(site.out, join(folder, "root", base), { recursive: true });
      mkdirSync(join(folder, "root", base, "_assets"), { recursive: true });
      writeFileSync(join(folder, "root", base, "_assets/test.0.css"), "p{}");
      const snippet = join(site.out, "_hosting/nginx.conf");
      server = await startNginx(folder, `root ${folder}/root; include ${snippet};`);
      origin = server.origin;
    });

    afterAll(async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const pages = listFolder(site.out).files.filter((path) => path.endsWith("/index.html"));
    const [page = ""] = pages
      .map((path) => path.replace("index.html", ""))
      .filter((path) => /^[^/]+\/$/u.test(path) && path !== "find/");

    it.each([
      ["a page", page, 200, "text/html; charset=utf-8", PAGE_CACHE],
      ["the index", "", 200, "text/html; charset=utf-8", PAGE_CACHE],
      ["an asset", "_assets/test.0.css", 200, "text/css; charset=utf-8", ASSET_CACHE],
      ["the icon", "icon.svg", 200, "image/svg+xml; charset=utf-8", PAGE_CACHE],
      ["the manifest", "manifest.webmanifest", 200, "application/manifest+json", PAGE_CACHE],
      ["the seal", "SHA256SUMS", 200, "text/plain; charset=utf-8", PAGE_CACHE],
      ["the archive's feed", "feed.xml", 200, "application/atom+xml; charset=utf-8", PAGE_CACHE],
      ["a thread's feed", `${page}feed.xml`, 200, "application/atom+xml; charset=utf-8", PAGE_CACHE],
      ["BibTeX", `${page}citations.bib`, 200, "application/x-bibtex; charset=utf-8", PAGE_CACHE],
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
