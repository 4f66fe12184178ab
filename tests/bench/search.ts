/**
 * What a search costs its reader, in bytes up to its first result and to its first ten, by part:
 *
 * `npx tsx tests/bench/search.ts [<articles>x<comments> …]`, by default 100x40 and 10000x10.
 *
 * Archives are generated, their words drawn by Zipf's law from a vocabulary as large as a real one, which the texts of
 * other measurements are not. Of the site nothing is made but the search: its page, its script and its index, written by the very
 * routes that a build prints. Bytes are those of Brotli 11 (hosts that compress ahead, `ARCHIVE_PRECOMPRESS`), of Brotli 4
 * (Cloudflare compresses as it sends) and of gzip 6 (nginx).
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { handCatalogue, readArchive } from "../../lib/archive/reading/read";
import { createDress } from "../../lib/print/page/create-dress";
import { printRoute } from "../../lib/print/page/print-page";
import { loadRoutes } from "../../lib/print/page/routes";
import { findMatches } from "../../lib/share/search/find-matches";
import { nameTextFile } from "../../lib/share/search/search-files";
import { indexForSearch } from "../../lib/share/search/search-index";
import { describeForSearch } from "../../lib/share/search/search-part";
import { handSearchParts } from "../../lib/share/search/search-parts";
import { readQuery } from "../../lib/share/search/search-query";
import { beginContent, writeContentFile } from "../generate/files";
import { createRandom, type Random } from "../generate/random";

const PROJECT = process.cwd();
const VOCABULARY = 60_000;
/** The most frequent words of a text are those of grammar, which are not searched for. */
const GRAMMAR = 120;

const SYLLABLES =
  "ba ce di fo gu ra le mi no pu ta se vi jo lu cha pre gra tion ment eur oir ique able esse age".split(" ");

