import type { Fields } from "../archive/format/yaml";
import type { ThreadEvent } from "../archive/model";

/**
 * The neutral list of items: what every system gives, and all that the rooms behind the systems know of a source.
 * Nothing here is deduced; what a source does not state is absent.
 */

/** Where a date is given, to no more precision than the source states (ISO 8601): instant, local time or day. */
export type SourceMoment = string;

/** When a text was last changed: `unknown` where the source says only that it was. */
export type SourceEdit = SourceMoment | "unknown";

export type SystemName = "html" | "discourse" | "wordpress" | "disqus" | "hackernews" | "text";

/** What comes out of a system, in the order of the source: threads, items that make no file, and remarks on the whole. */
export type SourceEvent =
  | { readonly kind: "thread"; readonly thread: SourceThread }
  | { readonly kind: "item"; readonly item: LooseItem }
  | { readonly kind: "remark"; readonly text: string }
  /** What a source that is itself an archive's says of that archive: taken where there is none yet. */
  | { readonly kind: "archive"; readonly settings: AsWritten; readonly permalinks: readonly string[] };

/** An item of the source that becomes no file, and why. */
export type LooseItem = {
  /** Where it stands in the source, for whoever looks it up there. */
  readonly source: string;
  readonly outcome: "skipped" | "refused" | "duplicate";
  readonly reason: string;
};

/** An article with everything that was said about it. */
export type SourceThread = {
  readonly identity: ThreadIdentity;
  readonly article: SourceArticle;
  /** In the order of the source, each id once. */
  readonly posts: readonly SourcePost[];
  /** Items of this thread that become no file. */
  readonly others: readonly LooseItem[];
  /** Posts that the source lists and does not hold: they become placeholders. */
  readonly absent: readonly AbsentPost[];
  /** The number of comments that the source itself states. */
  readonly announced?: number;
  /** What happened to the thread as a whole. */
  readonly facts: readonly ThreadFact[];
  /** What the archivist should know of this thread. */
  readonly remarks: readonly string[];
  /** The files that the thread was read from. */
  readonly captures: readonly Capture[];
};

/** By this a thread is found again on another import. */
export type ThreadIdentity = {
  readonly system: SystemName;
  /** The host it was published on, where the source tells it: two forums may count alike. */
  readonly origin?: string;
  /** The source's own id of the thread. */
  readonly id: string;
};

export type Capture = { readonly file: string; readonly sha256: string };

export type SourceArticle = {
  readonly source: string;
  /** Whether the source only refers to it, and holds nothing but what was said about it. */
  readonly isAbsent?: boolean;
  readonly title: string;
  /** The source's own slug. */
  readonly slug?: string;
  readonly author?: SourcePerson;
  readonly published?: SourceMoment;
  readonly edited?: SourceEdit;
  readonly body?: SourceBody;
  readonly state: PostState;
  readonly url?: string;
  /** Who published it, for the reader: a name or a host. */
  readonly publisher?: string;
  /** BCP 47, where the source says it. */
  readonly language?: string;
  /** Its own place in the numbering of its posts, where it is one of them. */
  readonly position?: number;
  readonly likes?: number;
  /** The standfirst. */
  readonly summary?: SourceBody;
  /** What the article itself names as its sources. */
  readonly citedSources?: readonly { readonly name: string; readonly url?: string }[];
  readonly image?: SourceImage;
  /** When what was imported was saved. */
  readonly captured?: SourceMoment;
  /** What of the source is not here, and how its text was found; in words, see `accounting/planning/left-out.ts`. */
  readonly leftOut?: readonly LeftOut[];
  /** What only an archive like this one knows of it, under the keys of the content format: they take the place of the others. */
  readonly stated?: Fields;
  /** What the archive's own format says of it, for a source that speaks that format. */
  readonly asWritten?: AsWritten;
  /** The author's own file, likewise. */
  readonly authorFile?: AsWritten & { readonly id: string };
};

/** A picture above the text, whose credit the source states. */
export type SourceImage = {
  readonly credit: string;
  readonly alt: string;
  /** Where the picture is, as the page says it. */
  readonly address?: string;
};

/** What an article's readers are told of how it was captured. */
export type LeftOut = "extracted" | "frame" | "button" | "collapsed" | "pages" | "unrecognised" | "pictures";

export type SourcePost = {
  /** Where it stands in the source. */
  readonly source: string;
  /** The source's own id, by which others refer to it; unique in the thread. */
  readonly id: string;
  /** Its own number in the thread, from 1, where the source counts. */
  readonly number?: number;
  /** Absent where the source does not say who wrote it. */
  readonly author?: SourcePerson;
  readonly published?: SourceMoment;
  /** Of an undated post: the capture in which it stood. */
  readonly notAfter?: SourceMoment;
  readonly edited?: SourceEdit;
  readonly parent?: SourceParent;
  /** Ids of the posts of this thread that its text quotes, the first first. */
  readonly quotes: readonly string[];
  readonly body?: SourceBody;
  readonly state: PostState;
  readonly likes?: number;
  /** The post at its publisher. */
  readonly url?: string;
  /** What the publisher calls it, where that is not `id`. */
  readonly sourceId?: string;
  readonly asWritten?: AsWritten;
};

/** Whom a post answers by the source's own word: a post, or the article itself. */
export type SourceParent =
  | {
      readonly kind: "post";
      readonly id: string;
      /** Only a page of an archive like this one says that it was deduced, or set by hand. */
      readonly basis: "explicit" | "nesting" | "quote" | "mention" | "editor";
      readonly uncertain?: boolean;
    }
  | { readonly kind: "article" };

export type SourcePerson = {
  /** As displayed. */
  readonly name: string;
  /** The source's own id of that person. */
  readonly id?: string;
  /** What the source calls them beside their name: staff, moderator, pingback. */
  readonly label?: string;
  readonly url?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly biography?: SourceBody;
};

export type PostState =
  | { readonly kind: "present" }
  /** The source keeps its place and does not show its text. */
  | { readonly kind: "hidden"; readonly reason: HiddenReason };

/** Why a source does not show a text; what stands on the page for it is in `accounting/planning/hidden-reasons.ts`. */
export type HiddenReason =
  | "deleted by its author"
  | "deleted"
  | "hidden"
  | "spam"
  | "empty"
  | "not in this export";

export type SourceBody = {
  /** `literal`: shown to the letter by its source as well, which knew no better. */
  readonly format: "html" | "markdown" | "plain" | "literal";
  readonly text: string;
  /** The page that relative addresses in it start from. */
  readonly baseUrl?: string;
};

export type AbsentPost = {
  readonly source: string;
  readonly id: string;
  readonly number?: number;
  readonly reason: string;
};

/** What happened to a thread: `other` is told in the source's own words. */
export type ThreadFact = {
  readonly what: ThreadEvent["what"];
  readonly date?: SourceMoment;
  readonly author?: string;
  readonly number?: number;
  readonly text?: string;
};

/**
 * Front matter and text in the archive's own format, to the letter. `yaml` is how the fields were written, for a file that
 * needs no other ones.
 */
export type AsWritten = { readonly fields: Fields; readonly body: string; readonly yaml?: string };
