/**
 * How long a large archive takes to build, and what of it is publishing: `npx tsx tests/bench/publish.ts [articles]`.
 * Each article has ten comments of a few sentences. Uses the project's `.next`, and a temporary folder for the rest.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openArchive } from "../../lib/archive/read";
import { buildSite } from "../../lib/publish/build";
import { publishSite } from "../../lib/publish/publish";

const articles = Number(process.argv[2] ?? 200);
const project = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
const words =
  "Un commentaire de quelques phrases, ni court ni long, avec un *mot* appuyé et un [lien](https://example.org/). ";

function write(path: string, text: string): void {
  mkdirSync(join(folder, "content", path, ".."), { recursive: true });
  writeFileSync(join(folder, "content", path), text);
}

write(
  "archive.md",
  "---\nname: Banc\nlanguage: fr\nurl: https://example.org/\nkeeper: k\ncontact: mailto:k@example.org\n---\n",
);
write("authors/a.md", "---\nname: A\n---\n");
for (let article = 1; article <= articles; article++) {
  const fields = `title: Article ${article}\nlanguage: fr\nauthor: a\npublished: 2021-01-15T09:00:00+01:00\ntimeZone: Europe/Paris`;
  write(
    `article-${article}/article.md`,
    `---\n${fields}\nsource:\n  name: S\n  url: https://example.org/s\n---\n${words.repeat(20)}\n`,
  );
  for (let id = 1; id <= 10; id++) {
    write(
      `article-${article}/comments/${id}.md`,
      `---\nauthor: Personne ${id}\nposition: ${id}\n---\n${words.repeat(4)}\n`,
    );
  }
}

process.env.ARCHIVE_CONTENT = join(folder, "content");
process.env.ARCHIVE_OUT = join(folder, "out");
const began = performance.now();
const status = await buildSite(project);
const built = performance.now();
if (status !== 0) process.exit(status);
const problems = publishSite({
  archive: openArchive(),
  content: join(folder, "content"),
  publicFolder: join(project, "public"),
  exported: join(project, ".next/export"),
  nextFolder: join(project, ".next"),
  out: join(folder, "out"),
  precompress: false,
});
const published = performance.now();
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
console.log(problems.join("\n"));
console.log(
  `${articles} articles: build ${seconds(built - began)}, of which publishing about ${seconds(published - built)}`,
);
rmSync(folder, { recursive: true });
