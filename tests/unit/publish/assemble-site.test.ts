import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../../lib/archive/reading/list-files";
import { printArticles } from "../../../lib/print/print-articles";
import { printCatalogue } from "../../../lib/print/print-catalogue";
import { assembleSite } from "../../../lib/publish/site/assemble-site";
import { verifyFolder } from "../../../lib/publish/site/checksums";
import { formatWeights, weighSite } from "../../../lib/publish/site/weights";
import { makeProject } from "../made-project";

const hostFiles = [
  "SHA256SUMS",
  "_headers",
  "_hosting/Caddyfile",
  "_hosting/Caddyfile-redirects",
  "_hosting/nginx-redirects.conf",
  "_hosting/nginx.conf",
  "_redirects",
];
const pages = [
  "404.html",
  "art/as-posted/index.html",
  "art/c/1/index.html",
  "art/c/2/index.html",
  "art/index.html",
  "authors/b/index.html",
  "authors/index.html",
  "find/index.html",
  "index.html",
  "search/index.html",
  "sources/index.html",
  "sources/s/index.html",
  "years/2021/index.html",
  "years/index.html",
];
const copies = [
  "art/article.md",
  "art/citations.bib",
  "art/citations.json",
  "art/citations.ris",
  "art/feed.xml",
  "art/oembed.json",
  "art/thread.json",
  "feed.json",
  "feed.xml",
  "find/0.json",
  "manifest.webmanifest",
  "robots.txt",
  "search/articles-0.json",
  "search/comments-0-0.json",
  "search/terms-0.json",
  "sitemap.xml",
  "thread.schema.json",
];

/** Prints a project's archive and puts its site together. */
async function assemble({ precompress = false } = {}) {
  const project = makeProject();
  const nothing = () => undefined;
  const content = join(project, "content");
  const order = { project, content, precompress, onRead: nothing, onPrint: nothing };
  const printed = await printArticles(order);
  if (!printed.ok) throw new Error("the archive of this test has a problem");
  const out = join(project, "out");
  const own = await printCatalogue(printed.value);
  return { out, printed: printed.value, own, files: assembleSite(out, printed.value, own) };
}

describe("a site", () => {
  it("is exactly the archive's pages and their copies, what lies in public/, and what hosts read, sealed", async () => {
    const { out } = await assemble();
    const { files } = listFolder(out);
    const isScript = (path: string) => path.startsWith("_assets/");
    const shared = listFolder("public").files.filter((path) => !path.endsWith(".js"));
    expect(shared).toContain("icon.svg");
    const expected = [...hostFiles, ...pages, ...copies, ...shared].sort();
    expect(files.filter((path) => !isScript(path))).toEqual(expected);
    expect(files.filter(isScript)).toEqual(
      ["find", "reader.en", "reader.fr", "search.en", "search.fr"].map((name) =>
        expect.stringMatching(new RegExp(`^_assets/${name}\\.[0-9a-f]{10}\\.js$`, "u")),
      ),
    );
    expect(verifyFolder(out)).toEqual({ ok: true, files: files.length - 1 });
  });

  it("shares its articles' files with the store where the file system can, instead of writing them again", async () => {
    const { out, printed } = await assemble();
    const [record] = printed.records;
    const [file] = record?.files ?? [];
    if (!record || !file) throw new Error("nothing was printed");
    const place = printed.placeOf(record, file);
    expect(readFileSync(join(out, file.path)).equals(readFileSync(place))).toBe(true);
    // A reflink is a file of its own; a hard link is the same file.
    const isShared = statSync(join(out, file.path)).ino === statSync(place).ino;
    expect(isShared || statSync(place).nlink === 1).toBe(true);
  });

  it("is compressed when asked, and what was compressed is sealed", async () => {
    const { out } = await assemble({ precompress: true });
    const seal = readFileSync(join(out, "SHA256SUMS"), "utf8");
    for (const path of ["index.html", "art/index.html", "art/thread.json"])
      for (const form of ["br", "gz"]) expect(seal).toContain(`  ${path}.${form}\n`);
    expect(verifyFolder(out).ok).toBe(true);
  });

  it("is refused where two files want to be one", async () => {
    const { out, printed, own } = await assemble();
    const twice = [...own, { path: "art/index.html", content: "" }];
    expect(() => assembleSite(`${out}-2`, printed, twice)).toThrow("two files want to be art/index.html");
  });

  it("is weighed: pages, files, bytes, and its heaviest page as it is and compressed", async () => {
    const { out, files } = await assemble();
    const weights = weighSite(out, files, 1);
    const sizes = listFolder(out).files.map((path) => statSync(join(out, path)).size);
    expect(weights).toMatchObject({
      pages: pages.length,
      files: files.length,
      filesPerArticle: files.length,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
    });
    const { path, raw, gzip, brotli } = weights.heaviest;
    expect(raw).toBe(Math.max(...pages.map((page) => statSync(join(out, page)).size)));
    expect(raw).toBe(statSync(join(out, path)).size);
    expect([raw > gzip, gzip > brotli]).toEqual([true, true]);
    expect(formatWeights(weights)).toContain(`heaviest page  ${path}`);
  });
});
