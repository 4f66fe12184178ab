import { isObject, type JsonObject, jsonText, listJsonLd, typesOf } from "../../page/json-ld";
import type { SavedPage } from "../../page/saved-page";

/**
 * What an archive's page says of itself to machines, to the letter: what stands on the page is dressed for readers, with
 * the spaces of its language and dangerous characters spelled out. Some programs save pages without it.
 */
export type OwnData = {
  readonly headline: string | undefined;
  /** BCP 47. */
  readonly language: string | undefined;
  readonly publisher: string | undefined;
  /** Of the article, and where they work. */
  readonly author: string | undefined;
  readonly organisation: string | undefined;
  /** Whether comments are told. */
  readonly tellsComments: boolean;
  /** The names above comments, by the comments' ids. */
  readonly names: ReadonlyMap<string, string>;
};

export function readOwnData({ tree }: SavedPage): OwnData {
  const objects = listJsonLd(tree);
  const own = objects.find((each) => typesOf(each).some((type) => ARTICLES.has(type)));
  const author = own && isObject(own.author) ? own.author : undefined;
  const comments = objects.filter((each) => typesOf(each).includes("Comment"));
  return {
    headline: jsonText(own?.headline),
    language: jsonText(own?.inLanguage),
    publisher: jsonText(own?.publisher),
    author: jsonText(author?.name),
    organisation: jsonText(author?.affiliation),
    tellsComments: comments.length > 0,
    names: new Map(comments.flatMap(nameOf)),
  };
}

const ARTICLES: ReadonlySet<string> = new Set(["NewsArticle", "DiscussionForumPosting"]);

function nameOf(comment: JsonObject): [string, string][] {
  const [, id] = /\/c\/([a-z0-9-]+)\/$/u.exec(jsonText(comment["@id"]) ?? "") ?? [];
  const name = jsonText(comment.author);
  return id === undefined || name === undefined ? [] : [[id, name]];
}
