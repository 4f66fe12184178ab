import type { Article, Comment, Problem } from "../model";
import { quote } from "../problem";

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
 * imported anew, under another one.
 *
 * @param pathOf the path of a comment's file, for the problem line
 */
export function findRevived(
  list: ErasedList,
  articles: readonly Article[],
  pathOf: (article: Article, comment: Comment) => string,
): Problem[] {
  if (list.length === 0) return [];
  const addresses = new Set(list.map(({ address }) => address));
  const urls = new Set(list.map(({ sourceUrl }) => sourceUrl).filter((url) => url !== ""));
  const ids = new Set(
    list
      .filter(({ sourceId }) => sourceId !== "")
      .map((erased) => idInArticle(erased.address, erased.sourceId)),
  );
  return articles.flatMap((article) =>
    article.thread.inSourceOrder.flatMap(({ comment }) => {
      if (comment.status !== "present") return [];
      const address = `${article.slug}/${comment.id}`;
      const { id = "", url = "" } = comment.source ?? {};
      const field = urls.has(url) ? "source.url" : ids.has(idInArticle(address, id)) ? "source.id" : "status";
      const isRevived = field !== "status" || addresses.has(address);
      const expected = "status: erased, since erased.txt lists this comment";
      return isRevived
        ? [{ path: pathOf(article, comment), field, found: quote(url || id || address), expected }]
        : [];
    }),
  );
}

/** A source counts its comments anew for each article: an id means something only with it. */
function idInArticle(address: string, id: string): string {
  return `${address.split("/", 1)[0]}\t${id}`;
}
