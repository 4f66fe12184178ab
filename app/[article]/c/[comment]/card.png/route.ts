import { NOBODY } from "../../../../../lib/archive/addresses";
import { findArticle, findComment } from "../../../../../lib/archive/find";
import { openArchive } from "../../../../../lib/archive/read";
import { composeCard, listCommentCards } from "../../../../../lib/share/cards/card";
import { answerCard } from "../../../../../lib/share/cards/card-cache";

type Context = { params: Promise<{ article: string; comment: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  const cards = listCommentCards(openArchive()).map(({ slug, commentId }) => ({
    article: slug,
    comment: commentId,
  }));
  return cards.length > 0 ? cards : [{ article: NOBODY, comment: NOBODY }];
}

export async function GET(_request: Request, { params }: Context) {
  const { article: slug, comment: id } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  const found = article && findComment(article.thread, id);
  return found ? answerCard(composeCard(archive.settings, article, found.node.comment)) : new Response();
}
