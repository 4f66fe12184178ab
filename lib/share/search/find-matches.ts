import { type Postings, readPostings, type Weight } from "./postings";
import { nameTermFile, nameWordFile, type TermFile } from "./search-files";
import type { SearchQuery } from "./search-query";
import { type Facet, facetTerm, listTextTerms, titleTerm } from "./terms";

/** A text that answers a query, by its place: see `postings.ts`. */
export type Match = { readonly article: number; readonly place: number };

/** An index as its reader finds it. */
export type ReadableIndex = {
  /** As `SearchIndex` counts them. */
  readonly shards: number;
  readonly texts: number;
  /** The JSON of a file of terms. */
  open(file: string): Promise<TermFile>;
};

/**
 * The texts that hold all words of a query and are what it is narrowed to: the best first, of equals the newest article's,
 * in the order of its thread.
 *
 * A query that names articles and nothing else finds them, without their comments.
 *
 * @returns nothing where the query says no word to go by, no author and no year, nor any article
 */
export async function findMatches(query: SearchQuery, index: ReadableIndex): Promise<Match[] | undefined> {
  const words = await Promise.all(listTextTerms(query.q).map((terms) => openAny(terms, index)));
  const facets = await Promise.all(
    listFacets(query, ["author", "year"]).map((term) => openAny([term], index)),
  );
  const articles = await openArticles(query, index);
  const named = query.kind === "comment" ? [] : articles;
  const [first, ...others] = words.length + facets.length > 0 ? [...words, ...facets] : named;
  if (!first) return undefined;
  const matches = listTexts(first)
    .filter(({ article }) => articles.every((among) => among.has(article)))
    .filter(({ place }) => query.kind === "" || (query.kind === "article") === (place === 0))
    .filter(({ article, place }) => others.every((postings) => postings.get(article)?.has(place)))
    .map((match) => ({ ...match, score: scoreMatch(match, words, index.texts) }));
  return matches.sort(
    (one, other) => other.score - one.score || other.article - one.article || one.place - other.place,
  );
}

/** The terms by which a search finds words in a text. */
export function listSought({ q }: SearchQuery): ReadonlySet<string> {
  return new Set(listTextTerms(q).flat());
}

function listFacets(query: SearchQuery, facets: readonly Facet[]): string[] {
  return facets.filter((facet) => query[facet] !== "").map((facet) => facetTerm(facet, query[facet]));
}

/** The articles to which a query is narrowed, as postings that all have to hold them. */
async function openArticles(query: SearchQuery, index: ReadableIndex): Promise<readonly Postings[]> {
  const source = await Promise.all(listFacets(query, ["source"]).map((term) => openAny([term], index)));
  if (query.article === "") return source;
  const named = await openAny([facetTerm("article", query.article)], index);
  if (named.size > 0) return [...source, named];
  const titled = listTextTerms(query.article).map((terms) => openAny(terms.map(titleTerm), index));
  return [...source, ...(titled.length > 0 ? await Promise.all(titled) : [named])];
}

/** Where any of some terms stands. */
async function openAny(terms: readonly string[], index: ReadableIndex): Promise<Postings> {
  const lists = await Promise.all(terms.map((term) => openTerm(term, index)));
  const [first = new Map(), ...others] = lists;
  return others.reduce(unite, first);
}

async function openTerm(term: string, index: ReadableIndex): Promise<Postings> {
  const list = pick(await index.open(nameTermFile(term, index.shards)), term);
  return readPostings(list === 0 ? pick(await index.open(nameWordFile(term)), term) || [] : list);
}

function pick(file: TermFile, term: string): readonly number[] | 0 {
  return Object.hasOwn(file, term) ? (file[term] ?? []) : [];
}

function unite(one: Postings, other: Postings): Postings {
  const both = new Map([...one].map(([article, places]) => [article, new Map(places)] as const));
  for (const [article, places] of other) {
    const known = both.get(article) ?? new Map<number, Weight>();
    both.set(article, known);
    for (const [place, weight] of places) known.set(place, greater(weight, known.get(place)));
  }
  return both;
}

function greater(one: Weight, other: Weight = 0): Weight {
  return one > other ? one : other;
}

function listTexts(postings: Postings): Match[] {
  return [...postings].flatMap(([article, places]) =>
    [...places.keys()].map((place) => ({ article, place })),
  );
}

/** A rare word says more than a frequent one (the inverse document frequency), and most in a title or a name. */
function scoreMatch({ article, place }: Match, words: readonly Postings[], texts: number): number {
  return words.reduce((score, postings) => {
    const weight = postings.get(article)?.get(place) ?? 0;
    return score + Math.log(1 + texts / countTexts(postings)) * (weight + 1);
  }, 0);
}

const counts = new WeakMap<Postings, number>();

function countTexts(postings: Postings): number {
  const known = counts.get(postings) ?? [...postings.values()].reduce((sum, places) => sum + places.size, 0);
  counts.set(postings, known);
  return known;
}
