import { findArticle } from "../../../lib/archive/find";
import { slugsOf } from "../../../lib/archive/pages";
import { openArchive } from "../../../lib/archive/reading/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { createContext } from "../../../lib/share/article-context";
import { citeThread } from "../../../lib/share/citations/citation";
import { writeRis } from "../../../lib/share/citations/ris";

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
  return new Response(writeRis(citeThread(createContext(archive.settings, article))));
}
