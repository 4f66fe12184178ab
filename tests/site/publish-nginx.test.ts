import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstContent, type Site, situations } from "../sites";
import { expectAnswer, findArticle, type HostedSite, listAnswers, placeSite } from "./hosted-site";
import { hasNginx, type RunningNginx, startNginx } from "./nginx";

// The first content lies at the root, the other one below a base path.
describe.runIf(hasNginx).each([firstContent, situations])(
  "nginx, with the snippet of $name",
  (site: Site) => {
    let hosted: HostedSite;
    let server: RunningNginx;

    beforeAll(async () => {
      hosted = placeSite(site);
      const snippet = join(site.out, "_hosting/nginx.conf");
      server = await startNginx(hosted.folder, `root ${hosted.root}; include ${snippet};`);
    });
    afterAll(async () => {
      await server.close();
      rmSync(hosted.folder, { recursive: true, force: true });
    });

    const page = findArticle(site);
    const addressOf = (path: string) => `${server.origin}${hosted.base}${path}`;

    it.each([
      ...listAnswers(page),
      ["the icon", "icon.svg", 200, "image/svg+xml; charset=utf-8", "public, max-age=0, must-revalidate"],
    ] as const)("sends all headers with %s", (...answer) => expectAnswer(site, addressOf(answer[1]), answer));

    it("leads to the address with the slash", async () => {
      const answer = await fetch(addressOf(page.replace(/\/$/u, "")), { redirect: "manual" });
      expect(answer.status).toBe(301);
      expect(answer.headers.get("location")).toBe(`${hosted.base}${page}`);
    });

    it("compresses pages for whoever can read it", async () => {
      const answer = await fetch(addressOf(page), { headers: { "accept-encoding": "gzip" } });
      expect(answer.headers.get("content-encoding")).toBe("gzip");
    });
  },
);
