import type { Moment } from "./moment";

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
  /** Newest first, undated ones last; articles of the same moment in the order of their slugs. */
  readonly articles: readonly Article[];
  /**
   * Comments that were published and whose file is gone: their ids, by the slug (present or former) of their
   * article. Their addresses go on to answer.
   */
  readonly vanished: ReadonlyMap<string, ReadonlySet<string>>;
  readonly asWritten: AsWritten;
  /** Given where one article was taken out of an archive, whose others are not here. */
  readonly archivedLinks?: ArchivedLinks;
};

/**
 * Everything that the pages and copies of one article depend on, and nothing else: its files, its author's, the
 * archive's settings, and what was published of it under any of its slugs.
 */
export type Edition = Omit<Archive, "articles"> & {
  readonly article: Article;
  readonly archivedLinks: ArchivedLinks;
};

/**
 * What of the rest of the archive an article's texts link to: pages by the normalised original addresses. It holds no
 * other address, so that an article's pages depend on nothing else of other articles.
 */
export type ArchivedLinks = ReadonlyMap<string, { readonly slug: string; readonly commentId?: string }>;

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
export type ArticleOutline = OutlinePlace &
  (
    | Pick<PresentArticle, "status" | "summary" | "source">
    | Pick<ErasedArticle, "status" | "summary" | "source" | "reason">
  );

type OutlinePlace = Pick<
  ArticlePlace,
  "slug" | "formerSlugs" | "title" | "language" | "published" | "timeZone" | "captured"
