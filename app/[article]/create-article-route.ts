import { findArticle } from "../../lib/archive/find";
import type { Archive, Article } from "../../lib/archive/model";
import { slugsOf } from "../../lib/archive/pages";
import { openArchive } from "../../lib/archive/reading/read";
import { listArticleParams } from "../../lib/archive/static-params";

type Context = { params: Promise<{ article: string }> };

/** What answers for a copy of an article, under its slug and its former ones. */
export type ArticleRoute = {
  generateStaticParams(): { article: string }[];
  GET(request: Request, context: Context): Promise<Response>;
};

/**
 * The handlers of a route below `app/[article]/`. Next reads `dynamic` and `dynamicParams` from the letter of each
 * route's own file, so they stand there.
 *
 * @param type the media type of the copy
 * @param write the copy itself
 */
export function createArticleRoute(
  type: string,
  write: (archive: Archive, article: Article) => string,
): ArticleRoute {
  return {
    generateStaticParams: () => listArticleParams(openArchive().articles.flatMap(slugsOf)),
    GET: async (_request, { params }) => {
      const archive = openArchive();
      const article = findArticle(archive, (await params).article);
      return new Response(article && write(archive, article), { headers: { "Content-Type": type } });
    },
  };
}
