import { findArticle } from "../../../lib/archive/find";
import { slugsOf } from "../../../lib/archive/permalinks";
import { openArchive } from "../../../lib/archive/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { MARKDOWN, writeTextCopy } from "../../../lib/share/text-copy/text-copy";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive().articles.flatMap(slugsOf));
}

/** Article and thread as one document, which `npm run import` takes back. */
export async function GET(_request: Request, { params }: Context) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  if (!article) return new Response();
  return new Response(writeTextCopy(archive, article), {
    headers: { "Content-Type": `${MARKDOWN}; charset=utf-8` },
  });
}
