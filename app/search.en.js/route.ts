import { SCRIPT, writeContentType } from "../../lib/share/media-types";
import { bundleScript } from "../../lib/share/reader/bundle";

export const dynamic = "force-static";

export async function GET() {
  const headers = { "Content-Type": writeContentType({ type: SCRIPT, isText: true }) };
  return new Response(await bundleScript(process.cwd(), "search", "en"), { headers });
}