> & {
  readonly author?: Pick<Author, "id" | "name">;
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
  /**
   * Public address, absolute, with a trailing slash: `https://example.org/archive/`. An archive that names none has
   * `UNSET_ADDRESS`, the one at which `npm start` serves it.
   */
  readonly url: string;
  /** Who keeps this archive. */
  readonly keeper?: string;
  /** Where to ask for a take-down: an `https:` or `mailto:` address. */
  readonly contact?: string;
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
  /** Whether each article is also a book, EPUB; `off` where nothing is said. */
  readonly books?: "on" | "off";
  /** Whether kept captures are published, as files to be downloaded; where nothing is said they are not. */
  readonly captures?: "published";
  /** Whether the index has a page for each participant of threads, where the archive asks for it. */
  readonly participants?: "pages";
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

/** `content/<slug>/article.md` with everything below its folder: an article, or the place of one that was taken down. */
export type Article = PresentArticle | ErasedArticle;

type ArticlePlace = {
  /** `[a-z0-9][a-z0-9-]{0,63}`; the folder's name and the article's address. */
  readonly slug: string;
  /** Slugs under which the article was published before, the oldest first; it goes on to answer there. */
  readonly formerSlugs: readonly string[];
  readonly title: string;
  /** BCP 47, canonical case. */
  readonly language: string;
  /** `detected`: a program took the language from the words; else the source or the archivist states it. */
  readonly languageBasis?: "detected";
  readonly author?: Author;
  readonly published?: Moment;
  /** IANA name; dates are shown in this zone. */
  readonly timeZone: string;
  /** Where the article is itself a post of its thread: its place in the source's numbering, from 1. */
  readonly position?: number;
  /** The number of comments that the source itself stated. */
  readonly commentsAnnounced?: number;
  /** When the source was captured. */
  readonly captured?: Moment;
  /** What of the captured page was left out on purpose, in the article's language. */
  readonly leftOut?: string;
  /** Every picture that lies beside the article, `picture` among them, by file name: its text and comments show them. */
  readonly pictures: readonly PictureFile[];
  /** Every other file that lies beside the article, by its name: its text and comments link them. */
  readonly files?: readonly AttachedFile[];
  /** What happened to the thread at its source, in the order of the file. */
  readonly events?: readonly ThreadEvent[];
  readonly thread: Thread;
  /** SHA-256 (64 hexadecimal digits) over the path and bytes of the article's own files and its author's. */
  readonly digest: string;
};

export type PresentArticle = ArticlePlace & {
  readonly status: "present";
  /** The standfirst, in Markdown. */
  readonly summary?: string;
  /** `url` is absent where the source does not say at which address it was. */
  readonly source: { readonly name: string; readonly url?: string };
  readonly citedSources: readonly CitedSource[];
  readonly picture?: Picture;
  /** The files that it was imported from. */
  readonly captures?: readonly Capture[];
  /** `plain`: the body is no Markdown. */
  readonly format?: "plain";
  /** Markdown, or plain text; empty where what was captured does not hold it. */
  readonly body: string;
};

/** A tombstone: the article was archived and then taken down. Its thread stays. */
export type ErasedArticle = ArticlePlace & {
  readonly status: "erased";
  /** Where it stood at its source is in the keeper's list of what was erased, not here. */
  readonly source: { readonly name: string; readonly url?: never };
  readonly reason: string;
} & { readonly [Key in ErasedKey]?: never };

/** What an article loses when it is taken down. */
type ErasedKey = "summary" | "citedSources" | "picture" | "captures" | "format" | "body";

/** A file of a type that runs nothing in a browser. */
export type AttachedFile = {
  /** A file name in the article's folder. */
  readonly file: string;
  /** IANA media type, by the name's extension. */
  readonly mediaType: string;
  readonly bytes: number;
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
};

/** A file that an article was imported from. */
export type Capture = {
  /** Its name as the importer was given it. */
  readonly file: string;
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
  /** Its name in the article's folder of the site, where the archive kept it and publishes it. */
  readonly publishedAs?: string;
};

/** What may happen to a thread; `other` is told in the event's own words. */
export const THREAD_EVENTS = [
  "closed",
  "reopened",
  "archived",
  "unarchived",
  "pinned",
  "unpinned",
  "hidden",
  "shown",
  "moved",
  "split",
  "merged",
  "renamed",
  "other",
] as const;

/** A fact of the thread as its source states it. */
export type ThreadEvent = {
  readonly what: (typeof THREAD_EVENTS)[number];
  readonly published?: Moment;
  /** Who did it, by the display name as written. */
  readonly author?: string;
  /** Its place in the source's numbering, where the source counts it among the posts. */
  readonly position?: number;
  /** What the source says of it, on one line. */
  readonly text?: string;
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

/** What a reply relation is deduced from where the source does not state it. */
export type DeducedBasis = "nesting" | "quote" | "mention" | "editor";

/** Where a reply relation is known from. Everything but `explicit` is a deduction and is labelled as one. */
export type ReplyBasis = "explicit" | DeducedBasis;

/** The relation of a comment to the comment it answers. */
export type Reply =
  | { readonly parentId: string; readonly basis: "explicit" }
  | {
      readonly parentId: string;
      readonly basis: DeducedBasis;
      /** `false` where the deduction may be wrong, such as a nesting at the greatest depth that the source shows. */
      readonly isCertain?: false;
    };

/** `content/<slug>/comments/<id>.md`: a comment, or the place of one that is not there. */
export type Comment = PresentComment | HiddenComment | ErasedComment | MissingComment;

/** The place of a comment whose text is not there. */
export type AbsentComment = Exclude<Comment, PresentComment>;

type CommentPlace = {
  /** `[a-z0-9][a-z0-9-]{0,63}`; the file's name, which never changes. */
  readonly id: string;
  readonly reply?: Reply;
  /** The comment at its publisher. */
  readonly source?: { readonly url?: string; readonly id?: string };
};

/** When a comment was posted, as far as that is known. */
type PostingDate = {
  readonly published?: Moment;
  /** Of a comment that its source does not date: the capture in which it stood, and so the last moment that it can be of. */
  readonly notAfter?: Moment;
};

export type PresentComment = CommentPlace &
  PostingDate & {
    readonly status: "present";
    /** Place in the source, from 1. */
    readonly position: number;
    /** The display name as written. */
    readonly author: string;
    /** What the source calls this person, as written: staff, moderator. */
    readonly authorLabel?: string;
    /** That it was changed, and when, where the source says so. */
    readonly edited?: { readonly date?: Moment };
    /** How many people the source counts who like it, from 0. */
    readonly likes?: number;
    /** `plain`: the body is no Markdown. */
    readonly format?: "plain";
    /** Markdown or plain text, to the letter. */
    readonly body: string;
  };

/** A comment that its source lists and does not show. */
export type HiddenComment = CommentPlace &
  PostingDate & {
    readonly status: "hidden";
    readonly position: number;
    readonly author?: string;
    readonly authorLabel?: string;
    readonly reason?: string;
  };

/** A tombstone: the comment was archived and then taken down. */
export type ErasedComment = CommentPlace &
  PostingDate & {
    readonly status: "erased";
    readonly position: number;
    readonly author: string;
    readonly reason: string;
  };

/** A comment that is known of but did not survive. */
export type MissingComment = CommentPlace & {
  readonly status: "missing";
  readonly position?: number;
  readonly author?: string;
  readonly published?: Moment;
  /** No capture held it. */
  readonly notAfter?: never;
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
  /** Comments that the source hides, where there are any. */
  readonly hidden?: number;
  /** The count the source stated. */
  readonly announced?: number;
  /**
   * Positions, ascending, from 1 to the last known or announced one, that no comment accounts for, nor the article, nor
   * an event of the thread.
   */
  readonly gaps: readonly number[];
};
