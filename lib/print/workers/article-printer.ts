import { rmSync } from "node:fs";
import { join } from "node:path";
import type { PageNotes } from "../../../components/page/page-notes";
import { KEPT_CAPTURES } from "../../archive/format/names";
import type { ArchivedLinks, ArchiveSettings, Article, Author, Edition, Problem } from "../../archive/model";
import { type WrittenOutline, writeOutline } from "../../archive/outline";
import { ContentReader } from "../../archive/reading/content-reader";
import type { Fingerprint } from "../../archive/reading/digest";
import { listFolder } from "../../archive/reading/list-files";
import { handEdition, openBeside, openCapture } from "../../archive/reading/read";
import { readArticle } from "../../archive/reading/read-article";
import { createContext } from "../../share/article-context";
import { describeArticle } from "../../share/feeds/article-entry";
import { listLinkKeys } from "../../share/old-addresses/archived-links";
import { describeForSearch } from "../../share/search/search-part";
import { compress } from "../page/compress";
import type { Dress } from "../page/dress-page";
import { type PrintedFile, printRoute } from "../page/print-page";
import type { Routes } from "../page/routes";
import {
  type ArticleRecord,
  type ArticleRemarks,
  type StoredFile,
  writeFeedEntry,
  writeRecord,
  writeSearchPart,
} from "../store/record";
import { sealStamp, stampFolder } from "../store/stamp";
import { FileWriter } from "../store/stored-files";

/** What all articles of an archive have in common; plain data, which a worker can be sent. */
export type PrintSetup = {
  /** The folder of `package.json`, absolute. */
  readonly project: string;
  /** The content folder, as its problems name it. */
  readonly content: string;
  readonly settings: ArchiveSettings;
  /** As `readAuthors` gives them; absent where `authors/` is at fault. */
  readonly authors?: ReadonlyMap<string, Author | undefined>;
  /** What was read already: `archive.md` and `authors/`. */
  readonly heads: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Fingerprint>;
  readonly dress: Dress;
  /** See `digestEngine`. */
  readonly engine: string;
  /** Where what is printed of this archive is kept, absolute. */
  readonly store: string;
  /** Whether compressed forms lie beside the files. */
  readonly precompress: boolean;
};

/** An article as it was read, without its texts. */
export type ReadResult = {
  readonly slug: string;
  readonly problems: readonly Problem[];
  /** Absent where there is a problem. */
  readonly found?: {
    readonly stamp?: string;
    readonly digest: string;
    /** The names of the captures that are kept with it; they are the captures' own digests. */
    readonly captures: readonly string[];
    readonly author?: string;
    readonly linkKeys: readonly string[];
    readonly outline: WrittenOutline;
  };
};

/** An article to print, with what is known of it by those alone who know all the others. */
export type PrintJob = {
  readonly slug: string;
  readonly key: string;
  /** What the article was when the key was made. */
  readonly digest: string;
  readonly vanished: Edition["vanished"];
  /** Its lines of `permalinks.txt`. */
  readonly permalinks: string;
  readonly archivedLinks: ArchivedLinks;
};

type HeldArticle = { readonly article: Article; readonly found: NonNullable<ReadResult["found"]> };

/** Comments, of all articles that one printer keeps between reading and printing; some 6 KB each. */
const MOST_HELD = 20_000;

/** Reads articles, and prints those that are asked for; what was read is kept until then, as far as there is room. */
export class ArticlePrinter {
  readonly #setup: PrintSetup;
  readonly #routes: Routes;
  readonly #reading: ContentReader;
  readonly #waiting = new Map<string, HeldArticle>();
  /** How many comments the articles have that are kept. */
  #comments = 0;

  constructor(setup: PrintSetup, routes: Routes) {
    this.#setup = setup;
    this.#routes = routes;
    this.#reading = new ContentReader(setup.content, [], new Map(setup.heads));
    for (const [path, file] of setup.files) this.#reading.files.set(path, file);
  }

  read(slug: string): ReadResult {
    const held = this.#readAnew(slug);
    const problems = this.#reading.problems.splice(0);
    if (held === undefined || problems.length > 0) return { slug, problems };
    this.#hold(held);
    return { slug, problems, found: held.found };
  }

