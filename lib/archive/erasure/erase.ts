import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { findArticle } from "../find";
import { parseFrontMatter } from "../format/front-matter";
import { formatProblem } from "../format/problem";
import { ERASED } from "../ledgers/erased-list";
import type { Archive } from "../model";
import { slugsOf } from "../pages";
import { ContentReader } from "../reading/content-reader";
import { readArchive } from "../reading/read";
import { type ContentFile, type ErasureLabels, type ErasurePlan, planErasure } from "./plan";
import { planArticleErasure } from "./plan-article";
import { listConcerned, withholdCaptures } from "./withhold-captures";

/** What the keeper of an archive asked for. */
export type ErasureRequest = {
  /** The content folder. */
  readonly content: string;
  /** The article's folder, or one of its former names. */
  readonly article: string;
  /** The comment's id; absent where the article itself is taken down. */
  readonly comment?: string;
  /** Stands on the tombstone. */
  readonly reason: string;
  /** Whether the author's name goes too. */
  readonly author: boolean;
  /** What stands for a name and for a passage, in the first of these languages (BCP 47) that has words for it. */
  readonly labelsFor: (...languages: readonly string[]) => ErasureLabels;
};

/** What will change. */
export type PreparedErasure = ErasurePlan & {
  /** The article's present folder. */
  readonly article: string;
  readonly removed: readonly string[];
  /** The articles of which something is taken down, by all their names: one may have been printed before it was renamed. */
  readonly slugs: readonly string[];
  /** The articles whose captures are published no more. */
  readonly withheld: readonly string[];
};

/**
 * Reads a whole archive and says what has to change in it; nothing is changed yet.
 *
 * @throws Error with a line for each problem of the archive, or one that says what cannot be erased
 */
export function prepareErasure({ content, ...request }: ErasureRequest): PreparedErasure {
  const { comment, reason, author } = request;
  const pathOf = namerOf(content);
  const archive = openSound(content);
  const found = findArticle(archive, request.article);
  const article = found?.slug ?? request.article;
  const files = archive.articles.flatMap((each) => listFiles(each, pathOf));
  const labels = request.labelsFor(found?.language ?? archive.settings.language, archive.settings.language);
  const pictures = found ? [...found.pictures, ...(found.files ?? [])].map(({ file }) => file) : [];
  const asked = { article, reason, labels, pictures };
  const name = author && comment === undefined ? findAuthor(archive, article, pathOf) : undefined;
  const authorIds = listAuthorIds(pathOf("authors"));
  const plan =
    comment === undefined
      ? planArticleErasure(files, { ...asked, author: name, authorIds }, pathOf)
      : { removed: [], ...planErasure(files, { ...asked, comment, author }, pathOf) };
  const concerned = [...plan.changes.map(({ path }) => path), ...plan.leftovers];
  const withheld = listConcerned(content, archive.articles, concerned);
  return { article, slugs: listChanged(plan, archive), withheld, ...plan };
}

function listChanged({ changes }: ErasurePlan, { articles }: Archive): readonly string[] {
  const changed = new Set(changes.map(({ path }) => path.split("/", 1)[0] ?? ""));
  return articles.filter(({ slug }) => changed.has(slug)).flatMap(slugsOf);
}

/** The path of a file in the content folder, for the disk and for whoever reads of it. */
function namerOf(content: string): (path: string) => string {
  const reader = new ContentReader(content);
  return (path) => reader.nameOf(path);
}

/** The captures and the list first: once it is written, an erasure that was cut short shows as a problem of the next build. */
export function carryOutErasure(
  content: string,
  { erased, changes, pictures, removed, withheld }: PreparedErasure,
): void {
  const placeOf = namerOf(content);
  withholdCaptures(content, withheld);
  appendFileSync(placeOf(ERASED), `${erased}\n`);
  for (const path of pictures) rmSync(placeOf(path));
  for (const { path, text } of changes) {
    const beside = placeOf(path.replace(/[^/]+$/u, ".erasing"));
    writeFileSync(beside, text);
    renameSync(beside, placeOf(path));
  }
  for (const path of removed) rmSync(placeOf(path), { force: true });
}

/** Of an archive with a problem nobody can say what erasing would do to it. */
function openSound(content: string): Archive {
  const read = readArchive(content);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.archive;
}

function findAuthor(archive: Archive, slug: string, pathOf: (path: string) => string) {
  const article = findArticle(archive, slug);
  if (article && !article.author) {
    throw new Error(`${pathOf(`${slug}/article.md`)}: author: found nothing, expected a name to erase`);
  }
  return article?.author;
}

function listAuthorIds(folder: string): ReadonlySet<string> {
  return new Set(existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.md$/u, "")) : []);
}

function listFiles(
  { slug, thread }: Archive["articles"][number],
  pathOf: (path: string) => string,
): ContentFile[] {
  const comments = thread.inSourceOrder.map(({ comment }) => comment.id);
  return [undefined, ...comments].map((comment) => {
    const path = comment === undefined ? `${slug}/article.md` : `${slug}/comments/${comment}.md`;
    const parsed = parseFrontMatter(readFileSync(pathOf(path)));
    if (!parsed.ok) throw new Error(`${pathOf(path)}: changed while it was read`);
    return { path, article: slug, comment, ...parsed.value };
  });
}
