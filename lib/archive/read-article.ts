import { digestFiles } from "./digest";
import type { Entry } from "./disk";
import type { Article, Author, Comment, Picture, Thread } from "./model";
import { foldName, isPictureName } from "./names";
import { measurePicture, PICTURE_LIMIT, type PictureSize } from "./picture";
import { quote } from "./problem";
import type { Reading } from "./reading";
import { type ArticleFields, parseArticle, parseComment } from "./schema";
import { buildThread } from "./thread";

/** By id; `undefined` for an author whose file is there but holds a problem. */
export type Authors = ReadonlyMap<string, Author | undefined>;

/** `article.md` as far as it could be read: the picture it names is known even where other keys are at fault. */
type ArticleFile = { readonly value?: ArticleFields; readonly pictureFile?: string };

/**
 * Reads an article's folder with everything in it; `undefined` where anything of it was reported.
 *
 * @param slug the folder's name, relative to the content folder
 * @param authors not given where `authors/` itself is at fault, so that nobody can be said to be unknown
 */
export function readArticle(
  archive: Reading,
  slug: string,
  authors: Authors | undefined,
): Article | undefined {
  const reading = archive.fork();
  const entries = reading.list(slug);
  if (entries === undefined) return undefined;
  const file = readArticleFile(reading, slug, entries, authors);
  const thread = readThread(reading, slug, entries, file?.value);
  const size =
    file?.pictureFile === undefined ? undefined : readSize(reading, slug, entries, file.pictureFile);
  reportStrangers(reading, slug, entries, file);
  for (const [path, read] of reading.files) archive.files.set(path, read);
  if (file?.value === undefined || thread === undefined) return undefined;
  const { authorId, image, ...fields } = file.value;
  const author = authorId === undefined ? undefined : authors?.get(authorId);
  const lacksAuthor = authorId !== undefined && author === undefined;
  if (lacksAuthor || (image?.file !== undefined && size === undefined)) return undefined;
  const files = [...reading.files.values()].concat(archive.files.get(`authors/${authorId}.md`) ?? []);
  const place = { slug, ...(author && { author }), thread, digest: digestFiles(files) };
  if (fields.status === "erased") return { ...fields, ...place };
  const picture = image && describePicture(image, size);
  return { ...fields, ...place, ...(picture && { picture }) };
}

function readArticleFile(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  authors: Authors | undefined,
): ArticleFile | undefined {
  const document = reading.namedDocument(slug, entries, "article.md", "the article of this folder");
  if (document === undefined) return undefined;
  const path = `${slug}/article.md`;
  const parsed = parseArticle(document, authors);
  const value = reading.accept(path, parsed);
  if (value?.status === "erased") reading.keepWhole(path, document);
  return { value, pictureFile: parsed.pictureFile };
}

function readThread(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  fields: ArticleFields | undefined,
): Thread | undefined {
  const folder = `${slug}/comments`;
  const hasComments = entries.some(({ name, kind }) => name === "comments" && kind === "folder");
  const files = (hasComments && reading.identified(folder)) || [];
  const comments: Comment[] = [];
  const troubled = new Set<string>();
  for (const { id, path, document } of files) {
    const comment = document && reading.accept(path, parseComment(id, document));
    if (comment === undefined) troubled.add(id);
    else comments.push(comment);
    if (document && comment && comment.status !== "present") reading.keepWhole(path, document);
  }
  const article = fields && { path: reading.nameOf(`${slug}/article.md`), ...fields };
  const announced = fields?.commentsAnnounced;
  const built = buildThread({ folder: reading.nameOf(folder), comments, troubled, announced, article });
  if (built.ok) return built.thread;
  for (const problem of built.problems) reading.problems.push(problem);
  return undefined;
}

function readSize(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  file: string,
): PictureSize | undefined {
  const entry = entries.find(({ name }) => name === file);
  if (entry === undefined) {
    const expected = "the name of a file beside article.md";
    return reading.report(`${slug}/article.md`, { field: "image.file", found: quote(file), expected });
  }
  if (entry.kind !== "file") return undefined;
  const path = `${slug}/${file}`;
  const bytes = reading.bytes(path, PICTURE_LIMIT);
  const size = bytes && measurePicture(file, bytes);
  return size === undefined || "width" in size ? size : reading.report(path, size);
}

function describePicture(
  { file, alt, credit }: NonNullable<ArticleFields["image"]>,
  size?: PictureSize,
): Picture {
  if (file === undefined || size === undefined) return { status: "lost", alt, credit };
  return { status: "preserved", file, ...size, alt, credit };
}

/** Where `article.md` cannot be read, any picture may be the one that it names. */
function reportStrangers(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  file?: ArticleFile,
): void {
  const pictureName = foldName(file?.pictureFile ?? "");
  const isPicture = (name: string) => (file ? foldName(name) === pictureName : isPictureName(name));
  for (const { name, kind } of entries) {
    const isKnown = kind === "folder" ? name === "comments" : name === "article.md" || isPicture(name);
    if (kind === "refused" || isKnown) continue;
    reading.reportName(slug, name, "article.md, comments/ and the picture that image.file names");
  }
}
