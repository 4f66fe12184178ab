import { findArticle } from "../../../lib/archive/find";
import { openArchive } from "../../../lib/archive/reading/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { composeCard, listArticleCards } from "../../../lib/share/cards/card";
import { answerCard } from "../../../lib/share/cards/card-cache";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(listArticleCards(openArchive()));
}

export async function GET(_request: Request, { params }: Context) {
  const archive = openArchive();
  const article = findArticle(archive, (await params).article);
  return article ? answerCard(composeCard(archive.settings, article)) : new Response();
}
