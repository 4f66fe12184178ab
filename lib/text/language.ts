import { TZDate } from "@date-fns/tz";
import { format, type Locale } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { fr } from "date-fns/locale/fr";
import type {
  AbsentComment,
  Article,
  Comment,
  Completeness,
  Reply,
  ReplyBasis,
  ThreadEvent,
} from "../archive/model";
import { type Moment, precisionOf, writtenDay } from "../archive/moment";
import type { PostingOrder } from "../archive/posting-order";
import { english } from "./english";
import { french } from "./french";
import type { MarkdownWords } from "./markdown";
import { displayName, spellControls } from "./unicode";

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

  readonly markdown: MarkdownWords;
};

const TABLES: Readonly<Record<string, { readonly words: Words; readonly locale: Locale }>> = {
  fr: { words: french, locale: fr },
  en: { words: english, locale: enGB },
};

/**
 * The interface for a text in the first of `languages` (BCP 47) that the interface speaks; English
 * where it speaks none of them.
 */
export function wordsFor(...languages: readonly string[]): Words {
  return tableFor(languages).words;
}

function tableFor(languages: readonly string[]) {
  const spoken = languages
    .map((language) => primarySubtag(language))
    .find((tag) => Object.hasOwn(TABLES, tag));
  return TABLES[spoken ?? "en"] ?? { words: english, locale: enGB };
}

/** `fr` of `fr-CA`. */
export function primarySubtag(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** Whether two BCP 47 tags name the same language, whatever its region. */
export function sameLanguage(one: string, other: string): boolean {
  return primarySubtag(one) === primarySubtag(other);
}

/** Whether a language is written from right to left (Unicode UTS #35, likely subtags). */
export function textDirection(language: string): "ltr" | "rtl" {
  const script = new Intl.Locale(language).maximize().script ?? "";
  return RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT_SCRIPTS = new Set([
  "Arab",
  "Hebr",
  "Syrc",
  "Thaa",
  "Nkoo",
  "Adlm",
  "Rohg",
  "Mand",
  "Samr",
]);

/**
 * A moment as the words' language prints it, to the precision in which it is stated: an instant in a zone of its own,
 * "15 janvier 2021 à 09h00"; a local time as it is written; of a day the day alone, "15 janvier 2021".
 *
 * @param timeZone IANA name
 */
export function formatDate(moment: Moment, timeZone: string, words: Words): string {
  const date = toZonedDate(moment, timeZone);
  const day = date.getDate() === 1 ? words.patterns.firstDay : words.patterns.day;
  const pattern = precisionOf(moment) === "day" ? day : `${day}${words.patterns.time}`;
  return format(date, pattern, { locale: tableFor([words.language]).locale });
}

/** What is not in a known zone is read and shown in the same one, which leaves it as it is. */
function toZonedDate(moment: Moment, timeZone: string): TZDate {
  switch (precisionOf(moment)) {
    case "instant":
      return new TZDate(moment, timeZone);
    case "local time":
      return new TZDate(`${moment}Z`, "UTC");
    case "day":
      return new TZDate(`${moment}T00:00:00Z`, "UTC");
  }
}

/**
 * The day on which an instant falls in a zone of its own, `2021-01-15`; of any other moment the day that is written.
 *
 * @param timeZone IANA name
 */
export function dayOf(moment: Moment, timeZone: string): string {
  return precisionOf(moment) === "instant"
    ? format(new TZDate(moment, timeZone), "yyyy-MM-dd")
    : writtenDay(moment);
}

/** How a comment is called where its number would stand: by its position, or as one that has none. */
export function numberComment(comment: Pick<Comment, "position">, words: Words): string {
  return comment.position === undefined ? words.unnumbered : words.commentNumber(comment.position);
}

/** "9 commentaires archivés sur 10 annoncés. Il manque le commentaire de la position 9." */
export function describeCompleteness(completeness: Completeness, words: Words): string {
  const { present, announced, erased, missing, hidden = 0, gaps } = completeness;
  const sentences = [words.archivedOf(present, announced)];
  if (erased > 0) sentences.push(words.erasedCount(erased));
  if (missing > 0) sentences.push(words.lostCount(missing));
  if (hidden > 0) sentences.push(words.hiddenCount(hidden));
  if (gaps.length > 0) sentences.push(words.gaps(joinRanges(gaps, words), gaps.length));
  return sentences.join(" ");
}

/** `[3, 5, 6, 7]` as `["3", "5 to 7"]`. */
function joinRanges(positions: readonly number[], words: Words): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const position of positions) {
    const open = ranges.at(-1);
    if (open?.last === position - 1) open.last = position;
    else ranges.push({ first: position, last: position });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : words.range(first, last)));
}

/** What the second order of a thread is called: the source may date nothing. */
export function nameOrder({ dated }: PostingOrder, words: Words): string {
  return dated === "none" ? words.asPosted.undated : words.asPosted.dated;
}

/** Why a comment has no text, as a sentence. */
export function describeAbsence({ status }: AbsentComment, words: Words): string {
  switch (status) {
    case "erased":
      return words.erasedComment;
    case "hidden":
      return words.hiddenComment;
    case "missing":
      return words.missingComment;
  }
}

/** Why an article has no text, as a sentence; nothing where it has one. */
export function describeTextlessness(
  article: { readonly status: Article["status"]; readonly body?: string },
  words: Words,
): string | undefined {
  if (article.status === "erased") return words.erasedArticle;
  return article.body?.trim() === "" ? words.uncapturedText : undefined;
}

/** What follows the name of who is answered: ", going by the nesting, uncertain"; empty where the source states it. */
export function describeBasis(reply: Reply, words: Words): string {
  const basis = words.basis[reply.basis];
  if (basis === "") return "";
  const isUncertain = reply.basis !== "explicit" && reply.isCertain === false;
  return isUncertain ? `, ${basis}, ${words.uncertain}` : `, ${basis}`;
}

/** "Fermé le 15 janvier 2021 à 09h00 par NAME : les mots de la source" */
export function describeEvent(event: ThreadEvent, timeZone: string, words: Words): string {
  const { names, on } = words.events;
  const date = event.published && `${on} ${formatDate(event.published, timeZone, words)}`;
  return [names[event.what], date].filter(Boolean).join(" ") + describeEventSource(event, words);
}

/** What follows an event's date. */
export function describeEventSource({ author, text }: ThreadEvent, words: Words): string {
  const by = author === undefined ? "" : ` ${words.events.by(displayName(author))}`;
  return by + (text === undefined ? "" : words.events.saying(spellControls(text)));
}

/** What a comment's own page is called: "Commentaire nº 2 de NAME". */
export function titleComment(comment: Pick<Comment, "position" | "author">, words: Words): string {
  return words.commentTitle(
    numberComment(comment, words),
    displayName(comment.author ?? words.unknownAuthor),
  );
}
