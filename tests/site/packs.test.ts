import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { packSite } from "../../lib/publish/packs/pack-site";
import { verifyPack } from "../../lib/publish/packs/verify-pack";
import { firstContent, situations } from "../sites";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-packs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands as their users call them. */
function run(command: "pack" | "verify", words: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", command, "--", ...words], {
    env: {
      ...process.env,
      ARCHIVE_CONTENT: situations.content,
      ARCHIVE_OUT: situations.out,
      ...environment,
    },
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

function unpack(file: string): string {
  const place = `${file}.unpacked`;
  for (const [path, content] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  return place;
}

describe("a bag", () => {
  let file: string;
  let bag: string;
  beforeAll(() => {
    file = join(folder, "bag.zip");
    const { status, output } = run("pack", ["bagit", "--out", file], { TZ: "Asia/Tokyo" });
    expect(output).toContain(file);
    expect(status).toBe(0);
    const place = unpack(file);
    bag = join(place, listFolder(place).files[0]?.split("/")[0] ?? "");
  });

  it("has manifests that hold under sha256sum", () => {
    for (const manifest of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const { status, stderr } = spawnSync("sha256sum", ["--check", "--strict", "--quiet", manifest], {
        cwd: bag,
      });
      expect(String(stderr)).toBe("");
      expect(status).toBe(0);
    }
  });

  it("holds the content and the site to the letter, every file of them in its manifest, and nothing else", () => {
    const files = listFolder(join(bag, "data")).files;
    const [content, out] = [listFolder(situations.content).files, listFolder(situations.out).files];
    expect(files).toEqual(
      [...content.map((path) => `content/${path}`), ...out.map((path) => `out/${path}`)].sort(),
    );
    for (const path of content)
      expect(
        readFileSync(join(bag, "data/content", path)).equals(readFileSync(join(situations.content, path))),
      ).toBe(true);
    const manifest = readFileSync(join(bag, "manifest-sha256.txt"), "utf8").trimEnd().split("\n");
    expect(manifest.map((line) => line.slice(66))).toEqual(files.map((path) => `data/${path}`));
  });

  it("says who keeps it, when it is from, and how much it holds", () => {
    const info = readFileSync(join(bag, "bag-info.txt"), "utf8");
    expect(info).toContain("Source-Organization: the makers of these tests\n");
    expect(info).toMatch(/^Bagging-Date: \d{4}-\d\d-\d\d$/mu);
    const [, bytes, count] = /^Payload-Oxum: (\d+)\.(\d+)$/mu.exec(info) ?? [];
    const files = listFolder(join(bag, "data")).files;
    expect(Number(count)).toBe(files.length);
    expect(Number(bytes)).toBe(
      files.reduce((sum, path) => sum + readFileSync(join(bag, "data", path)).length, 0),
    );
  });

  it("passes verification, and no longer when a byte of it is another", () => {
    expect(run("verify", [file])).toMatchObject({ status: 0 });
    const bytes = readFileSync(file);
    const changed = join(folder, "changed.zip");
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
    writeFileSync(changed, bytes);
    const { status, output } = run("verify", [changed]);
    expect(status).toBe(1);
    expect(output).toMatch(/: changed\n$/u);
  });

  it("leaves the list of what was erased at home, but where it is asked to take it along", async () => {
    const content = join(folder, "content");
    cpSync(firstContent.content, content, { recursive: true });
    writeFileSync(join(content, "erased.txt"), "");
    const order = { kind: "bagit", content, out: firstContent.out } as const;
    for (const withLedgers of [false, true]) {
      const bagged = join(folder, `ledgers-${withLedgers}.zip`);
      expect(await packSite({ ...order, file: bagged, withLedgers })).toMatchObject({ ok: true });
      const paths = Object.keys(unzipSync(readFileSync(bagged)));
      expect(paths.some((path) => path.endsWith("data/content/erased.txt"))).toBe(withLedgers);
      expect(paths.some((path) => path.endsWith("data/content/permalinks.txt"))).toBe(true);
    }
  });
});

describe("a WACZ", () => {
  let file: string;
  let files: Record<string, Uint8Array>;
  const read = (path: string) => Buffer.from(files[path] ?? []).toString("utf8");
  beforeAll(() => {
    file = join(folder, "site.wacz");
    expect(run("pack", ["wacz", "--out", file]).status).toBe(0);
    files = unzipSync(readFileSync(file));
  });

  it("passes verification, and no longer when a file joins it", async () => {
    expect(await verifyPack(file)).toEqual({ ok: true, files: 5 });
    const { zipSync } = await import("fflate");
    const longer = join(folder, "longer.wacz");
    writeFileSync(longer, zipSync({ ...files, "pages/more.jsonl": Buffer.from("{}") }));
    expect(await verifyPack(longer)).toEqual({
      ok: false,
      problems: ["pages/more.jsonl: extra, no manifest names it"],
    });
  });

  it("lists every page of the site with its title and its address", () => {
    const [, ...pages] = read("pages/pages.jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const built = listFolder(situations.out).files.filter((path) => path.endsWith("index.html"));
    expect(pages.map(({ url }) => url).sort()).toEqual(
      built.map((path) => situations.url + path.replace(/index\.html$/u, "")).sort(),
    );
    for (const { title, ts } of pages) {
      expect(title).not.toMatch(/^$|&\w+;/u);
      expect(ts).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    }
  });

  it("has an index in which each line gives the place of its record", () => {
    const warc = Buffer.from(files["archive/data.warc.gz"] ?? []);
    const lines = gunzipSync(Buffer.from(files["indexes/index.cdx.gz"] ?? []))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    expect(lines).toEqual(lines.toSorted());
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const { url, offset, length, mime } = JSON.parse(line.slice(line.indexOf("{")));
      const record = gunzipSync(warc.subarray(offset, offset + length)).toString("utf8");
      expect(record).toContain(`\r\nWARC-Target-URI: ${url}\r\n`);
      expect(record).toContain(`\r\nContent-Type: ${mime}`);
    }
  });
});

describe("a pack", () => {
  it.each(["bagit", "wacz"] as const)(
    "as %s has the same bytes in another zone, folder and language",
    (kind) => {
      const environments: Record<string, string>[] = [
        { TZ: "UTC", LC_ALL: "C" },
        { TZ: "Pacific/Apia", LC_ALL: "de_DE.UTF-8" },
      ];
      const packs = environments.map((environment, index) => {
        const file = join(folder, `again-${index}.${kind}`);
        expect(run("pack", [kind, "--out", file], environment).status).toBe(0);
        return readFileSync(file);
      });
      expect(packs[0]?.equals(packs[1] ?? Buffer.of())).toBe(true);
    },
  );

  it.each([
    ["no site", { ARCHIVE_OUT: "/nowhere" }, /^\/nowhere: found no site, call npm run build first$/mu],
    [
      "a site for elsewhere",
      { ARCHIVE_URL: "https://else.example/" },
      /index\.html: found a site for \S+, expected https:\/\/else\.example\//u,
    ],
    [
      "content at fault",
      { ARCHIVE_CONTENT: "tests/fixtures/archive/settings/content" },
      /archive\.md: name: found ""/u,
    ],
  ])("is not made of %s", (_what, environment, line) => {
    const { status, output } = run("pack", ["wacz", "--out", join(folder, "none.wacz")], environment);
    expect(status).toBe(1);
    expect(output).toMatch(line);
  });
});
