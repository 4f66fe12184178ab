import { absoluteAddressesOf } from "../../lib/archive/addresses";
import { openCatalogue } from "../../lib/archive/reading/read";
import { describeArchiveFeed } from "../../lib/share/feeds/archive-feed";
import { writeJsonFeed } from "../../lib/share/feeds/json-feed";

export const dynamic = "force-static";

export function GET() {
  const archive = openCatalogue();
  const self = absoluteAddressesOf(archive.settings.url).file("feed.json");
  return new Response(writeJsonFeed(describeArchiveFeed(archive), self));
}
