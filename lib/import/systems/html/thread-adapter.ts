import type { Element, ElementContent } from "hast";
import type {
  AsWritten,
  Capture,
  LooseItem,
  PostState,
  SourceArticle,
  SourceEdit,
  SourceMoment,
  SourceParent,
  SourcePerson,
  ThreadFact,
} from "../../model";
import type { SavedPage } from "./page/saved-page";

/** One way in which pages show a thread. Adding one is adding a file and a line to `adapters.ts`. */
export type ThreadAdapter = {
  /** For people: "Discourse, crawler view". */
  readonly name: string;
  /** `undefined` where the page shows no thread in this way. */
  readonly read: (page: SavedPage) => PageThread | undefined;
};

/** What one page holds of a thread. */
export type PageThread = {
  /** Whether the page is of an archive like this one: what it does not say is looked for nowhere else. */
  readonly isArchived?: true;
  /** The system's own name of the thread, the same on each of its pages; absent: the page's address is its name. */
  readonly key?: string;
  /** Whether the thread's first post is its article, on whatever page that is. */
  readonly opensWithPost?: boolean;
  /** In the order of the page. */
  readonly posts: readonly PagePost[];
  /** What belongs to the thread and not to the article: cut out before the article's text is looked for. */
  readonly cut: readonly Element[];
  /** Facts of the article that the system's own markup states. */
  readonly article?: PageArticle;
  /** The number of comments that the page states, the opening post not counted. */
  readonly announced?: number;
  /** Things of the thread that are no posts. */
  readonly others?: readonly LooseItem[];
  /** What happened to the thread. */
  readonly facts?: readonly ThreadFact[];
  /** What an archive's page says it was itself imported from. */
  readonly captures?: readonly Capture[];
  /** Posts that the page names and does not show. */
  readonly absent?: readonly { readonly id: string; readonly number?: number }[];
  /** Why the page holds less than the thread, in words for the archivist. */
  readonly gaps?: readonly Gap[];
};

export type PageArticle = Partial<
  Pick<
    SourceArticle,
    | "title"
    | "published"
    | "url"
    | "publisher"
    | "likes"
    | "language"
    | "slug"
    | "position"
    | "image"
    | "citedSources"
    | "captured"
    | "stated"
  >
> & {
  readonly author?: PagePerson;
  /** The standfirst. */
  readonly summary?: readonly ElementContent[];
  /** The article's own text, where the system marks it. */
  readonly content?: readonly ElementContent[];
  /** The same where it is shown to the letter. */
  readonly plain?: string;
};

export type PagePerson = Omit<SourcePerson, "biography"> & {
  readonly biography?: readonly ElementContent[];
};

/** Why a capture holds less than its page showed or stated. */
export type Gap = "frame" | "button" | "collapsed" | "pages";

export type PagePost = {
  /** The system's own id of it, unique in the thread. */
  readonly id: string;
  /** Whether it is the thread's opening post, which is its article. */
  readonly isOpening?: boolean;
  readonly number?: number;
  readonly author?: SourcePerson;
  readonly published?: SourceMoment;
  /** On the page of an archive: the last moment that an undated comment can be of. */
  readonly notAfter?: SourceMoment;
  readonly edited?: SourceEdit;
  readonly parent?: SourceParent;
  readonly quotes?: readonly string[];
  readonly content: readonly ElementContent[];
  /** The text where it is shown to the letter. */
  readonly plain?: string;
  readonly state?: PostState;
  readonly likes?: number;
  readonly url?: string;
  readonly sourceId?: string;
  /** On the page of another archive: what its own file says. */
  readonly asWritten?: AsWritten;
};