function wordOf(rank: number): string {
  if (rank < GRAMMAR) return "le";
  let word = "";
  for (let left = rank; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word;
}

/** Zipf's law: the word of rank r is drawn in proportion to 1/r. */
function drawWord(random: Random): string {
  return wordOf(Math.floor(VOCABULARY ** random()));
}

function writeWords(count: number, random: Random): string {
  return Array.from({ length: count }, () => drawWord(random)).join(" ");
}

function writeArchive(folder: string, articles: number, comments: number): void {
  beginContent(folder, ["name: A generated archive", "language: fr", "url: https://generated.example/"]);
  for (let number = 0; number < articles; number++) {
    const random = createRandom(number + 1);
    const path = join(folder, `article-${number}`);
    mkdirSync(join(path, "comments"), { recursive: true });
    const published = new Date(Date.UTC(2010, 0, 1 + (number % 4000), 9)).toISOString();
    const fields = [
      ...[`title: ${writeWords(9, random)}`, "language: fr", `published: ${published}`, "source:"],
      `  name: Source ${number % 20}`,
    ];
    writeContentFile(join(path, "article.md"), fields, writeWords(350, random));
    for (let id = 1; id <= comments; id++) {
      const author = `lecteur${Math.floor((articles * comments) ** random())}`;
      const length = Math.round(8 + 200 * random() ** 3);
      const comment = [`author: ${author}`, `position: ${id}`, `published: ${published}`];
      writeContentFile(join(path, "comments", `${id}.md`), comment, writeWords(length, random));
    }
  }
}

/** Bytes on the way, by who compresses them. */
type Bytes = { readonly brotli11: number; readonly brotli4: number; readonly gzip: number };

function weigh(content: string | Uint8Array): Bytes {
  const brotli = (quality: number) =>
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  return { brotli11: brotli(11), brotli4: brotli(4), gzip: gzipSync(content, { level: 6 }).length };
}

function add(all: readonly Bytes[]): Bytes {
  const sum = (key: keyof Bytes) => all.reduce((total, bytes) => total + bytes[key], 0);
  return { brotli11: sum("brotli11"), brotli4: sum("brotli4"), gzip: sum("gzip") };
}

const say = (name: string, { brotli11, brotli4, gzip }: Bytes, more = "") =>
  console.log(
    `  ${name.padEnd(46)}${[brotli11, brotli4, gzip].map((n) => String(n).padStart(9)).join("")}  ${more}`,
  );

async function measure(articles: number, comments: number): Promise<void> {
  const content = mkdtempSync(join(tmpdir(), "search-"));
  writeArchive(content, articles, comments);
  const read = readArchive(content);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  const { archive } = read;
  const bySlug = new Map(archive.articles.map((article) => [article.slug, article]));
  let started = performance.now();
  const parts = new Map(
    [...bySlug].map(([slug, article]) => [
      slug,
      JSON.stringify(describeForSearch(archive.settings, article)),
    ]),
  );
  const describing = performance.now() - started;
  handCatalogue(archive, content);
  handSearchParts((slug) => JSON.parse(parts.get(slug) ?? ""));
  started = performance.now();
  const index = indexForSearch(archive);
  const indexing = performance.now() - started;
  const dress = await createDress(PROJECT, archive.settings);
  const files = new Map<string, string | Uint8Array>();
  for (const route of (await loadRoutes(PROJECT)).archive) {
    const own = (await route.listAddresses()).some(({ path }) => path === "search/index.html");
    if (own) for await (const file of printRoute(route, dress)) files.set(file.path, file.content);
  }
  const shell = [
    ["page", weigh(files.get("search/index.html") ?? "")],
    ["reader's script", weigh(dress.scripts.get("reader.fr.js")?.content ?? "")],
    ["search's script", weigh(dress.scripts.get("search.fr.js")?.content ?? "")],
  ] as const;
  const sizes = [...index.files.values()].map(({ length }) => length);
  console.log(
    `\n${articles} articles, ${articles * comments} comments: ${index.files.size} files, ${sizes.reduce((a, b) => a + b, 0)} bytes, largest ${Math.max(...sizes)}; ${index.shards} files of terms; described in ${describing.toFixed(0)} ms, indexed in ${indexing.toFixed(0)} ms`,
  );
  console.log(`  ${"".padEnd(46)}${["brotli 11", "brotli 4", "gzip 6"].map((n) => n.padStart(9)).join("")}`);
  for (const [name, bytes] of shell) say(name, bytes);
  const asked = [
    wordOf(GRAMMAR),
    wordOf(500),
    wordOf(5000),
    wordOf(40_000),
    `${wordOf(GRAMMAR)} ${wordOf(300)} ${wordOf(1000)}`,
  ];
  for (const address of [
    ...asked.map((q) => `?q=${q}`),
    `?q=${wordOf(GRAMMAR)}&year=2012&source=Source 3&kind=comment`,
    "?author=lecteur1",
  ]) {
    const terms: string[] = [];
    const found = await findMatches(readQuery(address), {
      ...index,
      open: async (name) => {
        if (!terms.includes(name)) terms.push(name);
        return JSON.parse(index.files.get(name) ?? "{}");
      },
    });
    const texts = [
      ...new Set((found ?? []).slice(0, 10).map(({ article, place }) => nameTextFile(article, place))),
    ];
    const weighAll = (names: readonly string[]) =>
      add(names.map((name) => weigh(index.files.get(name) ?? "")));
    console.log(`  ${address}: ${found?.length} found`);
    say("    files of terms", weighAll(terms), `${terms.length} files`);
    say("    texts of the first result", weighAll(texts.slice(0, 1)));
    say(
      "    up to the first result",
      add([...shell.map(([, bytes]) => bytes), weighAll(terms), weighAll(texts.slice(0, 1))]),
    );
    say(
      "    up to the first ten",
      add([...shell.map(([, bytes]) => bytes), weighAll(terms), weighAll(texts)]),
      `${texts.length} files`,
    );
  }
  rmSync(content, { recursive: true, force: true });
}

const sizes = process.argv.length > 2 ? process.argv.slice(2) : ["100x40", "10000x10"];
for (const size of sizes) {
  const [articles = 0, comments = 0] = size.split("x").map(Number);
  await measure(articles, comments);
}
