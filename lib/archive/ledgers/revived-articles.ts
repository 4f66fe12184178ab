import { quote } from "../format/problem";
import type { ArticleOutline, Problem } from "../model";
import { slugsOf } from "../pages";
import type { ErasedList } from "./erased-list";

/** An article's line in `erased.txt` begins with its folder and a slash: no comment has an empty id. */
const addressOf = (slug: string) => `${slug}/`;

/**
 * Articles that are present although the list says that they were erased, be it under one of their slugs or, imported
 * anew, from the same address.
 *
 * @param pathOf the path for a problem line of a file in the content folder
 */
export function findRevivedArticles(
  list: ErasedList,
  articles: readonly ArticleOutline[],
  pathOf: (path: string) => string,
): Problem[] {
  const erased = list.filter(({ address }) => address.endsWith("/"));
  const addresses = new Set(erased.map(({ address }) => address));
  const urls = new Set(erased.map(({ sourceUrl }) => sourceUrl).filter((url) => url !== ""));
  return articles.flatMap((article) => {
    if (article.status === "erased") return [];
    const isListed = slugsOf(article).some((slug) => addresses.has(addressOf(slug)));
    const { url = "" } = article.source;
    if (!isListed && !urls.has(url)) return [];
    const fault = isListed ? { field: "status", found: "present" } : { field: "source.url", found: url };
    const expected = "status: erased, since erased.txt lists this article";
    const path = pathOf(`${article.slug}/article.md`);
    return [{ path, field: fault.field, found: quote(fault.found), expected }];
  });
}
