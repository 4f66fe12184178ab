import { bundleScript } from "../../lib/share/reader/bundle";

export const dynamic = "force-static";

export async function GET() {
  const headers = { "Content-Type": "text/javascript; charset=utf-8" };
  return new Response(await bundleScript(process.cwd(), "search", "en"), { headers });
}
