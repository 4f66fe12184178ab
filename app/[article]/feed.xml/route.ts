import { absoluteAddressesOf } from "../../../lib/archive/addresses";
import { findArticle } from "../../../lib/archive/find";
import { slugsOf } from "../../../lib/archive/pages";
import { openArchive } from "../../../lib/archive/reading/read";
import { listArticleParams } from "../../../lib/archive/static-params";
import { writeAtom } from "../../../lib/share/feeds/atom";
import { describeThreadFeed } from "../../../lib/share/feeds/thread-feed";
import { listArchivedLinks } from "../../../lib/share/old-addresses/archived-links";

type Context = { params: Promise<{ article: string }> };

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listArticleParams(openArchive().articles.flatMap(slugsOf));
}

export async function GET(_request: Request, { params }: Context) {
  const { article: slug } = await params;
  const archive = openArchive();
  const article = findArticle(archive, slug);
  if (!article) return new Response();
  const self = absoluteAddressesOf(archive.settings.url).file(`${article.slug}/feed.xml`);
  const feed = describeThreadFeed(archive.settings, article, listArchivedLinks(archive, article));
  return new Response(writeAtom(feed, self));
}
