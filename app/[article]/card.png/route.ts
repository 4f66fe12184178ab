import { findArticle } from "../../../lib/archive/find";
import { openArchive } from "../../../lib/archive/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { answerCard } from "../../../lib/publish/card-cache";
import { composeCard } from "../../../lib/share/cards/card";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive().articles.map(({ slug }) => slug));
}

export async function GET(_request: Request, { params }: Context) {
  const archive = openArchive();
  const article = findArticle(archive, (await params).article);
  return article ? answerCard(composeCard(archive.settings, article)) : new Response();
}
