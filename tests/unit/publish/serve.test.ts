import { request } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ASSET_CACHE, PAGE_CACHE } from "../../../lib/publish/hosts/headers";
import { writeHeadersFile } from "../../../lib/publish/hosts/netlify-cloudflare";
import { type RunningSite, serveSite } from "../../../lib/publish/serve";
import { makeFolder, writeFiles } from "../folders";

const running: RunningSite[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((site) => site.close()));
});

const policy = { base: "/archive/", scripts: [], styles: [], fetches: [] };
const files = {
  "index.html": "index",
  "404.html": "lost",
  "art/index.html": "art",
  "_assets/x.0.js": "1",
  "icon.svg": "<svg/>",
  ".secret": "secret",
  "feed.xml": "<feed/>",
  "art/feed.xml": "<feed/>",
  "feed.json": "{}",
  "art/citations.bib": "@online{}",
  "art/citations.ris": "TY  - NEWS",
  SHA256SUMS: "",
  _headers: writeHeadersFile(policy),
};

async function serve(content: Record<string, string> = files) {
  const folder = join(makeFolder(), "site");
  writeFiles(folder, content);
  const site = await serveSite(folder, { port: 0, basePath: "/archive/" });
  running.push(site);
  return { folder, origin: new URL(site.address).origin };
}

/** `fetch` would tidy the path up first. */
function get(
  origin: string,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (done, fail) => {
      const asked = request(origin, { path, ...options }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text: string) => {
          body += text;
        });
        response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
      });
      asked.on("error", fail).end();
    },
  );
}

describe("a served site", () => {
  it.each([
    ["/archive/", 200, "text/html; charset=utf-8", PAGE_CACHE, "index"],
    ["/archive/art/?x#y", 200, "text/html; charset=utf-8", PAGE_CACHE, "art"],
    ["/archive/_assets/x.0.js", 200, "text/javascript; charset=utf-8", ASSET_CACHE, "1"],
    ["/archive/icon.svg", 200, "image/svg+xml; charset=utf-8", PAGE_CACHE, "<svg/>"],
    ["/archive/SHA256SUMS", 200, "text/plain; charset=utf-8", PAGE_CACHE, ""],
    ["/archive/feed.xml", 200, "application/atom+xml; charset=utf-8", PAGE_CACHE, "<feed/>"],
    ["/archive/art/feed.xml", 200, "application/atom+xml; charset=utf-8", PAGE_CACHE, "<feed/>"],
    ["/archive/feed.json", 200, "application/feed+json", PAGE_CACHE, "{}"],
    ["/archive/art/citations.bib", 200, "application/x-bibtex; charset=utf-8", PAGE_CACHE, "@online{}"],
    [
      "/archive/art/citations.ris",
      200,
      "application/x-research-info-systems; charset=utf-8",
      PAGE_CACHE,
      "TY  - NEWS",
    ],
    ["/archive/nowhere/", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/archive/_assets/nowhere.js", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/art/", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/archive/.secret", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/archive/../../../etc/passwd", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/archive/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/archive/%", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
    ["/archive/_assets/", 404, "text/html; charset=utf-8", PAGE_CACHE, "lost"],
  ])("answers %s with %i and all headers", async (path, status, type, cache, body) => {
    const { origin } = await serve();
    const answer = await get(origin, path);
    expect(answer).toMatchObject({ status, body });
    expect(answer.headers).toMatchObject({
      "content-type": type,
      "cache-control": cache,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
  });

  it.each([
    ["/archive/art", "/archive/art/"],
    ["/archive", "/archive/"],
    ["/", "/archive/"],
  ])("leads %s to %s", async (path, target) => {
    const { origin } = await serve();
    expect(await get(origin, path)).toMatchObject({ status: 308, headers: { location: target } });
  });

  it("can only be read", async () => {
    const { origin } = await serve();
    expect((await get(origin, "/archive/", { method: "POST" })).status).toBe(405);
    expect(await get(origin, "/archive/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  it("sends what was compressed to whoever can read it", async () => {
    const { origin } = await serve({ ...files, "art/index.html.br": "br!", "art/index.html.gz": "gz!" });
    const encoded = async (encoding: string) => {
      const { body, headers } = await get(origin, "/archive/art/", {
        headers: { "accept-encoding": encoding },
      });
      return [body, headers["content-encoding"], headers["content-type"]];
    };
    expect(await encoded("gzip, br")).toEqual(["br!", "br", "text/html; charset=utf-8"]);
    expect(await encoded("gzip")).toEqual(["gz!", "gzip", "text/html; charset=utf-8"]);
    expect(await encoded("identity")).toEqual(["art", undefined, "text/html; charset=utf-8"]);
  });

  it("says that a page was not modified", async () => {
    const { origin } = await serve();
    const { headers } = await get(origin, "/archive/art/");
    const again = await get(origin, "/archive/art/", { headers: { "if-none-match": String(headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: "" });
    expect(again.headers["content-security-policy"]).toBeDefined();
  });

  it("shows the next build without being started again", async () => {
    const { origin, folder } = await serve();
    writeFiles(folder, { "art/index.html": "a longer text", SHA256SUMS: "x" });
    expect((await get(origin, "/archive/art/")).body).toBe("a longer text");
  });

  it("says in one line that its port is in use", async () => {
    const { origin } = await serve();
    const port = Number(new URL(origin).port);
    const folder = makeFolder(files);
    await expect(serveSite(folder, { port, basePath: "/" })).rejects.toThrow(`port ${port} is in use`);
  });
});
