import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { findProgram } from "../programs";
import { firstContent, longThread, type Site, situations } from "../sites";
import { openZip } from "../unit/share/open-zip";

const checker = findProgram("epubcheck");
const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

const books: [what: string, site: Site, slug: string][] = [
  ["the ten comments", firstContent, slug],
  ["400 comments", longThread, "long-thread"],
  ["an English article with pictures", situations, "a-kept-picture"],
  ["tombstones", situations, "un-fil-troue"],
  ["hostile texts", situations, "hostile"],
  ["a script from right to left", situations, "kalam-qadim"],
];

const placeOf = ({ out }: Site, name: string) => join(out, name, `${name}.epub`);

/** Debian's program is a Java archive, which not every system starts by itself. */
async function check(file: string): Promise<string> {
  const words = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", checker ?? "", file];
  const run = promisify(execFile)("java", words);
  // It ends with 1 where it finds something, and says what.
  return run.then(
    ({ stdout, stderr }) => stdout + stderr,
    (error) => `${error.stdout}${error.stderr}`,
  );
}

describe.runIf(checker).concurrent("epubcheck", () => {
  it.each(books)("finds nothing to say of the book with %s", async (_what, site, name) => {
    expect(await check(placeOf(site, name))).toContain("No errors or warnings detected.");
  });
});

describe("the site's books", () => {
  it.each(books)("are sealed and linked from their article: %s", (_what, site, name) => {
    const page = readFileSync(join(site.out, name, "index.html"), "utf8");
    const base = new URL(site.url).pathname;
    expect(page).toContain(`href="${base}${name}/${name}.epub"`);
    expect(page).toContain(`href="${base}${name}/article.md"`);
    const seal = readFileSync(join(site.out, "SHA256SUMS"), "utf8");
    expect(seal).toContain(`  ${name}/${name}.epub\n`);
    expect(seal).toContain(`  ${name}/article.md\n`);
  });

  it("hold every comment of the thread", () => {
    const files = openZip(readFileSync(placeOf(firstContent, slug)));
    const thread = files.get("EPUB/comments-1.xhtml") ?? "";
    for (let id = 1; id <= 10; id++) expect(thread).toContain(`<article id="c-${id}"`);
  });
});
