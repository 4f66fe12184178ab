import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../../../lib/archive/reading/list-files";
import type { PrintedArticles } from "../../../../lib/print/print-articles";
import { printCatalogue } from "../../../../lib/print/print-catalogue";
import { joinShards } from "../../../../lib/publish/shards/join-shards";
import { belongsTo, type Shard } from "../../../../lib/publish/shards/shard";
import { writeShard } from "../../../../lib/publish/shards/shard-files";
import { assembleSite } from "../../../../lib/publish/site/assemble-site";
import { writeArchive } from "../../../generate/archive";
import { writeFiles } from "../../folders";
import { makeProject, printProject } from "../../made-project";

const ARCHIVE = { seed: 7, articles: 12, comments: 4, settings: ["cards: none"] };
const SHARDS: readonly Shard[] = [1, 2, 3].map((number) => ({ number, of: 3 }));

/** A project of a generated archive, and the folders of its shards, built each from an empty store. */
async function makeShards(files: Readonly<Record<string, string>> = {}) {
  const project = makeProject();
  const content = join(project, "content");
  writeArchive(content, ARCHIVE);
  writeFiles(project, files);
  const folders: string[] = [];
  for (const shard of SHARDS) {
    const { articles } = await printProject(project, (slug) => belongsTo(shard, slug));
    const folder = join(project, `shard-${shard.number}`);
    writeShard(folder, shard, articles);
    folders.push(folder);
    rmSync(join(project, ".next"), { recursive: true });
  }
  return { project, content, folders, order: { project, content, precompress: false } };
}

async function assemble(out: string, printed: PrintedArticles): Promise<Map<string, string>> {
  assembleSite(out, printed, await printCatalogue(printed));
  const { files } = listFolder(out);
  return new Map(files.map((path) => [path, readFileSync(join(out, path), "latin1")]));
}

describe("shards of an archive", () => {
  let made: Awaited<ReturnType<typeof makeShards>>;
  const problemsOf = async (folders: readonly string[], order = made.order) => {
    const joined = await joinShards(folders, order);
    return joined.ok ? [] : joined.problems.map((line) => line.replaceAll(made.project, ""));
  };

  it("joined are the site that one machine makes, byte for byte, in whatever order they are named", async () => {
    made = await makeShards({ "content/permalinks.txt": "/article-00001/\n/article-00001/c/gone/\n" });
    const joined = await joinShards(made.folders.toReversed(), made.order);
    if (!joined.ok) throw new Error(joined.problems.join("\n"));
    const site = await assemble(join(made.project, "joined"), joined.value);
    const { articles, printed } = await printProject(made.project);
    expect(printed).toBe(ARCHIVE.articles);
    expect(site).toEqual(await assemble(join(made.project, "whole"), articles));
    expect(site.size).toBeGreaterThan(100);
  });

  it("are refused in a line each: missing, doubled, foreign, stale or damaged", async () => {
    made = await makeShards();
    const [one = "", two = "", three = ""] = made.folders;
    expect(await problemsOf([one, two, three])).toEqual([]);
    expect(await problemsOf([one, three])).toEqual(["shard 2/3: found nothing, expected its folder"]);
    expect(await problemsOf([one, two, two, three])).toEqual([
      "shard 2/3: found /shard-2 and /shard-2, expected one folder",
    ]);
    expect((await problemsOf([one, two, `${three}-nowhere`]))[0]).toBe(
      "/shard-3-nowhere: found no shard, expected a folder that ARCHIVE_SHARD=… npm run build made",
    );
    const elsewhere = { ...made.order, url: "https://elsewhere.example/" };
    expect(await problemsOf([one, two, three], elsewhere)).toEqual(
      ["/shard-1", "/shard-2", "/shard-3"].map(
        (folder) =>
          `${folder}: url: found "https://generated.example/" (another public address), expected "https://elsewhere.example/"`,
      ),
    );

    const damaged = `${two}-damaged`;
    cpSync(two, damaged, { recursive: true });
    const [page = ""] = listFolder(damaged).files.filter((path) => path.endsWith("index.html"));
    appendFileSync(join(damaged, page), " ");
    expect(await problemsOf([one, damaged, three])).toEqual([`/shard-2-damaged: ${page}: changed`]);
    writeFileSync(join(damaged, page), readFileSync(join(two, page)));
    writeFiles(damaged, { "letter.txt": "mine" });
    expect(await problemsOf([one, damaged, three])).toEqual([
      "/shard-2-damaged: letter.txt: extra, not in SHA256SUMS",
    ]);
  });

  it("are refused where code, settings or content are not what they were", async () => {
    made = await makeShards();
    writeFiles(made.project, {
      "content/article-00001/comments/1.md": "---\nauthor: a\nposition: 1\n---\nnew\n",
    });
    const [stale, ...others] = await problemsOf(made.folders);
    expect(stale).toMatch(/^\/shard-\d: article-00001: found an article that the content has otherwise now/u);
    expect(others).toEqual([]);
    writeFiles(made.project, {
      "content/zz/article.md": readFileSync(join(made.content, "article-00002/article.md"), "utf8"),
    });
    expect(await problemsOf(made.folders)).toEqual([
      "/content/zz: found in no shard, expected shards of the same content",
    ]);
    rmSync(join(made.content, "zz"), { recursive: true });
    rmSync(join(made.content, "article-00002"), { recursive: true });
    expect(await problemsOf(made.folders)).toEqual([
      "article-00002: found in a shard and not in /content, expected shards of the same content",
    ]);
    appendFileSync(join(made.content, "archive.md"), "\nNew words.\n");
    writeFiles(made.project, { "node_modules/.package-lock.json": "{}" });
    const lines = await problemsOf(made.folders);
    expect(lines.filter((line) => line.includes("(other code, packages or another runtime)"))).toHaveLength(
      3,
    );
    expect(lines.filter((line) => line.includes("(another archive.md)"))).toHaveLength(3);
  });
});
