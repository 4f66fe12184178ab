import { openCatalogue } from "../../../lib/archive/reading/read";
import { indexForSearch } from "../../../lib/share/search/search-index";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [...indexForSearch(openCatalogue()).files.keys()].map((shard) => ({ shard }));
}

/** `search/terms-0.json`, `search/comments-0-0.json`: what the script of `/search/` reads. */
export async function GET(_request: Request, { params }: { params: Promise<{ shard: string }> }) {
  const { shard } = await params;
  const headers = { "Content-Type": "application/json" };
  return new Response(indexForSearch(openCatalogue()).files.get(shard), { headers });
}