  #readAnew(slug: string): HeldArticle | undefined {
    const stamp = stampFolder(join(this.#setup.content, slug));
    const article = readArticle(this.#reading, slug, this.#setup.authors, this.#setup.settings);
    if (article === undefined) return undefined;
    const { digest, author } = article;
    const found = {
      stamp: sealStamp(stamp, this.#setup.engine, this.#setup.files.get(`authors/${author?.id}.md`)),
      digest,
      captures: listFolder(join(this.#setup.content, slug, KEPT_CAPTURES)).files,
      author: author?.id,
      linkKeys: listLinkKeys(article),
      outline: writeOutline(article),
    };
    return { article, found };
  }

  /** Keeps an article until it is printed, as long as there is room; else it is read once more then. */
  #hold(held: HeldArticle): void {
    const { article } = held;
    const comments = article.thread.inSourceOrder.length;
    if (this.#waiting.size > 0 && this.#comments + comments > MOST_HELD) {
      this.#forgetHeads(article);
      return;
    }
    this.#waiting.set(article.slug, held);
    this.#comments += comments;
  }

  /** Forgets an article that is not to be printed. */
  drop(slug: string): void {
    const article = this.#waiting.get(slug)?.article;
    if (!this.#waiting.delete(slug) || !article) return;
    this.#comments -= article.thread.inSourceOrder.length;
    this.#forgetHeads(article);
  }

  #forgetHeads(article: Article): void {
    for (const path of listPaths(article)) this.#reading.heads.delete(path);
  }

  /** @throws Error for an article that changed since it was read, or whose pages cannot be printed */
  async print(job: PrintJob): Promise<ArticleRecord> {
    const { slug, key } = job;
    const held = this.#waiting.get(slug) ?? this.#readAnew(slug);
    if (held?.found.digest !== job.digest) throw new Error(`${slug}: changed while it was read`);
    const edition = this.#editionOf(held.article, job);
    handEdition(edition, this.#setup.content);
    const folder = join(this.#setup.store, slug);
    const generation = `${key.slice(0, 16)}-${process.pid}`;
    rmSync(folder, { recursive: true, force: true });
    const { files, remarks } = await this.#writeFiles(
      edition,
      new FileWriter(join(folder, generation), { isFlat: true }),
    );
    writeFeedEntry(
      folder,
      describeArticle(createContext(edition.settings, edition.article, edition.archivedLinks)),
    );
    writeSearchPart(folder, describeForSearch(edition.settings, edition.article));
    const record = { slug, key, ...held.found, generation, files, remarks };
    writeRecord(folder, record);
    this.drop(slug);
    this.#forgetHeads(held.article);
    return record;
  }

  #editionOf(article: Article, { vanished, permalinks, archivedLinks }: PrintJob): Edition {
    const paths = ["archive.md", `authors/${article.author?.id}.md`, ...listPaths(article)];
    const heads = new Map(paths.map((path) => [path, this.#reading.heads.get(path) ?? ""]));
    return {
      settings: this.#setup.settings,
      article,
      vanished,
      asWritten: { heads, permalinks },
      archivedLinks,
    };
  }

  async #writeFiles(edition: Edition, writer: FileWriter): Promise<Pick<ArticleRecord, "files" | "remarks">> {
    const files: StoredFile[] = [];
    let remarks: ArticleRemarks = { plainTexts: [], unshownPictures: [], linkedPictures: 0 };
    for await (const file of this.#printFiles(edition)) {
      const forms = this.#setup.precompress ? [file, ...compress(file)] : [file];
      files.push(...forms.map((form) => writer.write(form)));
      // The article's own page shows all of its texts.
      const isOwn = file.path === `${edition.article.slug}/index.html`;
      if (isOwn && file.notes) remarks = describeRemarks(edition.article, file.notes);
    }
    return { files, remarks };
  }

  async *#printFiles(edition: Edition): AsyncGenerator<PrintedFile> {
    for (const route of this.#routes.article) yield* printRoute(route, this.#setup.dress);
    const { article } = edition;
    for (const { file } of [...article.pictures, ...(article.files ?? [])]) {
      yield { path: `${article.slug}/${file}`, content: openBeside(article, file), isCopied: true };
    }
    for (const capture of article.captures ?? []) {
      if (capture.publishedAs === undefined) continue;
      const path = `${article.slug}/${capture.publishedAs}`;
      yield { path, content: openCapture(article, capture), isCopied: true };
    }
  }
}

function listPaths({ slug, thread }: Article): string[] {
  const comments = thread.inSourceOrder.map(({ comment }) => `${slug}/comments/${comment.id}.md`);
  return [`${slug}/article.md`, ...comments];
}

function describeRemarks({ slug, picture, pictures }: Article, notes: PageNotes): ArticleRemarks {
  const { plainTexts, shownPictures, linkedPictures } = notes;
  const own = picture?.status === "preserved" ? picture.file : undefined;
  const isShown = (file: string) =>
    file === own || [...shownPictures].some((address) => address.endsWith(`/${slug}/${file}`));
  return {
    plainTexts: [...plainTexts].map((id) => `${slug}/#${id}`),
    unshownPictures: pictures.filter(({ file }) => !isShown(file)).map(({ file }) => `${slug}/${file}`),
    linkedPictures,
  };
}
