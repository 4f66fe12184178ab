import type { Archive } from "../../../lib/archive/model";
import { createContext } from "../../../lib/share/article-context";
import { describeArchiveFeed } from "../../../lib/share/feeds/archive-feed";
import { describeArticle } from "../../../lib/share/feeds/article-entry";
import { handEntries } from "../../../lib/share/feeds/newest-entries";

/** The archive's feed, with the entries of its articles handed to it as printing does. */
export function feedOf(archive: Archive) {
  const { settings, articles } = archive;
  const entries = articles.map(
    (article) => [article.slug, describeArticle(createContext(settings, article))] as const,
  );
  const bySlug = new Map(entries);
  handEntries((slug) => {
    const entry = bySlug.get(slug);
    if (!entry) throw new Error(`no article ${slug}`);
    return entry;
  });
  return describeArchiveFeed(archive);
}
