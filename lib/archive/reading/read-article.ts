import { ATTACHMENTS_EXPECTED, attachmentType, foldName, isPictureName } from "../format/names";
import { quote } from "../format/problem";
import { type ArticleFields, parseArticle, parseComment } from "../format/schema";
import type {
  ArchiveSettings,
  Article,
  AttachedFile,
  Author,
  Comment,
  Picture,
  PictureFile,
  Thread,
} from "../model";
import { buildThread } from "../thread/thread";
import type { ContentReader } from "./content-reader";
import { digestFiles } from "./digest";
import { type Entry, PUBLISHED_LIMIT } from "./disk";
import { measurePicture, PICTURE_LIMIT } from "./picture";
import { publishCaptures } from "./published-captures";

/** By id; `undefined` for an author whose file is there but holds a problem. */
export type Authors = ReadonlyMap<string, Author | undefined>;

/** `article.md` as far as it could be read: the picture it names is known even where other keys are at fault. */
type ArticleFile = { readonly value?: ArticleFields; readonly pictureFile?: string };

/**
 * Reads an article's folder with everything in it; `undefined` where anything of it was reported.
 *
 * @param slug the folder's name, relative to the content folder
 * @param authors not given where `authors/` itself is at fault, so that nobody can be said to be unknown
 * @param settings not given where only what the article says is asked for
 */
export function readArticle(
  archive: ContentReader,
  slug: string,
  authors: Authors | undefined,
  settings?: ArchiveSettings,
): Article | undefined {
  const reading = archive.fork();
  const entries = reading.list(slug);
  if (entries === undefined) return undefined;
  const file = readArticleFile(reading, slug, entries, authors);
  const thread = readThread(reading, slug, entries, file?.value);
  const pictures = readPictures(reading, slug, entries);
  const isAttached = recogniseAttachments(file?.value, thread);
  const attached = readAttachments(reading, slug, entries.filter(isAttached));
  reportClashes(reading, slug, entries);
  reportMissingPicture(reading, slug, entries, file);
  reportStrangers(reading, slug, entries, isAttached);
  if (file?.value === undefined || thread === undefined) return undefined;
  const { authorId, image, ...fields } = file.value;
  const author = authorId === undefined ? undefined : authors?.get(authorId);
  const lacksAuthor = authorId !== undefined && author === undefined;
  const picture = image && describePicture(image, pictures);
  if (lacksAuthor || (image !== undefined && picture === undefined)) return undefined;
  const files = [...reading.files.values()].concat(archive.files.get(`authors/${authorId}.md`) ?? []);
  const beside = { pictures, ...(attached.length > 0 && { files: attached }) };
  const place = { slug, ...(author && { author }), ...beside, thread, digest: digestFiles(files) };
  if (fields.status === "erased") return { ...fields, ...place };
  const captures = fields.captures && publishCaptures(reading, slug, fields.captures, thread, settings);
  return { ...fields, ...place, ...(picture && { picture }), ...(captures && { captures }) };
}

function readArticleFile(
  reading: ContentReader,
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
  reading: ContentReader,
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

/**
 * Which files are there to be published: of a type that may be, and named by a text, for nobody means to publish the
 * notes that were left beside an article. Where a text cannot be read, it may name any.
 */
function recogniseAttachments(fields?: ArticleFields, thread?: Thread): (entry: Entry) => boolean {
  const comments = thread?.inSourceOrder.map(({ comment }) => comment) ?? [];
  const bodies = comments.map((comment) => (comment.status === "present" ? comment.body : ""));
  const texts = [fields?.body ?? "", ...bodies];
  const isUnread = fields === undefined || thread === undefined;
  return ({ name, kind }) =>
    kind === "file" &&
    attachmentType(name) !== undefined &&
    (isUnread || texts.some((text) => text.includes(name)));
}

/** Files of other types than pictures, without those that hold a fault. */
function readAttachments(reading: ContentReader, slug: string, entries: readonly Entry[]): AttachedFile[] {
  return entries.flatMap(({ name }) => {
    const path = `${slug}/${name}`;
    const mediaType = attachmentType(name);
    const read = reading.bytes(path, PUBLISHED_LIMIT) && reading.files.get(path);
    return read && mediaType ? [{ file: name, mediaType, bytes: read.size, sha256: read.hash }] : [];
  });
}

/** Those without a fault. */
function readPictures(reading: ContentReader, slug: string, entries: readonly Entry[]): PictureFile[] {
  const files = entries.filter(({ name, kind }) => kind === "file" && isPictureName(name));
  return files.flatMap(({ name }) => readPicture(reading, slug, name) ?? []);
}

/** Systems without upper and lower case cannot hold such files beside each other. */
function reportClashes(reading: ContentReader, slug: string, entries: readonly Entry[]): void {
  const holders = new Map<string, string>();
  for (const { name, kind } of entries) {
    if (kind !== "file" || !(isPictureName(name) || attachmentType(name))) continue;
    const holder = holders.get(foldName(name));
    if (holder !== undefined)
      reading.reportName(slug, name, `another name, since ${holder} differs in case only`);
    holders.set(foldName(name), name);
  }
}

function readPicture(reading: ContentReader, slug: string, file: string): PictureFile | undefined {
  const path = `${slug}/${file}`;
  const bytes = reading.bytes(path, PICTURE_LIMIT);
  const size = bytes && measurePicture(file, bytes);
  if (size === undefined) return undefined;
  return "width" in size ? { file, ...size } : reading.report(path, size);
}

function reportMissingPicture(
  reading: ContentReader,
  slug: string,
  entries: readonly Entry[],
  { pictureFile }: ArticleFile = {},
): void {
  if (pictureFile === undefined || entries.some(({ name }) => name === pictureFile)) return;
  const expected = "the name of a file beside article.md";
  reading.report(`${slug}/article.md`, { field: "image.file", found: quote(pictureFile), expected });
}

/** `undefined` where the file that it names has a fault. */
function describePicture(
  { file, alt, credit }: NonNullable<ArticleFields["image"]>,
  pictures: readonly PictureFile[],
): Picture | undefined {
  if (file === undefined) return { status: "lost", alt, credit };
  const picture = pictures.find((candidate) => candidate.file === file);
  return picture && { status: "preserved", ...picture, alt, credit };
}

function reportStrangers(
  reading: ContentReader,
  slug: string,
  entries: readonly Entry[],
  isAttached: (entry: Entry) => boolean,
): void {
  for (const entry of entries) {
    const { name, kind } = entry;
    const isFile = name === "article.md" || isPictureName(name) || isAttached(entry);
    if (kind === "refused" || (kind === "folder" ? name === "comments" : isFile)) continue;
    const files = `files that a text links (${ATTACHMENTS_EXPECTED})`;
    const expected = `article.md, comments/, pictures (png, jpg, webp, gif or avif) and ${files}`;
    reading.reportName(slug, name, expected);
  }
}
