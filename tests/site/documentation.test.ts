import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { formatProblem, readArchive } from "../../lib/archive/reading/read";
import { documents } from "../documents";
import { firstContent, situations } from "../sites";

/** What only an archive has that asks for it, or that has more than a page of it. */
const IN_OTHERS = /^participants\/|^years\/2021\/1\/$/u;

describe.each(documents)("$path", ({ path: document, text }) => {
  const sites = [firstContent, situations].map(({ out }) => listFolder(out).files);

  it("names only addresses and files that a site has", () => {
    const inSite = /(?:`\/|`out\/|\/srv\/archive\/)(?<path>[\w<>.-][\w<>./-]*)[;?#`]/gu;
    const named = [...text.matchAll(inSite)].map(({ groups }) => groups?.path ?? "");
    const missing = named.filter((path) => !sites.some((files) => files.some((file) => fits(file, path))));
    expect(missing.filter((path) => path !== "srv/archive" && !IN_OTHERS.test(path))).toEqual([]);
    if (document === "lib/share/README.md") expect(named.length).toBeGreaterThan(8);
  });
});

/** `<article>` and `<id>` stand for any name, an address with a slash at its end for its page. */
function fits(file: string, named: string): boolean {
  const path = named.endsWith("/") ? `${named}index.html` : named;
  const literal = path.split(/<[^>]+>/u).map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${literal.join("[^/]+")}$`, "u").test(file);
}

describe.each([firstContent, situations])("$name", ({ content, out }) => {
  const read = readArchive(content);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  const pages = read.archive.articles.flatMap(({ slug, thread }) => [
    slug,
    ...thread.inSourceOrder.map(({ comment }) => `${slug}/c/${comment.id}`),
  ]);

  it("has Open Graph, JSON-LD, microformats2 and what Zotero reads on the page of each article and comment", () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const markup = readFileSync(join(out, page, "index.html"), "utf8");
      for (const mark of ['property="og:title"', "application/ld+json", "h-entry", 'name="z:itemType"'])
        expect(markup, page).toContain(mark);
    }
  });
});
