import type { ArticleOutline, Catalogue, CommentOutline } from "../../archive/model";
import { foldPersonName } from "../../archive/thread/participants";
import { dayOf } from "../../text/interface/dates";
import { nameGroup } from "./name-group";

/** What the archive is listed by, as its addresses say it. */
export const SHELVES = ["years", "sources", "authors", "participants"] as const;
export type Shelf = (typeof SHELVES)[number];

/** The year of articles that their source does not date. */
export const UNDATED = "undated";

/** An article, or a comment of one. */
export type Listed = { readonly article: ArticleOutline; readonly comment?: CommentOutline };

/** What one year, source, author or participant has. */
export type Group = {
  /** Its part of the address. */
  readonly slug: string;
  /** As it is written where it stands first; of a year its four digits, or `undated`. */
  readonly name: string;
  /** Oldest first. */
  readonly items: readonly Listed[];
};

/** The groups of a shelf, by the age of what they hold; none of participants where the archive does not ask for them. */
export function listGroups({ settings, articles }: Catalogue, shelf: Shelf): readonly Group[] {
  const oldestFirst = articles.toReversed();
  if (shelf === "participants")
    return settings.participants ? collect(oldestFirst.flatMap(listComments)) : [];
  return collect(oldestFirst.flatMap((article) => nameArticle(article, shelf)));
}

type Named = { readonly slug: string; readonly name: string; readonly item: Listed };

function nameArticle(article: ArticleOutline, shelf: Exclude<Shelf, "participants">): Named[] {
  const { author, published, source, timeZone } = article;
  const item = { article };
  switch (shelf) {
    case "years": {
      const year = published === undefined ? UNDATED : dayOf(published, timeZone).slice(0, 4);
      return [{ slug: year, name: year, item }];
    }
    case "sources":
      return [{ slug: nameGroup(source.name), name: source.name, item }];
    case "authors":
      return author ? [{ slug: author.id, name: author.name, item }] : [];
  }
}

/** Comments whose text is there. */
function listComments(article: ArticleOutline): Named[] {
  return article.thread.inSourceOrder.flatMap(({ comment }) => {
    const { author, status } = comment;
    if (status !== "present" || author === undefined) return [];
    return [{ slug: nameGroup(foldPersonName(author)), name: author, item: { article, comment } }];
  });
}

function collect(all: readonly Named[]): readonly Group[] {
  const groups = new Map<string, { slug: string; name: string; items: Listed[] }>();
  for (const { slug, name, item } of all) {
    const group = groups.get(slug) ?? { slug, name, items: [] };
    groups.set(slug, group);
    group.items.push(item);
  }
  return [...groups.values()];
}
