import { foldName, ID_EXPECTED, isId, isSlug, keptCapture } from "../format/names";
import { formatProblem } from "../format/problem";
import { parseAuthor, parsePublicAddress, parseSettings } from "../format/schema";
import type {
  Archive,
  ArchiveSettings,
  Article,
  ArticleOutline,
  Capture,
  Catalogue,
  Edition,
  PictureFile,
  Problem,
} from "../model";
import { compareNewestFirst } from "../moment";
import { ContentReader } from "./content-reader";
import { type Entry, PUBLISHED_LIMIT } from "./disk";
import { type Authors, readArticle } from "./read-article";
import { checkLedgers, LEDGERS } from "./read-ledgers";

export { formatProblem } from "../format/problem";

export type ReadArchive =
  | { readonly ok: true; readonly archive: Archive }
  | { readonly ok: false; readonly problems: readonly Problem[] };

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
  if (handed?.archive) return handed.archive;
  const folder = contentFolder();
  const address = process.env.ARCHIVE_URL || undefined;
  const key = JSON.stringify([folder, address]);
  const opened = openedArchives.get(key);
  if (opened !== undefined && process.env.NODE_ENV !== "development") return opened;
  const archive = readPublished(folder, address);
  openedArchives.set(key, archive);
  return archive;
}

/** The archive as its own pages need it; they get no more of it. */
export function openCatalogue(): Catalogue {
  return handed?.catalogue ?? openArchive();
}

/** What a printer has read already and gives to the pages instead of the content folder. */
type Handed = {
  readonly archive?: Archive;
  readonly catalogue?: Catalogue;
  /** The content folder that they come from. */
  readonly content: string;
};
let handed: Handed | undefined;

/** From now on the pages are those of one article and see nothing else. */
export function handEdition({ article, ...archive }: Edition, content: string): void {
  handed = { archive: { ...archive, articles: [article] }, content };
}

/** From now on the pages are the archive's own. */
export function handCatalogue(catalogue: Catalogue, content: string): void {
  handed = { catalogue, content };
}

const openedArchives = new Map<string, Archive>();

function readPublished(folder: string, address: string | undefined): Archive {
  const reading = new ContentReader("ARCHIVE_URL");
  const url = address === undefined ? undefined : reading.accept("", parsePublicAddress(address));
  const result = readArchive(folder);
  const problems = [...reading.problems, ...(result.ok ? [] : result.problems)];
  if (!result.ok || problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  const { archive } = result;
  return url === undefined ? archive : { ...archive, settings: { ...archive.settings, url } };
}

/**
 * Reads and checks a content folder: the one reader of it. Either everything in it is sound, or every problem of every
 * file is given, in the order of their paths. Links, devices and the like are refused, not opened.
 */
export function readArchive(folder: string): ReadArchive {
  const reading = new ContentReader(folder);
  const { root, settings, authors, slugs } = readFrame(reading);
  const articles = slugs
    .flatMap((slug) => readArticle(reading, slug, authors, settings) ?? [])
    .sort(compareByDate);
  const { vanished, permalinks } = checkLedgers(reading, root, articles);
  const problems = reading.problems.sort(compareByPath);
  if (settings === undefined || problems.length > 0) return { ok: false, problems };
  const asWritten = { heads: reading.heads, permalinks };
  return { ok: true, archive: { settings, articles, vanished, asWritten } };
}

/** What an archive holds beside its articles, as far as it is sound. */
export type Frame = {
  readonly root: readonly Entry[];
  readonly settings?: ArchiveSettings;
  /** Absent where `authors/` itself is at fault. */
  readonly authors?: Authors;
  /** The folders of the articles. */
  readonly slugs: readonly string[];
};

/** Reads and checks everything of a content folder but its articles and its ledgers. */
export function readFrame(reading: ContentReader): Frame {
  const root = reading.list("");
  if (root === undefined) return { root: [], slugs: [] };
  const settings = readOwnSettings(reading, root);
  const authors = readAuthors(reading, root);
  return { root, settings, authors, slugs: root.flatMap((entry) => findSlug(reading, entry) ?? []) };
}

/**
 * The bytes of a picture of the archive that `openArchive` gave.
 *
 * @throws Error when it went away since
 */
export function openPicture(article: Article, { file }: PictureFile): Uint8Array {
  return openBeside(article, file);
}

/** The bytes of a kept capture, checked again: what is published is what the article states. */
export function openCapture({ slug }: Article, { sha256 }: Capture): Uint8Array {
  const reading = new ContentReader(handed?.content ?? contentFolder());
  const path = `${slug}/${keptCapture(sha256)}`;
  const bytes = reading.bytes(path, PUBLISHED_LIMIT);
  if (bytes === undefined || reading.files.get(path)?.hash !== sha256)
    throw new Error(`${reading.nameOf(path)}: changed while it was published`);
  return bytes;
}

/** The same for any file that lies beside an article. */
export function openBeside({ slug }: Article, file: string): Uint8Array {
  const reading = new ContentReader(handed?.content ?? contentFolder());
  const bytes = reading.bytes(`${slug}/${file}`, PUBLISHED_LIMIT);
  if (bytes === undefined) throw new Error(reading.problems.map(formatProblem).join("\n"));
  return bytes;
}

function readOwnSettings(reading: ContentReader, root: readonly Entry[]): ArchiveSettings | undefined {
  const what = "the archive's name and language";
  const document = reading.namedDocument("", root, "archive.md", what);
  return document && reading.accept("archive.md", parseSettings(document));
}

function readAuthors(reading: ContentReader, root: readonly Entry[]): Authors | undefined {
  const folder = root.find(({ name }) => foldName(name) === "authors");
  if (folder === undefined) return new Map();
  if (folder.kind !== "folder" || folder.name !== "authors") return undefined;
  const files = reading.identified("authors");
  if (files === undefined) return undefined;
  return new Map(
    files.map(({ id, path, document }) => [id, document && reading.accept(path, parseAuthor(id, document))]),
  );
}

function findSlug(reading: ContentReader, { name, kind }: Entry): string | undefined {
  if (kind === "folder" && isSlug(name)) return name;
  const isKnown = kind === "folder" ? name === "authors" : name === "archive.md" || LEDGERS.has(name);
  if (kind !== "refused" && !isKnown) reading.reportName("", name, describeEntry(name, kind));
  return undefined;
}

function describeEntry(name: string, kind: "file" | "folder"): string {
  if (kind === "file") return "archive.md, authors/ and the folders of articles";
  return isId(name) ? "another name, since the site needs this address" : ID_EXPECTED;
}

/** For sorting, which is stable: the problems of one file stay in the order in which they were found. */
export function compareByPath(a: Problem, b: Problem): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

/** Newest first, then by slug. */
export function compareByDate(
  a: Pick<ArticleOutline, "published" | "slug">,
  b: Pick<ArticleOutline, "published" | "slug">,
): number {
  return compareNewestFirst(a.published, b.published) || (a.slug < b.slug ? -1 : 1);
}
