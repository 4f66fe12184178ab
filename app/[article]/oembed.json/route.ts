import { findArticle } from "../../../lib/archive/find";
import { slugsOf } from "../../../lib/archive/pages";
import { openArchive } from "../../../lib/archive/reading/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { writeOembed } from "../../../lib/share/oembed";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive().articles.flatMap(slugsOf));
}

export async function GET(_request: Request, { params }: { params: Promise<{ article: string }> }) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  const headers = { "Content-Type": "application/json" };
  return new Response(article && writeOembed(archive.settings, article), { headers });
}
