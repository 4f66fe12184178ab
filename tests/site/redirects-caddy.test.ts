import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCaddyRedirects } from "../../lib/publish/hosts/caddy";
import { hasCaddy, type RunningCaddy, startCaddy } from "./caddy";
import { ask, oldAddresses, redirected, strange, target, unknown } from "./old-requests";

/** As the recipe has it. */
const [forTheRest = ""] =
  /redir https:[^`]+ 302/u.exec(readFileSync("lib/publish/hosts/README.md", "utf8")) ?? [];

describe.runIf(hasCaddy)("Caddy, with the map of old addresses", () => {
  let folder = "";
  let server: RunningCaddy;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "verbatim-caddy-"));
    const map = join(folder, "Caddyfile-redirects");
    writeFileSync(map, writeCaddyRedirects(oldAddresses, target));
    server = await startCaddy(folder, `${forTheRest}\nimport ${map}`);
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

  it.each(unknown)("leaves %s%s to the rest of its site block", async (host, path) => {
    const asked = `http://${host}${path}`;
    expect(await ask(server.origin, host, path)).toEqual([302, `https://archive.example/find/?url=${asked}`]);
  });
});
