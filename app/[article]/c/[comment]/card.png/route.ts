import { findArticle, findComment } from "../../../../../lib/archive/find";
import { openArchive } from "../../../../../lib/archive/reading/read";
import { listCommentParams } from "../../../../../lib/archive/static-params";
import { composeCard, listCommentCards } from "../../../../../lib/share/cards/card";
import { answerCard } from "../../../../../lib/share/cards/card-cache";

type Context = { params: Promise<{ article: string; comment: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listCommentParams(listCommentCards(openArchive()));
}

export async function GET(_request: Request, { params }: Context) {
  const { article: slug, comment: id } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  const found = article && findComment(article.thread, id);
  return found ? answerCard(composeCard(archive.settings, article, found.node.comment)) : new Response();
}
