import { NOBODY } from "../../../lib/archive/addresses";
import { findArticle } from "../../../lib/archive/find";
import { openArchive } from "../../../lib/archive/read";
import { writeOembed } from "../../../lib/share/oembed";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  const slugs = openArchive().articles.map(({ slug }) => slug);
  return (slugs.length > 0 ? slugs : [NOBODY]).map((article) => ({ article }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ article: string }> }) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  const headers = { "Content-Type": "application/json" };
  return new Response(article && writeOembed(archive.settings, article), { headers });
}
