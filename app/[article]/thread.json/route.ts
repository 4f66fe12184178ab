import { findArticle } from "../../../lib/archive/find";
import { slugsOf } from "../../../lib/archive/pages";
import { openArchive, openPicture } from "../../../lib/archive/reading/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { copyThread, writeThreadCopy } from "../../../lib/share/thread-copy/thread-copy";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive().articles.flatMap(slugsOf));
}

export async function GET(_request: Request, { params }: Context) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  if (!article) return new Response();
  return new Response(writeThreadCopy(copyThread(archive, article, openPicture)));
}
