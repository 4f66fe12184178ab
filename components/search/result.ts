import { cutExcerpt } from "../../lib/share/search/cut-excerpt";
import type { Match } from "../../lib/share/search/find-matches";
import type { ArticleFile, ArticlePlace, CommentFile, FoundText } from "../../lib/share/search/search-files";
import { nameTextFile } from "../../lib/share/search/search-files";
import { type SearchQuery, writeQuery } from "../../lib/share/search/search-query";
import { buildElement } from "../reader/build-element";
import { openFile } from "./open-index";
import * as words from "./words";

/** What was found, as the page shows it. */
type Result = {
  readonly found: FoundText;
  readonly place: ArticlePlace;
  /** Where it is read, from `/search/`. */
  readonly href: string;
  /** What stands below its title, beside its date. */
  readonly facts: readonly (Node | string)[];
};

/** A found text as an item of a list: what it is, who, when and where, and the words around those that were sought. */
export async function showMatch(
  match: Match,
  query: SearchQuery,
  sought: ReadonlySet<string>,
): Promise<Element> {
  const { found, place, href, facts } = await (match.place === 0
    ? openArticle(match)
    : openComment(match, query));
  const isArticle = match.place === 0;
  const title = buildElement("a", { href, ...(isArticle && speak(place)) }, found.title);
  const shown = [found.date, ...facts].filter((fact) => fact !== undefined);
  const excerpt = cutExcerpt(found.text, sought).map(({ text, isSought }) =>
    isSought ? buildElement("mark", {}, text) : text,
  );
  return buildElement(
    "li",
    {},
    buildElement("h2", {}, title),
    buildElement("p", { className: "facts" }, ...shown.map((fact) => buildElement("span", {}, fact))),
    buildElement("p", speak(place), ...excerpt),
  );
}

async function openArticle({ article }: Match): Promise<Result> {
  const found = readEntry(await openFile<ArticleFile>(nameTextFile(article, 0)), article);
  const facts = [found.author, found.source].filter((fact) => fact !== undefined);
  return { found, place: found, href: `../${found.slug}/`, facts };
}

async function openComment({ article, place: position }: Match, query: SearchQuery): Promise<Result> {
  const place = readEntry(await openFile<CommentFile>(nameTextFile(article, position)), article);
  const found = readEntry(place.comments, position);
  const inThread = `../${place.slug}/#c-${found.id}`;
  const facts = [
    buildElement(
      "span",
      {},
      `${words.on} `,
      buildElement("a", { href: inThread, ...speak(place) }, place.title),
    ),
    ...offerFilter(query, "author", found.author ?? "", words.onlyAuthor),
    ...offerFilter(query, "article", place.slug, words.onlyArticle),
  ];
  return { found, place, href: `../${place.slug}/c/${found.id}/`, facts };
}

/** @throws Error where the index was published anew since it was read */
function readEntry<Entry>(entries: Readonly<Record<string, Entry>>, key: number): Entry {
  const entry = entries[key];
  if (entry === undefined) throw new Error(`no text ${key}`);
  return entry;
}

function offerFilter(query: SearchQuery, field: "author" | "article", value: string, label: string): Node[] {
  if (query[field] !== "" || value === "") return [];
  return [buildElement("a", { href: writeQuery({ ...query, [field]: value }) }, label)];
}

/** The language of a text, where it is not the page's. */
function speak({ language }: ArticlePlace): { lang: string; dir: string } {
  return { lang: language, dir: "auto" };
}
