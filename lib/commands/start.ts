import { openCatalogue } from "../archive/read";
import { prepareRuntime } from "../print/runtime";
import { serveSite } from "../publish/serve";
import { readPort, readSettings } from "../publish/settings";

/** `npm start`: builds the site and serves it with its production headers until it is interrupted. */
const project = process.cwd();
try {
  const port = readPort();
  prepareRuntime(project);
  const { buildSite } = await import("../publish/build");
  process.exitCode = await buildSite({ project });
  if (process.exitCode === 0) {
    const basePath = new URL(openCatalogue().settings.url).pathname;
    const { address } = await serveSite(readSettings(project).out, { port, basePath });
    console.log(`\n${address}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
