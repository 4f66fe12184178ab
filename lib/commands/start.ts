import { parseArgs } from "node:util";
import { openCatalogue } from "../archive/reading/read";
import { prepareRuntime } from "../print/runtime";
import { whenEnded } from "../publish/ending";
import { checkPort, serveSite } from "../publish/serve";
import { readPort, readSettings } from "../publish/settings";
import { runCommand } from "./run-command";

const USAGE = `npm start

Builds the site and serves it with its production headers on http://localhost:3000 until it is interrupted.

PORT stands for another port; the other settings are those of "npm run build -- --help".`;

await runCommand(USAGE, async (words) => {
  parseArgs({ args: words });
  const project = process.cwd();
  const port = readPort();
  await checkPort(port);
  prepareRuntime(project);
  const { buildSite } = await import("../publish/build");
  const status = await buildSite({ project });
  if (status !== 0) return status;
  const basePath = new URL(openCatalogue().settings.url).pathname;
  const { address, close } = await serveSite(readSettings(project).out, { port, basePath });
  whenEnded(close);
  console.log(`\n${address}`);
  return 0;
});
