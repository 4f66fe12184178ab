import { openCatalogue } from "../../../lib/archive/reading/read";
import { JSON_DATA } from "../../../lib/share/media-types";
import { listShards, writeShard } from "../../../lib/share/old-addresses/address-index";
import { listOldAddresses } from "../../../lib/share/old-addresses/old-addresses";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return listShards(listOldAddresses(openCatalogue()).addresses).map((shard) => ({ shard }));
}

/** `find/0.json`: original addresses and their pages, which `public/find.js` looks up. */
export async function GET(_request: Request, { params }: { params: Promise<{ shard: string }> }) {
  const { shard } = await params;
  const json = writeShard(listOldAddresses(openCatalogue()).addresses, shard);
  return new Response(json, { headers: { "Content-Type": JSON_DATA } });
}
