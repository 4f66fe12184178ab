import { digestFiles, type Fingerprint, fingerprint } from "./digest";
import { type Entry, listFolder, readBytes } from "./disk";
import { FILE_LIMIT, type FrontMatter, parseFrontMatter } from "./front-matter";
import type { Archive, ArchiveSettings, Article, Author, Comment, Picture, Problem, Thread } from "./model";
import { foldName, ID_EXPECTED, isId, isPictureName, isSlug } from "./names";
import { measurePicture, PICTURE_LIMIT } from "./picture";
import { type FieldProblem, formatProblem, quote } from "./problem";
import {
  type ArticleFields,
  parseArticle,
  parseAuthor,
  parseComment,
  parsePublicAddress,
  parseSettings,
} from "./schema";
import { buildThread } from "./thread";

export { formatProblem } from "./problem";

export type ReadArchive =
  | { readonly ok: true; readonly archive: Archive }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Files of the content folder that other rooms keep: published addresses, and ids that were erased. */
const LEDGERS = new Set(["permalinks.txt", "erased.txt"]);

/** One reading of one content folder. Paths in it are relative to that folder, POSIX. */
type Reading = {
  readonly folder: string;
  readonly problems: Problem[];
  readonly files: Map<string, Fingerprint>;
};

/** Authors by id, `undefined` where the file has a problem of its own. */
type Authors = ReadonlyMap<string, Author | undefined>;

/** Where the content lies: `ARCHIVE_CONTENT`, by default `content`. */
export function contentFolder(): string {
  return process.env.ARCHIVE_CONTENT || "content";
}

/**
 * The archive that the site is made of, from `contentFolder()`, at the public address `ARCHIVE_URL` where that is set.
 * It is read once in the life of a process, except in development, where its files may change at any moment.
 *
 * @throws Error whose message is every problem of the archive, one to a line
 */
export function openArchive(): Archive {
  const folder = contentFolder();
  const address = process.env.ARCHIVE_URL || undefined;
  const key = JSON.stringify([folder, address]);
  const opened = openedArchives.get(key);
  if (opened !== undefined && process.env.NODE_ENV !== "development") return opened;
  const archive = readPublished(folder, address);
  openedArchives.set(key, archive);
  return archive;
}

const openedArchives = new Map<string, Archive>();

function readPublished(folder: string, address: string | undefined): Archive {
  const result = readArchive(folder);
  const url = address === undefined ? undefined : parsePublicAddress(address);
  const wrongUrl =
    url?.ok === false ? url.problems.map((problem) => ({ path: "ARCHIVE_URL", ...problem })) : [];
  const problems = [...(result.ok ? [] : result.problems), ...wrongUrl];
  if (!result.ok || problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  const { archive } = result;
  return url?.ok ? { ...archive, settings: { ...archive.settings, url: url.value } } : archive;
}

/**
 * Reads and checks a content folder: the one reader of it. Either everything in it is sound, or every problem of every
 * file is given, in the order of their paths. Links, devices and the like are refused, not opened.
 */
export function readArchive(folder: string): ReadArchive {
  const reading: Reading = { folder: folder.replace(/(?<=.)\/+$/, ""), problems: [], files: new Map() };
  const root = readFolder(reading, "");
  if (root === undefined) return { ok: false, problems: reading.problems };
  const settings = readSettings(reading, root);
  const authors = readAuthors(reading, root);
  const articles = root.flatMap((entry) => readRootEntry(reading, entry, authors) ?? []);
  const { problems, files } = reading;
  if (settings === undefined || problems.length > 0) return { ok: false, problems: sortByPath(problems) };
  return {
    ok: true,
    archive: { settings, articles: articles.sort(compareByDate), digest: digestFiles([...files.values()]) },
  };
}

/** Stable: the problems of one file stay in the order in which they were found. */
function sortByPath(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1));
}

/** Newest first, then by slug. */
function compareByDate(a: Article, b: Article): number {
  return Date.parse(b.published) - Date.parse(a.published) || (a.slug < b.slug ? -1 : 1);
}

// ── The content folder. ──

function readSettings(reading: Reading, root: readonly Entry[]): ArchiveSettings | undefined {
  const path = "archive.md";
  if (!hasFile(reading, root, path, "", "the archive's name, language, url, keeper and contact"))
    return undefined;
  const document = readDocument(reading, path);
  return document && keep(reading, path, parseSettings(document));
}

