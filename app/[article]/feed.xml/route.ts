import { absoluteAddressesOf } from "../../../lib/archive/addresses";
import { writeAtom } from "../../../lib/share/feeds/atom";
import { describeThreadFeed } from "../../../lib/share/feeds/thread-feed";
import { ATOM } from "../../../lib/share/media-types";
import { listArchivedLinks } from "../../../lib/share/old-addresses/archived-links";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

export const { GET, generateStaticParams } = createArticleRoute(ATOM, (archive, article) => {
  const self = absoluteAddressesOf(archive.settings.url).file(`${article.slug}/feed.xml`);
  const feed = describeThreadFeed(archive.settings, article, listArchivedLinks(archive, article));
  return writeAtom(feed, self);
});
