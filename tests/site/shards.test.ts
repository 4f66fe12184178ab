import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../lib/publish/site/checksums";
import { writeArchive } from "../generate/archive";
import { firstContent, runBuild } from "../sites";
import { readSite } from "./read-site";

/** An archive under the settings of the first content: one proof holds for both. */
describe("an archive that is built in shards", () => {
  let folder = "";
  const at = (name: string) => join(folder, name);
  const shards = ["1/2", "2/2"];
  const placeOf = (shard: string) => at(`shard-${shard[0]}`);

  const assemble = (...folders: string[]) => {
    const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "assemble", "--", ...folders], {
      env: { ...process.env, ARCHIVE_CONTENT: at("content"), ARCHIVE_OUT: at("assembled") },
      encoding: "utf8",
    });
    return { status, output: stdout + stderr };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "verbatim-shards-"));
    // More than a few articles, so that workers print them.
    writeArchive(at("content"), { seed: 3, articles: 50, comments: 1, settings: [] });
    copyFileSync(join(firstContent.content, "archive.md"), at("content/archive.md"));
    for (const shard of shards) {
      const { status, output } = runBuild({
        ...{ ARCHIVE_CONTENT: at("content"), ARCHIVE_OUT: placeOf(shard), ARCHIVE_SHARD: shard },
      });
      expect(status, output).toBe(0);
      expect(output).toMatch(/printed: \d+ of \d+ articles/u);
      rmSync(".next/cache/print", { recursive: true });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is refused while one of them is missing", () => {
    const { status, output } = assemble(placeOf("1/2"));
    expect(status).toBe(1);
    expect(output).toContain("shard 2/2: found nothing, expected its folder");
  });

  it("is, assembled, the site that one machine builds, byte for byte", () => {
    const { status, output } = assemble(...shards.map(placeOf));
    expect(status, output).toBe(0);
    const whole = runBuild({ ARCHIVE_CONTENT: at("content"), ARCHIVE_OUT: at("whole") });
    expect(whole.status, whole.output).toBe(0);
    expect(`${output}${whole.output}`).not.toContain("proving");
    expect(verifyFolder(at("assembled")).ok).toBe(true);
    expect(readSite(at("assembled"))).toEqual(readSite(at("whole")));
  });
});
