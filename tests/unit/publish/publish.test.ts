import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { listFolder } from "../../../lib/archive/reading/list-files";
import { readArchive } from "../../../lib/archive/reading/read";
import { verifyFolder } from "../../../lib/publish/checksums";
import { publishSite } from "../../../lib/publish/publish";
import { weighSite } from "../../../lib/publish/weights";
import { exportedPage, makeFolder, readyBuild, writeFiles } from "./exported";

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
  "find/index.html",
  "index.html",
];
const copies = [
  "art/card.png",
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
  "sitemap.xml",
  "thread.schema.json",
];
let folder = "";
beforeEach(() => {
  folder = makeFolder(readyBuild(2));
});

const add = (files: Record<string, string>) => writeFiles(folder, files);
/** The reader's scripts, under names of their content. */
const readers = ["en", "fr"].map((language) =>
  expect.stringMatching(new RegExp(`^_assets/reader\\.${language}\\.[0-9a-f]{16}\\.js$`, "u")),
);
const published = () => listFolder(join(folder, "out")).files;

function publish({ precompress = false } = {}) {
  const read = readArchive(join(folder, "content"));
  if (!read.ok) throw new Error("the archive of this test has a problem");
  return publishSite({
    archive: read.archive,
    content: join(folder, "content"),
    publicFolder: join(folder, "public"),
    exported: join(folder, "exported"),
    nextFolder: join(folder, "next"),
    out: join(folder, "out"),
    precompress,
  });
}

describe("publishing", () => {
  it("makes a sealed site of exactly the archive's pages and their copies, sitemaps in the root", () => {
    expect(publish()).toEqual([]);
    const all = [...hostFiles, ...pages, ...copies, ...readers];
    expect(published()).toHaveLength(all.length);
    expect(published()).toEqual(expect.arrayContaining(all));
    expect(verifyFolder(join(folder, "out"))).toEqual({ ok: true, files: all.length - 1 });
  });

  it("adds what lies in public/, and names the reader's script by its content", () => {
    const files = { "icon.svg": "<svg/>", ".DS_Store": "x" };
    for (const [path, text] of Object.entries(files))
      add({ [`public/${path}`]: text, [`exported/${path}`]: text });
    add({
      "exported/index.html": exportedPage({ body: '<script src="/archive/reader.fr.js" defer=""></script>' }),
    });
    expect(publish()).toEqual([]);
    const added = published().filter((path) => ![...hostFiles, ...pages, ...copies].includes(path));
    expect(added).toEqual([...readers, "icon.svg"]);
    expect(readFileSync(join(folder, "out/index.html"), "utf8")).toContain(`src="/archive/${added[1]}"`);
  });

  it("compresses when asked, and seals what it compressed", () => {
    const body = `<main><h1>${"words ".repeat(200)}</h1></main>`;
    add({ "exported/index.html": exportedPage({ body }) });
    expect(publish({ precompress: true })).toEqual([]);
    expect(published()).toEqual(expect.arrayContaining(["index.html.br", "index.html.gz"]));
    expect(readFileSync(join(folder, "out/SHA256SUMS"), "utf8")).toContain("  index.html.br\n");
  });

  it("weighs what it made", () => {
    publish();
    expect(weighSite(join(folder, "out"))).toMatchObject({
      pages: 7,
      files: hostFiles.length + pages.length + copies.length + readers.length,
      heaviest: { path: "404.html" },
    });
  });
});

describe("a page that is refused is named with the file of content/ that it was made from", () => {
  it.each([
    ["art/index.html", "art/"],
    ["art/as-posted/index.html", "art/"],
    ["art/c/2/index.html", "art/comments/2.md"],
  ])("%s with %s", (page, source) => {
    add({
      [`exported/${page}`]: exportedPage({
        body: '<a href="javascript:x()">x</a><img src="/archive/no.png"/>',
      }),
    });
    const named = `${page}, made from ${join(folder, "content")}/${source}`;
    expect(publish()).toEqual([
      `${named}: <a> has the address "javascript:x()"`,
      `${named}: it needs no.png, which is not in the site`,
    ]);
  });

  it("whatever name of the article the page answers at", () => {
    const article = "content/art/article.md";
    const text = readFileSync(join(folder, article), "utf8");
    add({ [article]: text.replace("title:", "formerSlugs: [old]\ntitle:") });
    const exported = ["", "as-posted/", "c/1/", "c/2/"].map((path) => `exported/old/${path}index.html`);
    add(Object.fromEntries(exported.map((path) => [path, exportedPage()])));
    add({ "exported/old/c/2/index.html": exportedPage({ body: '<a href="javascript:x()">x</a>' }) });
    expect(publish()[0]).toContain(
      `old/c/2/index.html, made from ${join(folder, "content")}/art/comments/2.md:`,
    );
  });
});

describe("publishing is refused, and the earlier site stays", () => {
  beforeEach(() => {
    publish();
  });

  it.each([
    [
      "for a page of the export that is not good",
      { "exported/index.html": exportedPage({ body: "<script>x()</script>" }) },
      "index.html: there is an unknown script: x()",
    ],
    [
      "for a page that needs what is not there",
      {
        "exported/index.html": exportedPage({
          head: '<title>x</title><link rel="icon" href="/archive/icon.svg"/>',
        }),
      },
      "index.html: it needs icon.svg, which is not in the site",
    ],
    [
      "for an icon whose address forgets the base path",
      {
        "exported/index.html": exportedPage({ head: '<title>x</title><link rel="icon" href="/icon.svg"/>' }),
      },
      "index.html: it loads /icon.svg from elsewhere",
    ],
    [
      "for a stylesheet that loads something",
      { "exported/_next/static/chunks/a.css": "p{background:url(../media/x.png)}" },
      "a stylesheet loads ../media/x.png",
    ],
    [
      "for a file in public/ that was not exported",
      { "public/humans.txt": "" },
      "humans.txt: missing from the export",
    ],
    [
      "for a page that the archive does not have",
      { "exported/art/c/3/index.html": exportedPage() },
      "art/c/3/index.html: exported, but the archive has no such file",
    ],
  ])("%s", (_, files: Record<string, string>, problem) => {
    const before = readFileSync(join(folder, "out/SHA256SUMS"), "utf8");
    add(files);
    expect(publish()).toContain(problem);
    expect(readFileSync(join(folder, "out/SHA256SUMS"), "utf8")).toBe(before);
    expect(verifyFolder(join(folder, "out")).ok).toBe(true);
  });

  it("where other files lie", () => {
    add({ "mine/out/diary.txt": "mine" });
    const read = readArchive(join(folder, "content"));
    if (!read.ok) throw new Error("the archive of this test has a problem");
    const order = { archive: read.archive, content: "", publicFolder: "", precompress: false };
    const folders = { exported: join(folder, "exported"), nextFolder: join(folder, "next") };
    const [problem] = publishSite({ ...order, ...folders, out: join(folder, "mine/out") });
    expect(problem).toContain("holds files that are not of a site");
    expect(listFolder(join(folder, "mine")).files).toEqual(["out/diary.txt"]);
  });
});
