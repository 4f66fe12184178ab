import { openCatalogue } from "../../lib/archive/reading/read";
import { writeManifest } from "../../lib/share/manifest";

export const dynamic = "force-static";

export function GET() {
  const headers = { "Content-Type": "application/manifest+json" };
  return new Response(writeManifest(openCatalogue().settings), { headers });
}
