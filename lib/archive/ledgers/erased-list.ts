import { quote } from "../format/problem";
import type { ArticleOutline, CommentOutline, Problem } from "../model";
import { slugsOf } from "../pages";

/** The list of what was taken down, in the content folder. */
export const ERASED = "erased.txt";

/**
 * The keeper's list of what was erased, `content/erased.txt`: a line a comment, tab-separated: its address in
 * the archive, its id at its source, its address there. The last two are empty where the source gave none.
 */
export type ErasedList = readonly ErasedComment[];

type ErasedComment = { readonly address: string; readonly sourceId: string; readonly sourceUrl: string };

export function parseErasedList(text: string): ErasedList {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [address = "", sourceId = "", sourceUrl = ""] = line.split("\t");
      return { address, sourceId, sourceUrl };
    });
}

/**
 * Comments that are present although the list says that they were erased, be it under their old address or,
 * imported anew, under another one. An erasure holds under every name that its article had or got since.
 *
 * @param pathOf the path for a problem line of a file in the content folder
 */
export function findRevived(
  list: ErasedList,
  articles: readonly ArticleOutline[],
  pathOf: (path: string) => string,
): Problem[] {
  const index = indexList(list);
  return articles.flatMap((article) =>
    article.thread.inSourceOrder.flatMap(({ comment }) => {
      const fault = comment.status === "present" && findFault(index, slugsOf(article), comment);
      if (!fault) return [];
      const path = pathOf(`${article.slug}/comments/${comment.id}.md`);
      const expected = "status: erased, since erased.txt lists this comment";
      return [{ path, field: fault.field, found: quote(fault.found), expected }];
    }),
  );
}

type ErasedIndex = Readonly<Record<"addresses" | "urls" | "ids", ReadonlySet<string>>>;

function indexList(list: ErasedList): ErasedIndex {
  return {
    addresses: new Set(list.map(({ address }) => address)),
    urls: new Set(list.map(({ sourceUrl }) => sourceUrl)),
    ids: new Set(list.map(({ address, sourceId }) => idInArticle(address.split("/", 1)[0] ?? "", sourceId))),
  };
}

/** @param slugs every name of the comment's article */
function findFault(
  { addresses, urls, ids }: ErasedIndex,
  slugs: readonly string[],
  { id, source }: CommentOutline,
): Pick<Problem, "field" | "found"> | undefined {
  const { url, id: sourceId } = source ?? {};
  if (url !== undefined && urls.has(url)) return { field: "source.url", found: url };
  if (sourceId !== undefined && slugs.some((slug) => ids.has(idInArticle(slug, sourceId))))
    return { field: "source.id", found: sourceId };
  const isListed = slugs.some((slug) => addresses.has(`${slug}/${id}`));
  return isListed ? { field: "status", found: "present" } : undefined;
}

/** A source counts its comments anew for each article: an id means something only with it. */
function idInArticle(slug: string, sourceId: string): string {
  return `${slug}\t${sourceId}`;
}
