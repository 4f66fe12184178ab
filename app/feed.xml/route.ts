import { absoluteAddressesOf } from "../../lib/archive/addresses";
import { openCatalogue } from "../../lib/archive/reading/read";
import { describeArchiveFeed } from "../../lib/share/feeds/archive-feed";
import { writeAtom } from "../../lib/share/feeds/atom";

export const dynamic = "force-static";

export function GET() {
  const archive = openCatalogue();
  const self = absoluteAddressesOf(archive.settings.url).file("feed.xml");
  return new Response(writeAtom(describeArchiveFeed(archive), self));
}
