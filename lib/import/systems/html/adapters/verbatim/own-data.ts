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
  /** The names above the comments that are told of, by the comments' ids; of those that nobody is known to have written none. */
  readonly names: ReadonlyMap<string, string | undefined>;
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
    names: new Map(comments.flatMap(nameOf)),
  };
}

const ARTICLES: ReadonlySet<string> = new Set(["NewsArticle", "DiscussionForumPosting"]);

function nameOf(comment: JsonObject): [id: string, name: string | undefined][] {
  const [, id] = /\/c\/([a-z0-9-]+)\/$/u.exec(jsonText(comment["@id"]) ?? "") ?? [];
  return id === undefined ? [] : [[id, jsonText(comment.author)]];
}
