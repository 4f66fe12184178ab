import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../lib/publish/site/checksums";
import { writeArchive } from "../generate/archive";
import { situations } from "../sites";
import { type LinkedProject, openLinkedProject } from "./linked-project";
import { readSite } from "./read-site";

const ARTICLES = 26;

/** An archive under the settings of the situations, which has books: one proof holds for both. */
describe("an archive that is built in shards", () => {
  let project: LinkedProject;
  const at = (name: string) => join(project.folder, name);
  const shards = ["1/2", "2/2"];
  const placeOf = (shard: string) => at(`shard-${shard[0]}`);

  const build = (out: string, shard = "") =>
    project.run("build", [], { ARCHIVE_OUT: out, ARCHIVE_SHARD: shard });
  const assemble = (...folders: string[]) =>
    project.run("assemble", folders, { ARCHIVE_OUT: at("assembled") });

  beforeAll(() => {
    project = openLinkedProject();
    // More than a few articles, so that workers print the whole.
    writeArchive(at("content"), { seed: 3, articles: ARTICLES, comments: 1, settings: [] });
    copyFileSync(join(situations.content, "archive.md"), at("content/archive.md"));
    for (const shard of shards) {
      const { status, output } = build(placeOf(shard), shard);
      expect(status, output).toBe(0);
      expect(output).toMatch(/printed: \d+ of \d+ articles/u);
      rmSync(at(".next/cache/print"), { recursive: true });
    }
  });
  afterAll(() => project.remove());

  it("is refused while one of them is missing", () => {
    const { status, output } = assemble(placeOf("1/2"));
    expect(status).toBe(1);
    expect(output).toContain("shard 2/2: found nothing, expected its folder");
  });

  it("is, assembled, the site that one machine builds, byte for byte", () => {
    const { status, output } = assemble(...shards.map(placeOf));
    expect(status, output).toBe(0);
    const whole = build(at("whole"));
    expect(whole.status, whole.output).toBe(0);
    expect(`${output}${whole.output}`).not.toContain("proving");
    expect(verifyFolder(at("assembled")).ok).toBe(true);
    const site = readSite(at("assembled"));
    expect(site).toEqual(readSite(at("whole")));
    const paths = [...site.keys()];
    expect(paths.filter((path) => path.endsWith(".epub"))).toHaveLength(ARTICLES);
    for (const path of ["search/terms-0.json", "years/index.html"]) expect(paths).toContain(path);
  });
});
