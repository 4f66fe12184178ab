import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../lib/publish/site/checksums";
import { recoverSite } from "../../lib/publish/site/swap";
import { writeFiles } from "../unit/folders";
import { linkProject } from "../unit/made-project";
import { smallContent } from "../unit/small-content";
import { type PrintedSite, printSite } from "./print-child";
import { readSite } from "./read-site";

const COMMENTS = 150;
const MOMENTS = 5;
let project = "";

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "verbatim-kill-"));
  linkProject(project);
  writeFiles(project, smallContent(COMMENTS, "the earlier words"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const out = () => join(project, "out");
const print = (killAfter?: number) =>
  printSite({ project, content: join(project, "content"), out: out(), killAfter });

describe("printing and publishing, killed", () => {
  it(`at ${MOMENTS} moments, leaves a whole site each time`, async () => {
    const first = await print();
    expect(first).toMatchObject({ printed: 1, errors: "" });
    writeFiles(project, smallContent(COMMENTS, "the new words"));
    const kills: PrintedSite[] = [];
    for (let moment = 0; moment < MOMENTS; moment++) {
      kills.push(await print((first.milliseconds * moment) / MOMENTS));
      recoverSite(out());
      expect(verifyFolder(out())).toMatchObject({ ok: true });
    }
    // A machine that runs faster the second time may finish before the last of them.
    expect(kills.filter(({ isKilled }) => isKilled).length).toBeGreaterThanOrEqual(MOMENTS / 2);
  });

  it("and begun again, publishes what a machine does that never heard of it", async () => {
    expect((await print()).errors).toBe("");
    const elsewhere = mkdtempSync(join(tmpdir(), "verbatim-kill-"));
    linkProject(elsewhere);
    const clean = join(elsewhere, "out");
    await printSite({ project: elsewhere, content: join(project, "content"), out: clean });
    const site = readSite(out());
    expect(site).toEqual(readSite(clean));
    expect(site.get(`art/c/${COMMENTS}/index.html`)).toContain("the new words");
    rmSync(elsewhere, { recursive: true });
  });
});
