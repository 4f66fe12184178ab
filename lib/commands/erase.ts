/**
 * Replaces a comment, or with `--article` the article itself, by its tombstone; with `--author` its author's name gives
 * way to a neutral label. Exits 1, with nothing changed, when the archive has a problem or no such comment.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { carryOutErasure, type PreparedErasure, prepareErasure } from "../archive/erasure/erase";
import { KEPT_CAPTURES } from "../archive/format/names";
import { ContentReader } from "../archive/reading/content-reader";
import { contentFolder } from "../archive/reading/read";
import { countKept } from "../import/files/kept-captures";
import { forgetFiles } from "../import/files/memory";
import { forgetArticle } from "../print/store/store";
import { forgetCards } from "../share/cards/card-files";
import { wordsFor } from "../text/interface/words-for";
import { runCommand } from "./run-command";

const CALL = 'npm run erase -- <article> (<comment> | --article) --reason "<text>" [--author]';

const USAGE = `${CALL}

Replaces a comment by a tombstone that keeps its place and its permalink. Quotations of its text in other comments give
way to a label. content/erased.txt lists where it stood, and no build lets it come back.

  <article>   the article's folder in content/, or one of its former names
  <comment>   the comment's id: its file's name without .md
  --article   takes the article itself down: its text goes, its title and its thread stay
  --reason    stands on the tombstone
  --author    the author's name goes too, from every comment, mention and reply, for a neutral label

ARCHIVE_CONTENT stands for another content folder.`;

/** The path of a file in the content folder, for whoever reads of it. */
const nameOf = (path: string) => new ContentReader(contentFolder()).nameOf(path);

await runCommand(USAGE, (words) => {
  const asked = readArguments(words);
  const [project, content] = [process.cwd(), contentFolder()];
  const labelsFor = (...languages: readonly string[]) => wordsFor(...languages).erasure;
  const plan = prepareErasure({ ...asked, content, labelsFor });
  forgetFiles(content, [...plan.changes.map(({ path }) => path), ...plan.removed]);
  carryOutErasure(content, plan);
  forgetCards(project);
  for (const slug of plan.slugs) forgetArticle(project, content, slug);
  report(plan);
  if (asked.comment === undefined)
    console.log(
      `${nameOf(`${plan.article}/article.md`)}: keeps its title, and its folder the name; change them if they must go`,
    );
  for (const slug of plan.withheld) reportCaptures(slug, countKept(join(content, slug)));
  return 0;
});

function reportCaptures(slug: string, kept: number): void {
  if (kept === 0) return;
  const folder = nameOf(`${slug}/${KEPT_CAPTURES}`);
  console.log(
    `${folder}: ${kept} captures still hold what was erased and are published no more; delete them if it must go`,
  );
}

function readArguments(words: string[]) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      reason: { type: "string" },
      author: { type: "boolean", default: false },
      article: { type: "boolean", default: false },
    },
  });
  const [article, comment] = positionals;
  const reason = values.reason?.trim();
  // With `--article` no comment is named, and without it one is.
  const isClear = (comment === undefined) === values.article && positionals.length <= 2;
  if (!article || !reason || !isClear) throw new Error(`expected ${CALL}`);
  return { article, comment, reason, author: values.author };
}

function report({ changes, leftovers, pictures, sharedPictures, removed }: PreparedErasure): void {
  for (const { path } of changes) console.log(`changed ${nameOf(path)}`);
  for (const path of [...pictures, ...removed]) console.log(`removed ${nameOf(path)}`);
  for (const path of sharedPictures)
    console.log(
      `${nameOf(path)}: the erased text showed it and something else names it; decide what becomes of it`,
    );
  for (const path of leftovers)
    console.log(`${nameOf(path)}: still holds the name as a word; decide what becomes of it`);
  console.log(
    "Build and publish the site again; version control, copies and caches still hold what was erased.",
  );
}
