import { NOBODY } from "../../../lib/archive/addresses";
import { findArticle } from "../../../lib/archive/find";
import { openArchive, openPicture } from "../../../lib/archive/read";
import { copyThread, writeThreadCopy } from "../../../lib/share/thread-copy/thread-copy";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  const slugs = openArchive().articles.map(({ slug }) => slug);
  return (slugs.length > 0 ? slugs : [NOBODY]).map((slug) => ({ article: slug }));
}

export async function GET(_request: Request, { params }: Context) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  if (!article) return new Response();
  return new Response(writeThreadCopy(copyThread(archive, article, openPicture)));
}
