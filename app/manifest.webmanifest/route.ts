import { openCatalogue } from "../../lib/archive/reading/read";
import { writeManifest } from "../../lib/share/manifest";
import { WEB_MANIFEST } from "../../lib/share/media-types";

export const dynamic = "force-static";

export function GET() {
  const headers = { "Content-Type": WEB_MANIFEST };
  return new Response(writeManifest(openCatalogue().settings), { headers });
}
