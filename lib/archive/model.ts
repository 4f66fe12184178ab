/**
 * The domain: an archive holds articles, an article holds a thread of comments.
 * Values of these types are made by `read.ts` alone, from files that were checked;
 * whoever holds one may rely on every promise written here.
 */

/** One content problem, printed as `<path>: <field>: <found>, <expected>`. */
export type Problem = {
  /** The file, as its reader was told to find it: content folder first. */
  readonly path: string;
  /** A front matter key (`source.url`), or `file`, `name`, `byte 17`, `line 3` where no key is at fault. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
};

/** What is kept, by whom, and where it is published. */
export type Archive = {
  readonly settings: ArchiveSettings;
  /** Newest first; articles of the same instant in the order of their slugs. */
  readonly articles: readonly Article[];
  /**
   * Comments that were published and whose file is gone: their ids, by the slug (present or former) of their
   * article. Their addresses go on to answer.
   */
  readonly vanished: ReadonlyMap<string, ReadonlySet<string>>;
  readonly asWritten: AsWritten;
};

/**
 * Everything that the pages and copies of one article depend on, and nothing else: its files, its author's, the
 * archive's settings, and what was published of it under any of its slugs.
 */
export type Edition = Omit<Archive, "articles"> & { readonly article: Article };

/**
 * The archive as its own pages need it: the index, feeds, sitemaps and old addresses know of an article no more than its
 * outline. Every archive is a catalogue.
 */
export type Catalogue = {
  readonly settings: ArchiveSettings;
  /** In the order of `Archive.articles`. */
  readonly articles: readonly ArticleOutline[];
};

/** An article without its texts. Every article is its own outline. */
export type ArticleOutline = Pick<
  Article,
  "slug" | "formerSlugs" | "title" | "language" | "published" | "timeZone" | "summary" | "source" | "captured"
> & {
  readonly author: Pick<Author, "name">;
  readonly thread: ThreadOutline;
};

export type ThreadOutline = {
  /** In source order. */
  readonly inSourceOrder: readonly { readonly comment: CommentOutline }[];
  readonly byId: ReadonlyMap<string, { readonly comment: CommentOutline }>;
  readonly completeness: Completeness;
};

export type CommentOutline = Pick<Comment, "id" | "status" | "position" | "author" | "source">;

/** What the files hold beyond their meaning, to the letter: with it they can be written again byte for byte. */
export type AsWritten = {
  /** What stands before the text of a Markdown file, by the file's path from the content folder; all of a tombstone's. */
  readonly heads: ReadonlyMap<string, string>;
  /** `permalinks.txt`; empty where there is none. */
  readonly permalinks: string;
};

/** `content/archive.md`. */
export type ArchiveSettings = {
  readonly name: string;
  /** BCP 47, the language of the index and of the 404 page. */
  readonly language: string;
  /** Public address, absolute, with a trailing slash: `https://example.org/archive/`. */
  readonly url: string;
  /** Who keeps this archive. */
  readonly keeper: string;
  /** Where to ask for a take-down: an `https:` or `mailto:` address. */
  readonly contact: string;
  /**
   * What begins every identifier of the archive behind `tag:` (RFC 4151): `example.org,2021:/`. It comes from
   * `archive.md` alone, never from where the site happens to be published, and stays when the address changes.
   */
  readonly tag: string;
  /** Whether search engines may list the archive; `allowed` where it says nothing. */
  readonly indexing?: "allowed" | "refused";
  /** What the texts are under, where they are under any licence. */
  readonly licence?: { readonly name: string; readonly url?: string };
  /** What has a card image of its own: articles and comments, articles alone, or nothing. */
  readonly cards: "all" | "articles" | "none";
  /** What the archive is about, in Markdown; may be empty. */
  readonly description: string;
};

/** `content/authors/<id>.md`. */
export type Author = {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly url?: string;
  /** Markdown; may be empty. */
  readonly biography: string;
};

/** `content/<slug>/article.md` with everything below its folder. */
export type Article = {
  /** `[a-z0-9][a-z0-9-]{0,63}`; the folder's name and the article's address. */
  readonly slug: string;
  /** Slugs under which the article was published before, the oldest first; it goes on to answer there. */
  readonly formerSlugs: readonly string[];
  readonly title: string;
  /** BCP 47, canonical case. */
  readonly language: string;
  readonly author: Author;
  /** ISO 8601 with offset, as written in the file. */
  readonly published: string;
  /** IANA name; dates are shown in this zone. */
  readonly timeZone: string;
  /** The standfirst, in Markdown. */
  readonly summary?: string;
  readonly source: { readonly name: string; readonly url: string };
  readonly citedSources: readonly CitedSource[];
  readonly picture?: Picture;
  /** Every picture that lies beside the article, `picture` among them, by file name: its text and comments show them. */
  readonly pictures: readonly PictureFile[];
  /** The number of comments that the source itself stated. */
  readonly commentsAnnounced?: number;
  /** ISO 8601, a date or an instant with offset: when the source was captured. */
  readonly captured?: string;
  /** What of the captured page was left out on purpose, in the article's language. */
  readonly leftOut?: string;
  /** Markdown. */
  readonly body: string;
  readonly thread: Thread;
  /** SHA-256 (64 hexadecimal digits) over the path and bytes of the article's own files and its author's. */
  readonly digest: string;
};

export type CitedSource = { readonly name: string; readonly url?: string };

/** The article's picture: a file that lies beside it, or what is known of one that was lost. */
export type Picture = PreservedPicture | LostPicture;

/** A picture that lies beside an article. */
export type PictureFile = {
  /** A file name in the article's folder. */
  readonly file: string;
  /** CSS pixels, as the reader sees it: an EXIF rotation is applied. */
  readonly width: number;
  readonly height: number;
};

export type PreservedPicture = PictureFile & {
  readonly status: "preserved";
  readonly alt: string;
  readonly credit: string;
};

export type LostPicture = { readonly status: "lost"; readonly alt: string; readonly credit: string };

/** Where a reply relation is known from. Everything but `explicit` is a deduction and is labelled as one. */
export type ReplyBasis = "explicit" | "quote" | "mention" | "editor";

/** The relation of a comment to the comment it answers. */
export type Reply = { readonly parentId: string; readonly basis: ReplyBasis };

/** `content/<slug>/comments/<id>.md`: a comment, or the place of one that is not there. */
export type Comment = PresentComment | ErasedComment | MissingComment;

type CommentPlace = {
  /** `[a-z0-9][a-z0-9-]{0,63}`; the file's name, which never changes. */
  readonly id: string;
  readonly reply?: Reply;
  /** The comment at its publisher. */
  readonly source?: { readonly url?: string; readonly id?: string };
};

export type PresentComment = CommentPlace & {
  readonly status: "present";
  /** Place in the source, from 1. */
  readonly position: number;
  /** The display name as written. */
  readonly author: string;
  /** ISO 8601 with offset, where the source states it. */
  readonly published?: string;
  readonly edited?: string;
  /** Markdown, to the letter. */
  readonly body: string;
};

/** A tombstone: the comment was archived and then taken down. */
export type ErasedComment = CommentPlace & {
  readonly status: "erased";
  readonly position: number;
  readonly author: string;
  readonly published?: string;
  readonly reason: string;
};

/** A comment that is known of but did not survive. */
export type MissingComment = CommentPlace & {
  readonly status: "missing";
  readonly position?: number;
  readonly author?: string;
  readonly published?: string;
  readonly reason?: string;
};

/** A comment at its place in the thread. */
export type ThreadNode = {
  readonly comment: Comment;
  readonly parent?: ThreadNode;
  /** In source order. */
  readonly replies: readonly ThreadNode[];
  /** 0 for a comment that answers nobody. */
  readonly depth: number;
  /** How many comments lie below this one, at any depth. */
  readonly descendants: number;
};

export type Thread = {
  /** The comments that answer nobody, in source order. */
  readonly roots: readonly ThreadNode[];
  /** Every comment once, parents before their replies: the order of reading. */
  readonly inReadingOrder: readonly ThreadNode[];
  /** Every comment once, by position: the order in which the source shows them. */
  readonly inSourceOrder: readonly ThreadNode[];
  readonly byId: ReadonlyMap<string, ThreadNode>;
  readonly completeness: Completeness;
};

/** How much of the source's thread is here. */
export type Completeness = {
  /** Comments with their text. */
  readonly present: number;
  readonly erased: number;
  /** Comments declared `missing`. */
  readonly missing: number;
  /** The count the source stated. */
  readonly announced?: number;
  /** Positions, ascending, from 1 to the last known or announced one, that no file accounts for. */
  readonly gaps: readonly number[];
};
