import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readArchive } from "../../../lib/archive/reading/read";
import { runImport } from "../../../lib/import/run-import";
import { writeTextCopy } from "../../../lib/share/text-copy/text-copy";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-text-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeFiles(files: Readonly<Record<string, string>>): string {
  const content = join(folder, "content");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  return content;
}

function readFiles(content: string): Record<string, string> {
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((path) => [path.slice(content.length + 1), readFileSync(path, "utf8")]),
  );
}

/** An archive -> one document an article -> an archive. */
async function copyThroughText(content: string): Promise<Record<string, string>> {
  const read = readArchive(content);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const source = join(folder, "documents");
  mkdirSync(source);
  for (const article of read.archive.articles)
    writeFileSync(join(source, `${article.slug}.md`), writeTextCopy(read.archive, article));
  const copy = join(folder, "copy");
  const { report } = await runImport({ source, content: copy, dryRun: false, inference: true });
  expect(report.totals().refused).toBe(0);
  report.close();
  return readFiles(copy);
}

it("gives the first content back, to the letter", async () => {
  const content = join(folder, "content");
  cpSync("content", content, { recursive: true });
  expect(await copyThroughText(content)).toEqual(readFiles(content));
});

it("gives back tombstones, placeholders, and texts that look like the document's own headings and fields", async () => {
  const place = "inReplyTo: a\nreplyBasis: mention\n";
  const content = writeFiles({
    "archive.md": "---\nname: An archive\nlanguage: en\n---\n\n# A heading\n\nAnd a text.\n",
    "authors/ana.md": "---\nname: Ana *Example*\nrole: Editor\n---\n\n## Her life\n",
    "one/article.md":
      '---\nlanguage: en\ntitle: "A title: with a colon"\nauthor: ana\nformerSlugs: [ zero ]\nsource:\n  name: S\n---\nNo empty line.\n\n### Ana\n\n- position: 3\n',
    "one/comments/a.md": "---\nauthor: _Ludo_ # 1\nposition: 1\n---\n\n- id: 7\n- text: of a list\n".replace(
      " # 1",
      "",
    ),
    "one/comments/b.md": `---\nauthor: Bob\nposition: 2\n${place}likes: 3\nedited: unknown\n---\n\n\\# escaped\n# heading\n#### four\n\n\n`,
    "one/comments/c.md": "---\nauthor: Cleo\nposition: 3\nstatus: erased\nreason: Asked for.\n---\n",
    "one/comments/d.md": "---\nstatus: missing\n---\n",
    "one/comments/e.md": "---\nauthor: —\nposition: 5\ninReplyTo: d\n---\nwithout a line break at its end",
    "one/comments/f.md": "---\nposition: 6\nstatus: hidden\nreason: Hidden.\n---\n",
    "one/comments/g.md":
      "---\nposition: 7\nauthor: Dan\nsource:\n  id: 0088\n---\n\n@Bob no reply relation was stated here.\n",
    "two/article.md":
      "---\ntitle: Another\nlanguage: fr\nstatus: erased\nreason: Asked for.\nsource:\n  name: S\n---\n",
  });
  expect(await copyThroughText(content)).toEqual(readFiles(content));
});