/** `undefined` where the folder itself is at fault: then no author can be said to be unknown. */
function readAuthors(reading: Reading, root: readonly Entry[]): Authors | undefined {
  const folder = root.find(({ name }) => foldName(name) === "authors");
  if (folder === undefined) return new Map();
  if (folder.kind !== "folder" || folder.name !== "authors") return undefined;
  const entries = readFolder(reading, "authors");
  if (entries === undefined) return undefined;
  const files = readIdentified(reading, "authors", entries);
  return new Map(
    files.map(({ id, path, document }) => [id, document && keep(reading, path, parseAuthor(id, document))]),
  );
}

function readRootEntry(reading: Reading, entry: Entry, authors: Authors | undefined): Article | undefined {
  const { name, kind } = entry;
  if (kind === "folder" && isSlug(name)) return readArticle(reading, name, authors);
  const isKnown = kind === "folder" ? name === "authors" : name === "archive.md" || LEDGERS.has(name);
  if (kind === "refused" || isKnown) return undefined;
  if (kind === "file")
    reportUnexpected(reading, name, name, "archive.md, authors/ and the folders of articles");
  else if (isId(name))
    reportUnexpected(reading, name, name, "another name, since the site needs this address");
  else reportUnexpected(reading, name, name, ID_EXPECTED);
  return undefined;
}

// ── An article's folder. ──

function readArticle(reading: Reading, slug: string, authors: Authors | undefined): Article | undefined {
  const own: Reading = { ...reading, files: new Map() };
  const entries = readFolder(own, slug);
  if (entries === undefined) return undefined;
  const article = readArticleFile(own, slug, entries, authors);
  const thread = readThread(own, slug, entries, article?.value?.commentsAnnounced);
  const picture = readPicture(own, slug, entries, article);
  reportStrangers(own, slug, entries, article);
  for (const [path, file] of own.files) reading.files.set(path, file);
  const author = article?.value && authors?.get(article.value.authorId);
  if (!article?.value || !author || !thread || picture === "troubled") return undefined;
  const { authorId, image: _, ...fields } = article.value;
  const authorFile = reading.files.get(`authors/${authorId}.md`) ?? [];
  const digest = digestFiles([...own.files.values()].concat(authorFile));
  return { slug, ...fields, author, ...(picture && { picture }), thread, digest };
}

/** `article.md` as far as it could be read: the picture it names is known even where other keys are at fault. */
type ArticleFile = { readonly value?: ArticleFields; readonly pictureFile?: string };

function readArticleFile(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  authors: Authors | undefined,
): ArticleFile | undefined {
  const path = `${slug}/article.md`;
  if (!hasFile(reading, entries, "article.md", slug, "the article of this folder")) return undefined;
  const document = readDocument(reading, path);
  if (document === undefined) return undefined;
  const parsed = parseArticle(document, authors);
  return { value: keep(reading, path, parsed), pictureFile: parsed.pictureFile };
}

function readThread(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  announced: number | undefined,
): Thread | undefined {
  const folder = `${slug}/comments`;
  const hasComments = entries.some(({ name, kind }) => name === "comments" && kind === "folder");
  const inFolder = hasComments ? readFolder(reading, folder) : [];
  const files = readIdentified(reading, folder, inFolder ?? []);
  const comments: Comment[] = [];
  const troubled = new Set<string>();
  for (const { id, path, document } of files) {
    const comment = document && keep(reading, path, parseComment(id, document));
    if (comment === undefined) troubled.add(id);
    else comments.push(comment);
  }
  const built = buildThread({ folder: fullPath(reading, folder), comments, troubled, announced });
  if (built.ok) return built.thread;
  for (const problem of built.problems) reading.problems.push(problem);
  return undefined;
}

function readPicture(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  article: ArticleFile | undefined,
): Picture | "troubled" | undefined {
  const file = article?.pictureFile;
  const image = article?.value?.image;
  if (file === undefined) return image && { status: "lost", alt: image.alt, credit: image.credit };
  const size = measureFile(reading, slug, entries, file);
  if (size === undefined || image === undefined) return "troubled";
  return { status: "preserved", file, ...size, alt: image.alt, credit: image.credit };
}

