import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brotliSize } from "../../lib/print/bytes";
import { sites } from "../sites";
import { listPages, openPage } from "./pages";

describe.each(sites)("the old addresses of $name", (site) => {
  const pages = listPages(site);
  const base = new URL(site.url).pathname;
  const readSite = (path: string) => readFileSync(join(site.out, path), "utf8");

  it("lead to pages that there are, in the index as in the files for hosts", () => {
    const shards = readdirSync(join(site.out, "find")).filter((name) => name.endsWith(".json"));
    const found = shards.flatMap((name) => Object.values(JSON.parse(readSite(`find/${name}`))));
    const rules = readSite("_redirects").matchAll(/^[^# ]+ (\S+) 301$/gmu);
    const entries = readSite("_hosting/nginx-redirects.conf").matchAll(/^ {2}"[^~].*" "(.+)";$/gmu);
    const caddyEntries = readSite("_hosting/Caddyfile-redirects").matchAll(/^ {2}"[^~].*" (https\S+)$/gmu);
    const redirected = [...rules].map(([, to = ""]) => to.slice(base.length));
    const mapped = [...entries, ...caddyEntries].map(([, to = ""]) => to.slice(site.url.length));
    for (const list of [found, redirected, mapped]) expect(list.length).toBeGreaterThan(0);
    expect([...found, ...redirected, ...mapped].filter((page) => !pages.includes(String(page)))).toEqual([]);
  });

  it("are on a page that knows how many files the index has and lists what leads where", () => {
    const page = openPage(site, "find/");
    const shards = readdirSync(join(site.out, "find")).filter((name) => name.endsWith(".json"));
    expect(page("form").attr("data-shards")).toBe(String(shards.length));
    const rows = page("tbody tr").toArray();
    const listed = rows.map((row) => page(row).find("a").attr("href")?.slice(base.length));
    expect(listed).toEqual(Object.values(JSON.parse(readSite("find/0.json"))));
  });

  it("are looked up by a script that only that page names and allows, of at most 1,200 bytes", () => {
    for (const path of pages) {
      const page = openPage(site, path);
      const sources = page("script[src*='/find.']").toArray();
      const [script] = sources;
      expect(sources, path).toHaveLength(path === "find/" ? 1 : 0);
      if (!script) continue;
      const policy = page("meta[http-equiv]").attr("content");
      expect(policy).toContain(`'${page(script).attr("integrity")}'`);
      const file = page(script).attr("src")?.slice(base.length) ?? "";
      expect(brotliSize(readFileSync(join(site.out, file)))).toBeLessThanOrEqual(1200);
    }
  });
});
