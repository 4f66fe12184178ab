/**
/**
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
import { parseArgs } from "node:util";
import { type ContentFile, type ErasurePlan, planErasure } from "../archive/erasure/plan";
import { planArticleErasure } from "../archive/erasure/plan-article";
import { findArticle } from "../archive/find";
import { parseFrontMatter } from "../archive/format/front-matter";
import { ERASED } from "../archive/ledgers/erased-list";
import type { Archive } from "../archive/model";
import { slugsOf } from "../archive/pages";
import { ContentReader } from "../archive/reading/content-reader";
import { contentFolder, formatProblem, readArchive } from "../archive/reading/read";
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

/** The path of a file in the content folder, for the disk and for whoever reads of it. */
const nameOf = (path: string) => new ContentReader(contentFolder()).nameOf(path);

await runCommand(USAGE, (words) => {
  const { article, comment, reason, author } = readArguments(words);
  const archive = openSound();
  const found = findArticle(archive, article);
  const labels = wordsFor(found?.language ?? archive.settings.language, archive.settings.language).erasure;
  const files = archive.articles.flatMap(listFiles);
  const beside = found ? [...found.pictures, ...(found.files ?? [])] : [];
  const pictures = beside.map(({ file }) => file);
  const asked = { article: found?.slug ?? article, reason, labels, pictures };
  const plan =
    comment === undefined
      ? planArticleErasure(
          files,
          { ...asked, author: author ? findAuthor(archive, article) : undefined, authorIds: listAuthorIds() },
          nameOf,
        )
      : planErasure(files, { ...asked, comment, author }, nameOf);
  write(plan);
  forgetCards(process.cwd());
  for (const slug of listChanged(plan, archive)) forgetArticle(process.cwd(), contentFolder(), slug);
  report(plan);
  if (comment === undefined)
    console.log(
      `${nameOf(`${asked.article}/article.md`)}: keeps its title, and its folder the name; change them if they must go`,
    );
  return 0;
});

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

function findAuthor(archive: Archive, slug: string) {
  const article = findArticle(archive, slug);
  if (article && !article.author) {
    const path = nameOf(`${article.slug}/article.md`);
    throw new Error(`${path}: author: found nothing, expected a name to erase`);
  }
  return article?.author;
}

function listAuthorIds(): ReadonlySet<string> {
  const path = nameOf("authors");
  return new Set(existsSync(path) ? readdirSync(path).map((name) => name.replace(/\.md$/u, "")) : []);
}

/** Of an archive with a problem nobody can say what erasing would do to it. */
function openSound(): Archive {
  const read = readArchive(contentFolder());
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.archive;
}

function listFiles({ slug, thread }: Archive["articles"][number]): ContentFile[] {
  const comments = thread.inSourceOrder.map(({ comment }) => comment.id);
  return [undefined, ...comments].map((comment) => {
    const path = comment === undefined ? `${slug}/article.md` : `${slug}/comments/${comment}.md`;
    const parsed = parseFrontMatter(readFileSync(nameOf(path)));
    if (!parsed.ok) throw new Error(`${nameOf(path)}: changed while it was read`);
    return { path, article: slug, comment, ...parsed.value };
  });
}

type WrittenPlan = ErasurePlan & { readonly removed?: readonly string[] };

/** The list first: once it is written, an erasure that was cut short shows as a problem of the next build. */
function write({ erased, changes, pictures, removed = [] }: WrittenPlan): void {
  appendFileSync(nameOf(ERASED), `${erased}\n`);
  forgetFiles(contentFolder(), [...changes.map(({ path }) => path), ...removed]);
  for (const path of pictures) rmSync(nameOf(path));
  for (const { path, text } of changes) {
    const beside = nameOf(path.replace(/[^/]+$/u, ".erasing"));
    writeFileSync(beside, text);
    renameSync(beside, nameOf(path));
  }
  for (const path of removed) rmSync(nameOf(path), { force: true });
}

/** The articles of which something is taken down, by all their names: one may have been printed before it was renamed. */
function listChanged({ changes }: ErasurePlan, { articles }: Archive): readonly string[] {
  const changed = new Set(changes.map(({ path }) => path.split("/", 1)[0] ?? ""));
  return articles.filter(({ slug }) => changed.has(slug)).flatMap(slugsOf);
}

function report({ changes, leftovers, pictures, sharedPictures, removed = [] }: WrittenPlan): void {
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
