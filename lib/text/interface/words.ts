import type { ReplyBasis, ThreadEvent } from "../../archive/model";
import type { MarkdownWords } from "../markdown/context";

/**
 * What the interface says, in one language. Punctuation that French sets off carries its space
 * already: U+202F before `; ! ?` and inside guillemets, U+00A0 before a colon.
 */
export type Words = {
  /** BCP 47 tag of the interface. */
  readonly language: string;
  /** date-fns patterns. */
  readonly patterns: { readonly day: string; readonly firstDay: string; readonly time: string };

  readonly skipToArticle: string;
  readonly skipToComments: string;
  readonly skipToAuthor: string;
  readonly allArticles: string;
  /** Whose the archive is, where that is stated, and whose the texts are. */
  readonly keptBy: (keeper?: string) => string;
  readonly takeDown: string;

  readonly articles: (count: number) => string;
  readonly comments: (count: number) => string;
  readonly commentsHeading: (count: number) => string;
  readonly noComments: string;
  readonly by: (name: string) => string;
  /** The line under the title, as newspapers print it: "Par NAME, ROLE." */
  readonly byline: (name: string, role?: string) => string;
  readonly publishedOn: string;
  readonly source: string;
  readonly sources: string;
  readonly aboutAuthor: string;
  readonly lostPicture: string;
  /** In the place of an article's text: nothing captured holds it, or it was taken down. */
  readonly uncapturedText: string;
  readonly erasedArticle: string;

  readonly provenance: string;
  readonly publishedBy: string;
  readonly originalAddress: string;
  readonly capturedOn: string;
  readonly captureUndated: string;
  readonly leftOut: (what: string) => string;
  readonly archivedOf: (present: number, announced?: number) => string;
  readonly erasedCount: (count: number) => string;
  readonly lostCount: (count: number) => string;
  readonly hiddenCount: (count: number) => string;
  /** What follows names the positions: `9`, `3 to 5`. */
  readonly gaps: (positions: readonly string[], count: number) => string;
  readonly range: (first: number, last: number) => string;
  readonly undatedComments: string;
  /** The same where it is known when they were captured. */
  readonly boundedComments: string;
  /** In which zone times are shown. */
  readonly timesOf: (zone: string) => string;
  readonly zonelessTimes: string;
  readonly detectedLanguage: string;
  /** Before the names of files. */
  readonly importedFrom: string;
  readonly fingerprint: string;

  /** "Commentaire nº 2 de NAME"; `number` is what `commentNumber` or `unnumbered` says. */
  readonly commentTitle: (number: string, author: string) => string;
  readonly commentNumber: (position: number) => string;
  readonly unnumbered: string;
  readonly inReplyTo: string;
  /** Follows the name in "in reply to NAME"; empty where the source itself states the relation. */
  readonly basis: Readonly<Record<ReplyBasis, string>>;
  readonly uncertain: string;
  /** Before the last date that a comment can be of. */
  readonly notAfter: string;
  readonly editedOn: string;
  /** Of a comment whose source does not say when. */
  readonly edited: string;
  readonly likes: (count: number) => string;
  readonly absentFromThread: (names: readonly string[]) => string;
  readonly shownAsPlainText: string;
  readonly missingComment: string;
  readonly erasedComment: string;
  readonly hiddenComment: string;
  readonly unknownAuthor: string;
  /** Written into files by an erasure: what stands for a name, and for a passage of the erased text. */
  readonly erasure: { readonly participant: (number: number) => string; readonly passage: string };
  readonly reason: string;

  readonly commentOn: string;
  readonly precedingComments: string;
  readonly commentsBetween: (count: number) => string;
  readonly replies: (count: number) => string;
  /** Where a comment stands, for those who hear the page: its level from 1, and the replies at any depth below it. */
  readonly place: (level: number, replies: number) => string;
  readonly answeredIn: string;
  readonly articleAuthor: string;
  readonly seeInThread: string;
  readonly previousComment: string;
  readonly nextComment: string;
  readonly commentNavigation: string;

  readonly orders: string;
  readonly conversation: string;
  /** The order of the dates, and that of the source where nothing is dated. */
  readonly asPosted: { readonly dated: string; readonly undated: string; readonly partlyDated: string };
  readonly commentsAsPosted: (order: string) => string;
  /** What happened to the thread at its source. */
  readonly events: {
    readonly title: string;
    readonly names: Readonly<Record<ThreadEvent["what"], string>>;
    /** Between the name of an event and its date. */
    readonly on: string;
    readonly by: (name: string) => string;
    /** The words of the source, behind the event and its date. */
    readonly saying: (text: string) => string;
  };
  readonly threadMap: string;
  readonly skipMap: string;
  readonly participants: (count: number) => string;

  /** Before a link to the article. */
  readonly movedTo: string;
  readonly vanishedTitle: string;
  readonly vanishedText: string;
  /** A warning that a name looks like another participant's. */
  readonly resembles: (name: string) => string;

  readonly notFoundTitle: string;
  readonly notFoundText: string;

  /** The page that leads from an address of the original site to its page here. */
  readonly find: {
    readonly title: string;
    readonly introduction: string;
    readonly label: string;
    readonly button: string;
    /** Answers: what was written is no address; none of this archive; the index could not be read. */
    readonly invalid: string;
    readonly unknown: string;
    readonly unread: string;
    /** Where the script does not run: with the table of all addresses on the page, and without it. */
    readonly scriptlessListed: string;
    readonly scriptlessUnlisted: string;
    readonly listed: (count: number) => string;
    readonly original: string;
    readonly archived: string;
    /** On other pages. */
    readonly link: string;
  };
  /** The pages of the index, by what they list. */
  readonly shelves: {
    readonly years: string;
    readonly sources: string;
    readonly authors: string;
    readonly participants: string;
    /** Of what its source does not date. */
    readonly undated: string;
    readonly page: (number: number) => string;
    /** Before the numbers of pages. */
    readonly older: string;
    readonly newest: string;
    readonly index: string;
    /** What a page lists: of all of a shelf, or of one group of it. */
    readonly describe: (shelf: string, group?: string) => string;
    /** On the index, where it does not show every article. */
    readonly newestArticles: (count: number) => string;
  };
  /** The page that finds articles and comments by their words. */
  readonly search: {
    readonly title: string;
    readonly introduction: string;
    readonly label: string;
    readonly button: string;
    readonly filters: string;
    readonly author: string;
    readonly article: string;
    readonly source: string;
    readonly year: string;
    readonly kind: string;
    /** What is chosen where nothing is. */
    readonly any: string;
    readonly kinds: { readonly article: string; readonly comment: string };
    readonly scriptless: string;
    /** On other pages. */
    readonly link: string;
  };
  /** Before the name of the licence of the texts. */
  readonly hosting: { readonly licence: string };
  /** What a bibliographic reference says where its source has no words: see `lib/share/iso690.ts`. */
  readonly citation: {
    readonly cite: string;
    /** ISO 690: the medium; what stands for a date; before the work that holds what is cited. */
    readonly online: string;
    readonly undated: string;
    readonly within: string;
    /** A comment has no title of its own; `number` is what `commentNumber` or `unnumbered` says. */
    readonly comment: (number: string) => string;
    readonly commentOn: (number: string, title: string) => string;
    readonly archivedIn: (archive: string) => string;
    readonly originalOfArticle: string;
  };

  /** Before the files of an article that a reader may take along. */
  readonly keep: string;
  /** An article's book: what its parts are called, and for those who choose by it, how it can be read. */
  readonly book: {
    readonly cover: string;
    readonly contents: string;
    readonly text: string;
    readonly thread: string;
    readonly access: string;
  };

  readonly markdown: MarkdownWords;
};
