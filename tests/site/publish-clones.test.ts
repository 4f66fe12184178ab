import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../lib/publish/checksums";
import { listFolder } from "../../lib/publish/list-files";
import { copyProject, findProgram, removeCopy, runNext } from "./publish-copies";

const faketime = findProgram("/usr/bin/faketime");
let clones: string[] = [];

beforeAll(() => {
  clones = [copyProject("one"), copyProject("another place")];
});
afterAll(() => clones.forEach(removeCopy));

function readSite(clone: string): Map<string, string> {
  const out = join(clone, "out");
  return new Map(
    listFolder(out).files.map((path) => [path, readFileSync(join(out, path)).toString("base64")]),
  );
}

describe("next build alone, in two clones", () => {
  it(`gives the same bytes in Tokyo and in Los Angeles${faketime ? ", a year apart" : " (no faketime here: on one day)"}`, () => {
    const [one = "", another = ""] = clones;
    const tokyo = runNext(one, {
      TZ: "Asia/Tokyo",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      USER: "yuki",
    });
    const angeles = runNext(
      another,
      { TZ: "America/Los_Angeles", LANG: "C" },
      faketime ? [faketime, "-f", "+365d"] : [],
    );
    expect(tokyo.status, tokyo.output).toBe(0);
    expect(angeles.status, angeles.output).toBe(0);
    expect(readSite(another)).toEqual(readSite(one));
    expect(verifyFolder(join(one, "out")).ok).toBe(true);
  });

  it("is refused for a client component and for a page that the archive does not have, and leaves the earlier site", () => {
    const [one = ""] = clones;
    const before = readSite(one);
    const toggle =
      '"use client";\nexport function Toggle() { return <button onClick={() => alert(1)}>x</button>; }\n';
    writeFileSync(join(one, "components/toggle.tsx"), toggle);
    const page = join(one, "app/not-found.tsx");
    const source = readFileSync(page, "utf8").replace("<h1>", "<Toggle /><h1>");
    writeFileSync(page, `import { Toggle } from "../components/toggle";\n${source}`);
    mkdirSync(join(one, "app/about"));
    writeFileSync(
      join(one, "app/about/page.tsx"),
      "export default () => <html lang='fr'><body>x</body></html>;\n",
    );
    const { status, output } = runNext(one, {});
    expect(status).toBe(1);
    expect(output).toContain("components/toggle.tsx: a client component");
    expect(output).toContain("about/index.html: exported, but the archive has no such file");
    expect(readSite(one)).toEqual(before);
  });

  it("is refused for content with a problem before it begins", () => {
    const [, another = ""] = clones;
    const before = readSite(another);
    writeFileSync(join(another, "content/archive.md"), "---\nname: x\n---\n");
    const { status, output } = runNext(another, {});
    expect(status).toBe(1);
    expect(output).toMatch(/content\/archive\.md: \S+: found nothing, expected /u);
    expect(output).not.toContain("Creating an optimized production build");
    expect(readSite(another)).toEqual(before);
  });
});
