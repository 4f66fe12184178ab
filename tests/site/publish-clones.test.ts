import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { verifyFolder } from "../../lib/publish/site/checksums";
import { findProgram } from "../programs";
import { firstContent } from "../sites";
import { copyProject, removeCopy, runNext } from "./publish-copies";

const faketime = findProgram("faketime");
let clone = "";

beforeAll(() => {
  clone = copyProject("another place");
});
afterAll(() => removeCopy(clone));

function readSite(out: string): Map<string, string> {
  return new Map(
    listFolder(out).files.map((path) => [path, readFileSync(join(out, path)).toString("base64")]),
  );
}

describe("next build alone, in a clone elsewhere", () => {
  if (!faketime) it.todo("gives the same bytes a year later, by faketime");

  it(`gives the same bytes in Los Angeles, in Turkish${faketime ? ", a year later" : ""}`, () => {
    const { status, output } = runNext(
      clone,
      { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", USER: "yuki" },
      faketime ? [faketime, "-f", "+365d"] : [],
    );
    expect(status, output).toBe(0);
    expect(readSite(join(clone, "out"))).toEqual(readSite(firstContent.out));
    expect(verifyFolder(join(clone, "out")).ok).toBe(true);
  });

  it("is refused for a client component and for a page that the archive does not have, and leaves the earlier site", () => {
    const before = readSite(join(clone, "out"));
    const toggle =
      '"use client";\nexport function Toggle() { return <button onClick={() => alert(1)}>x</button>; }\n';
    writeFileSync(join(clone, "components/toggle.tsx"), toggle);
    const page = join(clone, "app/not-found.tsx");
    const source = readFileSync(page, "utf8").replace("<h1>", "<Toggle /><h1>");
    writeFileSync(page, `import { Toggle } from "../components/toggle";\n${source}`);
    mkdirSync(join(clone, "app/about"));
    writeFileSync(
      join(clone, "app/about/page.tsx"),
      "export default () => <html lang='fr'><body>x</body></html>;\n",
    );
    const { status, output } = runNext(clone, {});
    expect(status).toBe(1);
    expect(output).toContain("components/toggle.tsx: a client component");
    expect(output).toContain("about/index.html: exported, but the archive has no such file");
    expect(readSite(join(clone, "out"))).toEqual(before);
  });

  it("is refused for content with a problem before it begins", () => {
    const before = readSite(join(clone, "out"));
    writeFileSync(join(clone, "content/archive.md"), "---\nname: x\n---\n");
    const { status, output } = runNext(clone, {});
    expect(status).toBe(1);
    expect(output).toMatch(/content\/archive\.md: \S+: found nothing, expected /u);
    expect(output).not.toContain("Creating an optimized production build");
    expect(readSite(join(clone, "out"))).toEqual(before);
  });
});
