import { openArchive } from "../archive/read";
import { buildSite } from "../publish/build";
import { serveSite } from "../publish/serve";
import { readPort, readSettings } from "../publish/settings";

/** `npm start`: builds the site and serves it with its production headers until it is interrupted. */
const project = process.cwd();
try {
  const port = readPort();
  process.exitCode = await buildSite(project);
  if (process.exitCode === 0) {
    const basePath = new URL(openArchive().settings.url).pathname;
    const { address } = await serveSite(readSettings(project).out, { port, basePath });
    console.log(`\n${address}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
