/**
 * What a build costs, beside Eleventy's (and Hugo's, where the machine has it) of the same Markdown in the same run:
 *
 * `npx tsx tests/bench/build.ts [<articles>x<comments> …] [--runs <n>] [--without-cards "<line>"] [--cards "<line>"] …`
 *
 * such as `1000x10` (by default 100x10) or `1x20000`. Archives are generated. All is built in a clone of the project
 * in a temporary folder, as its users build: by `npm run build`, looking at nothing but the finished site. Tables:
 *
 * - A fresh clone: an article with ten comments built there, then once more.
 * - Cold: an archive that this clone has never seen, after its code was built once. With `--runs`, of so many archives
 *   of this size, for each generator, the build in the middle by wall time.
 * - After a change: the last of these archives again, unchanged; one comment changed; a component changed.
 * - Cards apart, for each `--cards`: the same archive with that line in `archive.md`, where every other build has that of
 *   `--without-cards`. The line is part of what every page depends on, so all pages are made anew too.
 *
 * What the comparison includes: starting the command by npm or npx, reading front matter and Markdown, rendering,
 * writing; of ours also checks, checksums and the swap. What it leaves out is on the others' side: they nest threads and
 * make a page for each article and comment and the index, barer ones. They make no second order, feeds, citations,
 * copies, cards, structured data, interface words, policies, old or former addresses, and check nothing. So the ratios are
 * of whole builds, not of like pages: they say how much longer an archivist waits.
 *
 * The files have just been generated, so the system still holds them for everybody. Where a machine does other
 * things, wall times mean little; CPU times mean more, and `--runs 5` helps.
 */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { slugOf, writeArchive } from "../generate/archive";
import { copyProject, removeCopy } from "../site/publish-copies";
import { type Generator, listOthers, measureBuild, measureFirstBuild, verbatimIn } from "./generators";
import { formatTable, type Measurement, takeMedian } from "./table";

type Size = { readonly articles: number; readonly comments: number };

type Settings = {
  readonly sizes: readonly Size[];
  readonly runs: number;
  readonly withoutCards: string;
  readonly cards: readonly string[];
};

/** Where one size is measured. */
type Place = {
  readonly verbatim: Generator;
  readonly clone: string;
  readonly content: string;
  /** Parent of the sites. */
  readonly folder: string;
};

/** Of each generator the build in the middle. */
type Cold = { readonly verbatim: Measurement; readonly others: readonly Measurement[] };

function readSettings(): Settings {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: "string", default: "1" },
      "without-cards": { type: "string", default: "cards: none" },
      cards: { type: "string", multiple: true, default: [] },
    },
  });
  return {
    sizes: (positionals.length === 0 ? ["100x10"] : positionals).map(parseSize),
    runs: parseCount("--runs", values.runs),
    withoutCards: values["without-cards"],
    cards: values.cards,
  };
}

function parseSize(text: string): Size {
  const [articles = "", comments = ""] = text.split("x");
  return { articles: parseCount(text, articles), comments: parseCount(text, comments) };
}

/** @throws Error with a line for the user */
function parseCount(what: string, text: string): number {
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new Error(
    `${what}: found ${JSON.stringify(text)}, expected a whole number from 1, in sizes as in 100x10`,
  );
}

async function measureAll(settings: Settings): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  const clone = copyProject("project");
  try {
    const place = { verbatim: verbatimIn(clone), clone, content: join(folder, "content"), folder };
    await measureFirst(place, settings);
    for (const [index, size] of settings.sizes.entries()) {
      // Each size has seeds of its own, so that nothing of an archive was built for another one.
      await measureSize(place, size, 1 + index * settings.runs, settings);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeCopy(clone);
  }
}

async function measureFirst({ verbatim, content, folder }: Place, { withoutCards }: Settings): Promise<void> {
  writeArchive(content, { seed: 0, articles: 1, comments: 10, settings: [withoutCards] });
  const out = join(folder, "first");
  const first = await measureFirstBuild(verbatim, content, out, "in a fresh clone");
  const again = await measureBuild(verbatim, content, out, "once more");
  console.log(`\n${formatTable("1x10", [first, again], first)}`);
}

async function measureSize(place: Place, size: Size, seed: number, settings: Settings): Promise<void> {
  const name = `${size.articles}x${size.comments}`;
  const seeds = Array.from({ length: settings.runs }, (_, run) => seed + run);
  const { verbatim: cold, others } = await measureCold(place, size, seeds, settings);
  console.log(`\n${formatTable(`${name}, cold`, [cold, ...others], others[0] ?? cold)}`);
  const changes = await measureChanges(place);
  console.log(`\n${formatTable(`${name}, after a change`, changes, cold)}`);
  if (settings.cards.length === 0) return;
  const cards = await measureCards(place, settings);
  console.log(`\n${formatTable(`${name}, cards`, cards, cold)}`);
}

/** Verbatim first, then the others, the last archive and its site being left in their places. */
async function measureCold(
  { verbatim, content, folder }: Place,
  size: Size,
  seeds: readonly number[],
  { withoutCards }: Settings,
): Promise<Cold> {
  const builds: Measurement[] = [];
  const others = listOthers();
  for (const seed of seeds) {
    writeArchive(content, { seed, ...size, settings: [withoutCards] });
    for (const generator of [verbatim, ...others]) {
      builds.push(await measureFirstBuild(generator, content, join(folder, generator.name)));
    }
  }
  const takeOf = ({ name }: Generator) => takeMedian(builds.filter((build) => build.name === name));
  return { verbatim: takeOf(verbatim), others: others.map(takeOf) };
}

async function measureChanges({ verbatim, clone, content, folder }: Place): Promise<Measurement[]> {
  const out = join(folder, verbatim.name);
  const unchanged = await measureBuild(verbatim, content, out, "no change");
  changeComment(content);
  const comment = await measureBuild(verbatim, content, out, "a changed comment");
  changeComponent(clone);
  const component = await measureBuild(verbatim, content, out, "a changed component");
  return [unchanged, comment, component];
}

/** Adds a sentence to a comment of the first article that has one with a text. */
function changeComment(content: string): void {
  const comments = join(content, slugOf(1), "comments");
  const paths = readdirSync(comments).map((name) => join(comments, name));
  const present = paths.find((path) => !readFileSync(path, "utf8").includes("\nstatus: "));
  if (present === undefined) throw new Error(`${comments}: found no comment with a text, expected one`);
  appendFileSync(present, "\nA sentence that its author forgot.\n");
}

/** In the clone, each time differently: what is exported changes, the markup does not. */
function changeComponent(clone: string): void {
  const components = readdirSync(join(clone, "components"), { recursive: true, encoding: "utf8" });
  const name = components.find((path) => path.endsWith("comment.tsx"));
  if (name === undefined) throw new Error("components: found no comment.tsx, expected one to change");
  const path = join(clone, "components", name);
  appendFileSync(path, `\nexport const change${readFileSync(path).length} = true;\n`);
}

/** The setting is part of every page, so each first build is one of all pages and of the cards. */
async function measureCards(
  { verbatim, content, folder }: Place,
  settings: Settings,
): Promise<Measurement[]> {
  const out = join(folder, verbatim.name);
  const path = join(content, "archive.md");
  const archive = readFileSync(path, "utf8");
  const builds: Measurement[] = [];
  for (const line of settings.cards) {
    writeFileSync(path, archive.replace(settings.withoutCards, line));
    builds.push(await measureBuild(verbatim, content, out, line));
    builds.push(await measureBuild(verbatim, content, out, `${line}, no change`));
  }
  return builds;
}

try {
  await measureAll(readSettings());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
