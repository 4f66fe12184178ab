import { openCatalogue } from "../../lib/archive/reading/read";
import { writeRobots } from "../../lib/share/robots";

export const dynamic = "force-static";

export function GET() {
  return new Response(writeRobots(openCatalogue().settings));
}