function measureFile(reading: Reading, slug: string, entries: readonly Entry[], file: string) {
  const entry = entries.find(({ name }) => name === file);
  if (entry === undefined) {
    const expected = "the name of a file beside article.md";
    report(reading, `${slug}/article.md`, { field: "image.file", found: quote(file), expected });
  }
  if (entry?.kind !== "file") return undefined;
  const path = `${slug}/${file}`;
  const bytes = readFile(reading, path, PICTURE_LIMIT);
  const size = bytes && measurePicture(file, bytes);
  return size === undefined || "width" in size ? size : void report(reading, path, size);
}

/** Where `article.md` itself cannot be read, a picture may be the one it names. */
function reportStrangers(
  reading: Reading,
  slug: string,
  entries: readonly Entry[],
  article?: ArticleFile,
): void {
  const isPicture = (name: string) =>
    article ? foldName(name) === foldName(article.pictureFile ?? "") : isPictureName(name);
  for (const { name, kind } of entries) {
    const isKnown = kind === "folder" ? name === "comments" : name === "article.md" || isPicture(name);
    if (kind === "refused" || isKnown) continue;
    const expected = "article.md, comments/ and the picture that image.file names";
    reportUnexpected(reading, `${slug}/${name}`, name, expected);
  }
}

// ── Any folder, any file. ──

type IdentifiedFile = { readonly id: string; readonly path: string; readonly document?: FrontMatter };

/** The files `<id>.md` of a folder; one that is misnamed or unreadable is reported, and stays in the list without content. */
function readIdentified(reading: Reading, folder: string, entries: readonly Entry[]) {
  return entries.map(({ name, kind }): IdentifiedFile => {
    const path = `${folder}/${name}`;
    const id = name.replace(/\.md$/i, "");
    if (kind === "file" && name.endsWith(".md") && isId(id))
      return { id, path, document: readDocument(reading, path) };
    if (kind !== "refused") reportUnexpected(reading, path, name, `a file <id>.md, with ${ID_EXPECTED}`);
    return { id: foldName(id), path };
  });
}

/** Whether the file is there; where something else stands in its place, or its name differs by case, that is reported. */
function hasFile(
  reading: Reading,
  entries: readonly Entry[],
  name: string,
  folder: string,
  what: string,
): boolean {
  const entry = entries.find((candidate) => foldName(candidate.name) === name);
  if (entry === undefined) {
    report(reading, folder === "" ? name : `${folder}/${name}`, {
      field: "file",
      found: "nothing",
      expected: what,
    });
  }
  return entry?.name === name && entry.kind === "file";
}

function readFolder(reading: Reading, path: string): readonly Entry[] | undefined {
  const entries = listFolder(fullPath(reading, path));
  if ("found" in entries) return void report(reading, path, entries);
  for (const entry of entries) {
    if (entry.kind === "refused")
      report(reading, path === "" ? entry.name : `${path}/${entry.name}`, entry.problem);
  }
  return entries;
}

function readDocument(reading: Reading, path: string): FrontMatter | undefined {
  const bytes = readFile(reading, path, FILE_LIMIT);
  const parsed = bytes && parseFrontMatter(bytes);
  if (parsed === undefined || parsed.ok) return parsed;
  for (const problem of parsed.problems) report(reading, path, problem);
  return undefined;
}

function readFile(reading: Reading, path: string, limit: number): Uint8Array | undefined {
  const bytes = readBytes(fullPath(reading, path), limit);
  if ("found" in bytes) return void report(reading, path, bytes);
  reading.files.set(path, fingerprint(path, bytes));
  return bytes;
}

/** The value, or its problems reported. */
function keep<Value>(
  reading: Reading,
  path: string,
  parsed: { ok: true; value: Value } | { ok: false; problems: readonly FieldProblem[] },
): Value | undefined {
  if (parsed.ok) return parsed.value;
  for (const problem of parsed.problems) report(reading, path, problem);
  return undefined;
}

function reportUnexpected(reading: Reading, path: string, name: string, expected: string): void {
  report(reading, path, { field: "name", found: quote(name), expected });
}

function report(reading: Reading, path: string, problem: FieldProblem): void {
  reading.problems.push({ path: fullPath(reading, path), ...problem });
}

function fullPath({ folder }: Reading, path: string): string {
  return path === "" ? folder : `${folder}/${path}`;
}
