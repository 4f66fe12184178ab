import type { Feed, FeedEntry } from "./feed";

/**
 * A feed in JSON Feed 1.1 (jsonfeed.org). Dates are there where they are known; what is undefined is left out.
 *
 * @param self the address of this file, absolute
 */
export function writeJsonFeed(
  { title, page, subtitle, icon, language, entries }: Feed,
  self: string,
): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: title.text,
    home_page_url: page,
    feed_url: self,
    description: subtitle?.text,
    favicon: icon,
    language,
    items: entries.map(describeItem),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function describeItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.page,
    external_url: entry.original,
    title: entry.title.text,
    content_html: entry.html,
    summary: entry.summary,
    image: entry.picture,
    date_published: entry.published,
    authors: [entry.author],
    language: entry.language,
  };
}
