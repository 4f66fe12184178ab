import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readArchive } from "../../../lib/archive/reading/read";
import { runImport } from "../../../lib/import/run-import";

/**
 * A case is a folder: `source/` is imported into an empty archive and gives `expected/report.json` and the files of
 * `expected/content/`.
 */
const CASES = fileURLToPath(new URL("../../fixtures/import/", import.meta.url));

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-import-test-"));
  folders.push(folder);
  return folder;
}

async function importCase(name: string, content: string) {
  const source = join(CASES, name, "source");
  const { report, system } = await runImport({ source, content, dryRun: false, inference: true });
  const path = join(makeFolder(), "report.json");
  report.write(path, system?.name ?? "");
  report.close();
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Every file by its path, but for the importer's own memory. */
function readFiles(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

describe.each(readdirSync(CASES))("importing %s", (name) => {
  it("accounts for every item and writes what is expected", async () => {
    const content = makeFolder();
    const report = await importCase(name, content);
    const expected = join(CASES, name, "expected");
    expect(report).toEqual(JSON.parse(readFileSync(join(expected, "report.json"), "utf8")));
    expect(readFiles(content)).toEqual(readFiles(join(expected, "content")));
  });

  it("makes an archive that its reader takes, without the address of anybody's mailbox or machine", async () => {
    const content = makeFolder();
    await importCase(name, content);
    const files = readFiles(content);
    expect(JSON.stringify(files)).not.toMatch(/@mail\.example|192\.0\.2\./u);
    const read = Object.keys(files).length > 0 ? readArchive(content) : undefined;
    expect(read?.ok === false ? read.problems : []).toEqual([]);
  });

  it("changes nothing when it is imported again", async () => {
    const content = makeFolder();
    await importCase(name, content);
    const before = readFiles(content);
    const { totals } = await importCase(name, content);
    expect(readFiles(content)).toEqual(before);
    expect(totals.article + totals.comment + totals.tombstone + totals.placeholders).toBe(0);
  });
});
