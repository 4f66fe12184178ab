/**
 * `npm run erase -- <article> (<comment> | --article) --reason "<text>" [--author]`
 *
 * Replaces a comment, or with `--article` the article itself, by its tombstone; with `--author` its author's name gives
 * way to a neutral label. Exits 1, with nothing changed, when the archive has a problem or no such comment.
 */
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ContentFile, type ErasurePlan, planErasure } from "../archive/erasure/plan";
import { planArticleErasure } from "../archive/erasure/plan-article";
import { parseFrontMatter } from "../archive/front-matter";
import type { Archive } from "../archive/model";
import { contentFolder, formatProblem, readArchive } from "../archive/read";
import { forgetFiles } from "../import/accounting/memory";
import { forgetCards } from "../publish/card-files";
import { wordsFor } from "../text/language";

const USAGE = 'npm run erase -- <article> (<comment> | --article) --reason "<text>" [--author]';

function main(): void {
  const { article, comment, reason, author } = readArguments();
  const folder = contentFolder();
  const archive = openSound(folder);
  const found = archive.articles.find(({ slug }) => slug === article);
  const language = found?.language ?? archive.settings.language;
  const labels = wordsFor(language, archive.settings.language).erasure;
  const files = archive.articles.flatMap((each) => listFiles(folder, each));
  const beside = found ? [...found.pictures, ...(found.files ?? [])] : [];
  const pictures = beside.map(({ file }) => file);
  const plan =
    comment === undefined
      ? planArticleErasure(files, {
          ...{ article, reason, labels, pictures },
          author: author ? findAuthor(archive, article) : undefined,
          authorIds: listAuthorIds(folder),
        })
      : planErasure(files, { article, comment, reason, author, labels, pictures });
  write(folder, plan);
  forgetCards(process.cwd());
  report(plan);
  if (comment === undefined)
    console.log(
      `${article}/article.md: keeps its title, and its folder the name; change them if they must go`,
    );
}

function readArguments() {
  const { values, positionals } = parseArgs({
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
  if (!article || !reason || !isClear) throw new Error(`expected ${USAGE}`);
  return { article, comment, reason, author: values.author };
}

function findAuthor({ articles }: Archive, slug: string) {
  const article = articles.find((each) => each.slug === slug);
  if (article && !article.author)
    throw new Error(`${slug}/article.md: author: found nothing, expected a name to erase`);
  return article?.author;
}

function listAuthorIds(folder: string): ReadonlySet<string> {
  const path = join(folder, "authors");
  return new Set(existsSync(path) ? readdirSync(path).map((name) => name.replace(/\.md$/u, "")) : []);
}

/** Of an archive with a problem nobody can say what erasing would do to it. */
function openSound(folder: string): Archive {
  const read = readArchive(folder);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.archive;
}

function listFiles(folder: string, { slug, thread }: Archive["articles"][number]): ContentFile[] {
  const comments = thread.inSourceOrder.map(({ comment }) => comment.id);
  return [undefined, ...comments].map((comment) => {
    const path = comment === undefined ? `${slug}/article.md` : `${slug}/comments/${comment}.md`;
    const parsed = parseFrontMatter(readFileSync(join(folder, path)));
    if (!parsed.ok) throw new Error(`${path}: changed while it was read`);
    return { path, article: slug, comment, ...parsed.value };
  });
}

type WrittenPlan = ErasurePlan & { readonly removed?: readonly string[] };

/** The list first: once it is written, an erasure that was cut short shows as a problem of the next build. */
function write(folder: string, { erased, changes, pictures, removed = [] }: WrittenPlan): void {
  appendFileSync(join(folder, "erased.txt"), `${erased}\n`);
  forgetFiles(folder, [...changes.map(({ path }) => path), ...removed]);
  for (const path of pictures) rmSync(join(folder, path));
  for (const { path, text } of changes) {
    const file = join(folder, path);
    const beside = join(folder, path.replace(/[^/]+$/u, ".erasing"));
    writeFileSync(beside, text);
    renameSync(beside, file);
  }
  for (const path of removed) rmSync(join(folder, path), { force: true });
}

function report({ changes, leftovers, pictures, sharedPictures, removed = [] }: WrittenPlan): void {
  for (const { path } of changes) console.log(`changed ${path}`);
  for (const path of [...pictures, ...removed]) console.log(`removed ${path}`);
  for (const path of sharedPictures)
    console.log(`${path}: the erased text showed it and something else names it; decide what becomes of it`);
  for (const path of leftovers)
    console.log(`${path}: still holds the name as a word; decide what becomes of it`);
  console.log(
    "Build and publish the site again; version control, copies and caches still hold what was erased.",
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
