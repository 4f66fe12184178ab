import { findArticle } from "../../../lib/archive/find";
import { openArchive } from "../../../lib/archive/read";
import { answerCard } from "../../../lib/publish/card-cache";
import { composeCard } from "../../../lib/share/cards/card";
import { listArticleParams } from "../../../lib/share/machine-copies";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive(), "card.png");
}

export async function GET(_request: Request, { params }: Context) {
  const archive = openArchive();
  const article = findArticle(archive, (await params).article);
  return article ? answerCard(composeCard(archive.settings, article)) : new Response();
}
