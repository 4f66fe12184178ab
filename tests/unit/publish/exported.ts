import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { readArchive } from "../../../lib/archive/reading/read";
import { assetOf } from "../../../lib/print/page/assets";
import { expectFiles } from "../../../lib/publish/expected-files";
import type { PagePlace } from "../../../lib/publish/page-plan";

export const css = "body{color:#222}";
export const reader = assetOf("reader.fr.js", Buffer.from("addEventListener('hashchange',()=>{})"));
export const finder = assetOf("find.js", Buffer.from("document.forms"));

/** The place of a page of a small archive below a base path. */
export const place: PagePlace = {
  address: new URL("https://example.org/archive/art/"),
  plan: {
    url: new URL("https://example.org/archive/"),
    stylesheets: new Map([["_next/static/chunks/a.css", css]]),
    scripts: new Map([
      ["reader.fr.js", reader],
      ["find.js", finder],
    ]),
  },
};

/** A page as Next 16.4 exports one, shortened; the parts that differ between cases can be given. */
export function exportedPage({
  head = "<title>Art</title>",
  body = "<main><h1>Art</h1></main>",
} = {}): string {
  return `<!DOCTYPE html><html lang="fr"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/>\
<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>\
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>\
<script src="/_next/static/chunks/c.js" async=""></script><meta name="next-size-adjust" content=""/>${head}\
<script src="/_next/static/chunks/d.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div>\
${body}<!--$--><!--/$--><script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>\
<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\""])</script></body></html>`;
}

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test, with the given files in it. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-publish-"));
  made.push(folder);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * An archive of one article with so many comments, as a build has it just before it publishes: `content/`,
 * `exported/`, `next/`, all below one folder.
 */
export function readyBuild(comments: number, words = "x"): Record<string, string> {
  const ids = Array.from({ length: comments }, (_, index) => index + 1);
  const page = exportedPage({ body: `<main><h1>${words}</h1></main>` });
  const pages = [
    "index.html",
    "404.html",
    "find/index.html",
    "art/index.html",
    "art/as-posted/index.html",
    ...ids.map((id) => `art/c/${id}/index.html`),
  ];
  const content = {
    "content/archive.md":
      "---\nname: A\nlanguage: en\nurl: https://example.org/archive/\nkeeper: k\ncontact: mailto:k@example.org\n---\n",
    "content/authors/b.md": "---\nname: B\n---\n",
    "content/art/article.md":
      "---\ntitle: T\nlanguage: en\nauthor: b\npublished: 2021-01-15T09:00:00Z\ntimeZone: Europe/Paris\nsource:\n  name: S\n  url: https://s.example/\n---\nx\n",
    ...Object.fromEntries(
      ids.map((id) => [`content/art/comments/${id}.md`, `---\nauthor: a\nposition: ${id}\n---\nx\n`]),
    ),
  };
  return {
    ...content,
    ...Object.fromEntries(pages.map((path) => [`exported/${path}`, page])),
    ...Object.fromEntries(listCopies(content).map((path) => [`exported/${path}`, words])),
    "exported/_next/static/chunks/a.css": css,
    "next/server/app/page_client-reference-manifest.js": "globalThis.__RSC_MANIFEST = {};",
  };
}

/** The machine-readable files that the routes would have written. */
function listCopies(content: Readonly<Record<string, string>>): readonly string[] {
  const read = readArchive(join(makeFolder(content), "content"));
  if (!read.ok) throw new Error("the archive of this test has a problem");
  return expectFiles(read.archive, []).copies;
}
