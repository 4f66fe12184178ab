/**
 * Pages per second and peak memory of reading and recognising saved pages, and of the whole import of them:
 *
 *     npx tsx tests/bench/pages.ts [pages]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openInputs } from "../../lib/import/containers/open-inputs";
import { surveyInput } from "../../lib/import/containers/survey";
import { recogniseSystem } from "../../lib/import/systems/recognise";

const POSTS = 20;
const SENTENCE =
  "I read the whole article twice and still think that the second part was written in a hurry. ";

/** What Discourse shows to crawlers: 20 posts, some 30 KB. */
function makePage(topic: number): string {
  const posts = Array.from({ length: POSTS }, (_, index) => {
    const number = index + 1;
    const when = `2019-03-04T05:${String(number).padStart(2, "0")}:07Z`;
    return `<div itemscope itemtype="http://schema.org/DiscussionForumPosting" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="https://forum.example/u/person${number}"><span itemprop="name">person${number}</span></a></span><span class="crawler-post-infos"><time itemprop="datePublished" datetime="${when}" class="post-time">March 4, 2019</time><span itemprop="position">${number}</span></span></div><div class="post" itemprop="articleBody"><p>${SENTENCE.repeat(6)}</p><ul><li>one of ${topic}</li><li>two <a href="https://example.org/${topic}">links</a></li></ul><p>${SENTENCE.repeat(4)}</p></div></div>`;
  });
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Topic ${topic}</title><link rel="canonical" href="https://forum.example/t/topic-${topic}/${topic}"></head><body class="crawler"><div id="topic-title"><h1><a href="/t/topic-${topic}/${topic}">Topic ${topic}</a></h1></div>${posts.join("")}</body></html>`;
}

async function readAndRecognise(source: string): Promise<number> {
  let posts = 0;
  let reader: ReturnType<NonNullable<ReturnType<typeof recogniseSystem>>["open"]> | undefined;
  for await (const input of openInputs(source)) {
    const surveyed = await surveyInput(input);
    reader ??= recogniseSystem(surveyed.head)?.open({});
    for await (const event of reader?.read(surveyed) ?? []) if (event.kind === "item") posts += 0;
  }
  posts = reader?.waiting() ?? 0;
  reader?.close();
  return posts;
}

const USAGE = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const u = process.resourceUsage(); console.error("USAGE " + JSON.stringify([u.userCPUTime + u.systemCPUTime, u.maxRSS])); });',
)}`;

function importAll(source: string, into: string): string {
  const command = resolve("lib/commands/import.ts");
  const run = spawnSync(
    process.execPath,
    ["--import", "tsx", "--import", USAGE, command, "html", source, "--into", into],
    { encoding: "utf8" },
  );
  const [cpu = 0, memory = 0]: number[] = JSON.parse(/USAGE (.*)/u.exec(run.stderr)?.[1] ?? "[0,0]");
  return `import: ${(cpu / 1e6).toFixed(1)} s CPU, peak ${Math.round(memory / 1024)} MB, exit ${run.status}\n${run.stdout.split("\n").slice(0, 3).join("\n")}`;
}

const pages = Number(process.argv[2] ?? 4000);
const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-pages-"));
try {
  const source = join(folder, "pages");
  mkdirSync(source);
  for (let topic = 1; topic <= pages; topic++) writeFileSync(join(source, `${topic}.html`), makePage(topic));
  const start = performance.now();
  const items = await readAndRecognise(source);
  const seconds = (performance.now() - start) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `read and recognised: ${pages} pages of ${Math.round(makePage(1).length / 1024)} KB, ${items} items, ${Math.round(pages / seconds)} pages a second, peak ${Math.round(memory)} MB`,
  );
  console.log(importAll(source, join(folder, "content")));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
