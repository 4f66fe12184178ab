import { absoluteAddressesOf } from "../../lib/archive/addresses";
import { openCatalogue } from "../../lib/archive/reading/read";
import { THREAD_SCHEMA, writeThreadSchema } from "../../lib/share/thread-copy/thread-copy-shape";

export const dynamic = "force-static";

export function GET() {
  const { settings } = openCatalogue();
  return new Response(writeThreadSchema(absoluteAddressesOf(settings.url).file(THREAD_SCHEMA)));
}
