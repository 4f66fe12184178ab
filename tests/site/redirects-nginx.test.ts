import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatProblem, readArchive } from "../../lib/archive/read";
import { writeNginxRedirects } from "../../lib/publish/nginx-redirects";
import { listOldAddresses } from "../../lib/share/old-addresses/old-addresses";
import { hasNginx, type RunningNginx, startNginx } from "./nginx";

const read = readArchive("tests/fixtures/old-addresses");
if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
const { addresses } = listOldAddresses(read.archive);
const target = { url: new URL(read.archive.settings.url), published: [] };
const many = Array.from({ length: 110_000 }, (_, number) => {
  const path = `t/a-title-of-some-length-such-as-forums-make-them/${number}`;
  const original = `https://big.example/${path}`;
  return { original, key: `big.example/${path}`, slug: "news", archived: `news/c/${number}/` };
});

describe.runIf(hasNginx)("nginx, with the map of old addresses", () => {
  let folder = "";
  let server: RunningNginx;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "verbatim-nginx-"));
    const map = join(folder, "nginx-redirects.conf");
    writeFileSync(map, writeNginxRedirects([...addresses, ...many], target));
    const inServer = "if ($archived) { return 301 $archived; } return 404;";
    server = await startNginx(folder, inServer, `include ${map};`);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (host: string, path: string) =>
    new Promise<[status: number | undefined, location: string | undefined]>((done, fail) => {
      const asked = request(server.origin, { path, headers: { Host: host } }, (response) => {
        response.resume();
        done([response.statusCode, response.headers.location]);
      });
      asked.on("error", fail).end();
    });

  it.each([
    ["www.paper.example", "/2021/news/", "news/"],
    ["paper.example", "/2021/news/", "news/"],
    ["paper.example", "/2021/news/?comment=2", "news/c/2/"],
    ["forum.example", "/viewtopic.php?t=7", "forum/"],
    ["forum.example", "/viewtopic.php?t=7&p=70", "forum/c/a/"],
    ["forum.example", "/viewtopic.php?t=8", "forum/c/b/"],
    ["forum.example", "/p/4", "forum/c/d/"],
    ["other.example:8080", "/p/4", "forum/c/e/"],
    ["big.example", "/t/a-title-of-some-length-such-as-forums-make-them/99999", "news/c/99999/"],
  ])("leads %s%s to %s", async (host, path, page) => {
    expect(await ask(host, path)).toEqual([301, `https://archive.example/kept/${page}`]);
  });

  it("leads every hostile address to its own page", async () => {
    const hostile = addresses.filter(
      ({ key, slug, commentId }) => slug === "strange" && commentId && !key.includes("#"),
    );
    expect(hostile.length).toBeGreaterThan(10);
    for (const { original, archived } of hostile) {
      const { host, pathname, search } = new URL(original);
      expect(await ask(host, pathname + search), original).toEqual([301, target.url.href + archived]);
    }
  });

  it.each([
    ["paper.example", "/nowhere"],
    ["paper.example", "/viewtopic.php?t=7"],
    ["forum.example", "/viewtopic.php?t=9"],
    ["forum.example", "/viewtopic.php"],
    ["paper.example", "/anything"],
  ])("leads %s%s nowhere", async (host, path) => {
    expect(await ask(host, path)).toEqual([404, undefined]);
  });
});
