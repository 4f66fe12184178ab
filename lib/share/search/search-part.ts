import type { ArchiveSettings, Article, PresentArticle, PresentComment } from "../../archive/model";
import type { Moment } from "../../archive/moment";
import { dayOf, formatDate } from "../../text/interface/dates";
import { describeDate, titleComment } from "../../text/interface/sentences";
import type { Words } from "../../text/interface/words";
import { wordsFor } from "../../text/interface/words-for";
import { readMarkdownWordsAndNotes } from "../../text/markdown/markdown";
import { cutAtWord } from "../../text/writing/excerpt";
import { displayLine } from "../../text/writing/typography";
import { displayName } from "../../text/writing/unicode";
import { type Places, type Weight, writePlaces } from "./postings";
import type { ArticlePlace, FoundComment, FoundText } from "./search-files";
import { facetTerm, listTextTerms, titleTerm } from "./terms";

/** What the search knows of one article; plain data, which is kept as it is. */
export type SearchPart = {
  /** Where each term stands in it: see `writePlaces`. Empty where a term is of the article as a whole. */
  readonly terms: readonly (readonly [term: string, places: string])[];
  readonly place: ArticlePlace;
  /** Absent where the article was taken down. */
  readonly article?: FoundText & { readonly source: string };
  /** By their places in source order, from 1; only those whose text is there. */
  readonly comments: Readonly<Record<string, FoundComment>>;
};

/** Code points of a text that its file holds: words behind are found, and shown by the beginning of their text. */
const SHOWN = 5000;

/**
 * The searchable texts of an article: its own and those of its comments that are there. Of what was erased, hidden or lost
 * there is nothing but the place in the numbering.
 */
export function describeForSearch(settings: ArchiveSettings, article: Article): SearchPart {
  const words = wordsFor(settings.language);
  const terms = new TermCollector();
  const place = {
    slug: article.slug,
    title: displayLine(article.title, article.language),
    language: article.language,
  };
  collectFacets(article, terms);
  if (article.status === "present") collectArticle(article, terms);
  const comments = article.thread.inSourceOrder.flatMap(({ comment }, index) => {
    if (comment.status !== "present") return [];
    collectComment(comment, article, index + 1, terms);
    return [[index + 1, showComment(comment, article, words)] as const];
  });
  return {
    terms: terms.write(),
    place,
    ...(article.status === "present" && { article: showArticle(article, words) }),
    comments: Object.fromEntries(comments),
  };
}

/** What is true of the article as a whole: its comments share it, and its own text, where it is there, answers to it alone. */
function collectFacets({ slug, title, source, status }: Article, terms: TermCollector): void {
  const titled = listTextTerms(title).flat().map(titleTerm);
  for (const term of [facetTerm("article", slug), facetTerm("source", source.name), ...titled])
    if (status === "present") terms.put(term, 0, 0);
    else terms.mark(term);
}

function collectArticle(article: PresentArticle, terms: TermCollector): void {
  const { title, summary = "", body, format, author, published, timeZone, source } = article;
  terms.add(0, `${readMarkdownWordsAndNotes(summary)} ${readMarkdownWordsAndNotes(body, format)}`, [
    title,
    author?.name ?? "",
    source.name,
  ]);
  collectYear(0, timeZone, terms, published);
}

/** A comment that its source does not date is of its article's year. */
function collectComment(
  comment: PresentComment,
  article: Article,
  place: number,
  terms: TermCollector,
): void {
  const { author, body, format, published } = comment;
  terms.add(place, readMarkdownWordsAndNotes(body, format), [author]);
  terms.put(facetTerm("author", author), place, 0);
  collectYear(place, article.timeZone, terms, published ?? article.published);
}

function collectYear(place: number, timeZone: string, terms: TermCollector, moment?: Moment): void {
  if (moment !== undefined) terms.put(facetTerm("year", dayOf(moment, timeZone).slice(0, 4)), place, 0);
}

function showArticle(article: PresentArticle, words: Words): NonNullable<SearchPart["article"]> {
  const { title, summary = "", body, format, author, language, source } = article;
  const text = `${readMarkdownWordsAndNotes(summary)} ${readMarkdownWordsAndNotes(body, format)}`.trim();
  return {
    ...{ title: displayLine(title, language), author: author && displayName(author.name) },
    date: article.published && formatDate(article.published, article.timeZone, words),
    source: displayLine(source.name, language),
    text: displayLine(cutAtWord(text, SHOWN), language),
  };
}

function showComment(comment: PresentComment, article: Article, words: Words): FoundComment {
  return {
    ...{ id: comment.id, title: titleComment(comment, words), author: displayName(comment.author) },
    date: describeDate(comment, article.timeZone, words),
    text: displayLine(
      cutAtWord(readMarkdownWordsAndNotes(comment.body, comment.format), SHOWN),
      article.language,
    ),
  };
}

/** Collects where the terms of an article stand. */
class TermCollector {
  readonly #places = new Map<string, Map<number, Weight>>();

  /** The words of a text, and of the few lines that name it, which matter most. */
  add(place: number, text: string, lines: readonly string[]): void {
    const words = listTextTerms(text);
    const counts = new Map<string, number>();
    for (const term of words.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) this.put(term, place, weigh(count, words.length));
    for (const term of lines.flatMap(listTextTerms).flat()) this.put(term, place, 3);
  }

  put(term: string, place: number, weight: Weight): void {
    const places = this.#places.get(term) ?? new Map<number, Weight>();
    this.#places.set(term, places.set(place, weight));
  }

  /** A term of the article as a whole. */
  mark(term: string): void {
    if (!this.#places.has(term)) this.#places.set(term, new Map());
  }

  write(): SearchPart["terms"] {
    return [...this.#places].map(([term, places]: [string, Places]) => [term, writePlaces(places)]);
  }
}

/** Words of a text that is neither long nor short. */
const USUAL_LENGTH = 50;

/** How often a text says a word, for its length: the shape of BM25's frequency (Robertson and Zaragoza 2009, §3.4.2). */
function weigh(count: number, length: number): Weight {
  const frequency = count / (count + 0.3 + (0.9 * length) / USUAL_LENGTH);
  if (frequency < 0.35) return 0;
  return frequency < 0.6 ? 1 : 2;
}
