import { NOBODY } from "../../../lib/archive/addresses";
import { openCatalogue } from "../../../lib/archive/reading/read";
import { writeContentType, XML } from "../../../lib/share/media-types";
import { writeSitemaps } from "../../../lib/share/sitemap";

/** `/sitemap.xml`, `/sitemap-1.xml`: publishing moves them to the root, where Next has no computed names. */
export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  const names = [...writeSitemaps(openCatalogue()).keys()];
  return (names.length > 0 ? names : [NOBODY]).map((file) => ({ file }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const headers = { "Content-Type": writeContentType({ type: XML, isText: true }) };
  return new Response(writeSitemaps(openCatalogue()).get(file), { headers });
}
