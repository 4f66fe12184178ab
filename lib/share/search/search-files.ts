import { hashText } from "../../archive/hash-text";

/*
 * The files of the search, below `/search/`, as those who write them and the script that reads them see them:
 *
 *     terms-12.json       where terms stand, those whose hash leads there
 *     word-1f0c3a2b.json  the same of terms that stand in so many texts that they have a file of their own
 *     articles-3.json     articles 24 to 31, to show those that were found
 *     comments-3-1.json   their comments 17 to 32
 */

/** Articles of one file, and comments of an article in one file. */
const ARTICLES = 8;
const COMMENTS = 16;

/** A file of terms: where each stands, see `postings.ts`; 0 for one that has a file of its own. */
export type TermFile = Readonly<Record<string, readonly number[] | 0>>;

/** What is shown of a text that was found. */
export type FoundText = {
  /** What the page of it is called: its title, or "Commentaire nº 3 de NAME". */
  readonly title: string;
  /** Its writer, as written. */
  readonly author?: string;
  /** Day and hour, as the interface writes them. */
  readonly date?: string;
  /** On one line. */
  readonly text: string;
};

/** Of articles that stand together, by their numbers. */
export type ArticleFile = Readonly<Record<string, ArticlePlace & FoundText & { readonly source: string }>>;

export type CommentFile = Readonly<
  Record<string, ArticlePlace & { readonly comments: Readonly<Record<string, FoundComment>> }>
>;

/** The article to which a text belongs. */
export type ArticlePlace = {
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
};

export type FoundComment = FoundText & { readonly id: string };

/** @param shards a power of two */
export function nameTermFile(term: string, shards: number): string {
  return `terms-${hashText(term) % shards}.json`;
}

export function nameWordFile(term: string): string {
  return `word-${hashText(term).toString(16).padStart(8, "0")}.json`;
}

/** @param place 0 for the article itself, else of a comment in source order, from 1 */
export function nameTextFile(article: number, place: number): string {
  const group = Math.floor(article / ARTICLES);
  return place === 0
    ? `articles-${group}.json`
    : `comments-${group}-${Math.floor((place - 1) / COMMENTS)}.json`;
}
