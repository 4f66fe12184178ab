import type { Comment } from "../../archive/model";
import { formatDate } from "../../text/interface/dates";
import { numberComment } from "../../text/interface/sentences";
import { displayLine } from "../../text/writing/typography";
import type { ArticleContext } from "../article-context";
import { type Citation, citeArticle, citeComment } from "./citation";

/** A piece of a printed reference, by what it is: a title is in the article's language, words are the interface's. */
export type ReferencePart = {
  readonly kind: "words" | "name" | "title" | "address" | "original address";
  readonly text: string;
};

/** A stop stands after each. */
type Element = readonly ReferencePart[];

/**
 * An article's reference as ISO 690:2021 orders it: creator, title, host and medium, date, location. Names stand as
 * their bearers write them, in their order and case: to turn them round would be to guess which part is the family's.
 */
export function referToArticle(context: ArticleContext): ReferencePart[] {
  const citation = citeArticle(context);
  return joinElements([...describeArticle(citation, context), ...locate(citation, context)]);
}

/**
 * The same of a comment, within its article. It has no title: what the archive says in its place stands in brackets, as
 * all that is not the source's. A comment of an unknown author begins with it.
 */
export function referToComment(comment: Comment, context: ArticleContext): ReferencePart[] {
  const { words } = context;
  const citation = citeComment(comment, context);
  const [first = [], ...others] = describeArticle(citeArticle(context), context);
  return joinElements([
    ...nameCreator(citation),
    [say(`[${words.citation.comment(numberComment(comment, words))}]`)],
    [say(dateOf(citation, context))],
    [say(`${words.citation.within} `), ...first],
    ...others,
    ...locate(citation, context),
  ]);
}

/** The reference as a line of text. */
export function printReference(parts: readonly ReferencePart[]): string {
  return parts.map(({ text }) => text).join("");
}

function describeArticle(citation: Citation, context: ArticleContext): Element[] {
  const { language, title, container } = citation;
  return [
    ...nameCreator(citation),
    [{ kind: "title", text: displayLine(title, language) }],
    [{ kind: "title", text: displayLine(container, language) }, say(` ${context.words.citation.online}`)],
    [say(dateOf(citation, context))],
  ];
}

function nameCreator({ author }: Citation): Element[] {
  return author === undefined ? [] : [[{ kind: "name", text: author }]];
}

function dateOf({ published }: Citation, { article, words }: ArticleContext): string {
  return published === undefined ? words.citation.undated : formatDate(published, article.timeZone, words);
}

/** Where it can be read, and where it could be. */
function locate({ archive, archived, original, loss }: Citation, { words }: ArticleContext): Element[] {
  return [
    ...(loss === undefined ? [] : [[say(loss)]]),
    [say(`${words.citation.archivedIn(archive)} `), { kind: "address", text: archived }],
    ...(original
      ? [[say(`${original.label} `), { kind: "original address" as const, text: original.url }]]
      : []),
  ];
}

function say(text: string): ReferencePart {
  return { kind: "words", text };
}

/** A stop and a space between two elements; the space alone behind one that ends like a sentence. */
function joinElements(elements: readonly Element[]): ReferencePart[] {
  return elements.flatMap((element, index) => {
    if (index === elements.length - 1) return element;
    return [...element, say(/[.!?…]$/u.test(element.at(-1)?.text ?? "") ? " " : ". ")];
  });
}
