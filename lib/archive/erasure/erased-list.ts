import type { ArticleOutline, Problem } from "../model";
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
 * @param pathOf the path for a problem line of a file in the content folder
 */
export function findRevived(
  list: ErasedList,
  articles: readonly ArticleOutline[],
  pathOf: (path: string) => string,
): Problem[] {
  const addresses = new Set(list.map(({ address }) => address));
  const urls = new Set(list.map(({ sourceUrl }) => sourceUrl));
  const ids = new Set(list.map(({ address, sourceId }) => idInArticle(address, sourceId)));
  const faultOf = (address: string, { id, url }: { id?: string; url?: string } = {}) => {
    if (url !== undefined && urls.has(url)) return { field: "source.url", found: url };
    if (id !== undefined && ids.has(idInArticle(address, id))) return { field: "source.id", found: id };
    return addresses.has(address) ? { field: "status", found: "present" } : undefined;
  };
  return articles.flatMap(({ slug, thread }) =>
    thread.inSourceOrder.flatMap(({ comment }) => {
      const fault = comment.status === "present" && faultOf(`${slug}/${comment.id}`, comment.source);
      if (!fault) return [];
      const path = pathOf(`${slug}/comments/${comment.id}.md`);
      const expected = "status: erased, since erased.txt lists this comment";
      return [{ path, field: fault.field, found: quote(fault.found), expected }];
    }),
  );
}

/** A source counts its comments anew for each article: an id means something only with it. */
function idInArticle(address: string, id: string): string {
  return `${address.split("/", 1)[0]}\t${id}`;
}
