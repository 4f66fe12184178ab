import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNginxRedirects } from "../../lib/publish/hosts/nginx";
import { hasNginx, type RunningNginx, startNginx } from "./nginx";
import { ask, oldAddresses, redirected, strange, target, unknown } from "./old-requests";

describe.runIf(hasNginx)("nginx, with the map of old addresses", () => {
  let folder = "";
  let server: RunningNginx;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "verbatim-nginx-"));
    const map = join(folder, "nginx-redirects.conf");
    writeFileSync(map, writeNginxRedirects(oldAddresses, target));
    const inServer = "if ($archived) { return 301 $archived; } return 404;";
    server = await startNginx(folder, inServer, `include ${map};`);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(redirected)("leads %s%s to %s", async (host, path, page) => {
    expect(await ask(server.origin, host, path)).toEqual([301, page]);
  });

  it("leads every strange address to its own page", async () => {
    expect(strange.length).toBeGreaterThan(10);
    for (const { host, path, page } of strange)
      expect(await ask(server.origin, host, path), path).toEqual([301, page]);
  });

  it.each(unknown)("leads %s%s nowhere", async (host, path) => {
    expect(await ask(server.origin, host, path)).toEqual([404, undefined]);
  });
});
