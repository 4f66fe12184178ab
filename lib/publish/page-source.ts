import { posix } from "node:path";
import type { Archive } from "../archive/model";
import { slugsOf } from "../archive/permalinks";

/** Where a page's words come from: the path of a file or a folder, for whoever reads a problem. */
export type PageSource = (page: string) => string | undefined;

/**
 * From a page's path in the site to what it was made of: for a comment's page the comment's file, for every other page
 * of an article the article's folder, under whichever of its names the page answers. Other pages have no one source.
 *
 * @param content the content folder, as it shall stand in problems
 */
export function findPageSources({ articles }: Archive, content: string): PageSource {
  const bySlug = new Map(articles.flatMap((article) => slugsOf(article).map((slug) => [slug, article])));
  return (page) => {
    const [slug = "", kind, comment = ""] = page.split("/");
    const article = bySlug.get(slug);
    if (article === undefined) return undefined;
    const isArchived = kind === "c" && article.thread.byId.has(comment);
    return posix.join(content, article.slug, isArchived ? `comments/${comment}.md` : "/");
  };
}
