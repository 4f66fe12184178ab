import { parseArgs } from "node:util";
import { buildSite, recordAndBuildSite } from "../publish/build";
import { runCommand } from "./run-command";

const USAGE = `npm run build [-- --record]

Makes the site of content/ in out/, complete and sealed. With any problem it exits 1, prints every problem, and leaves
the earlier site as it was.

  --record   adds every address of the site to content/permalinks.txt first

ARCHIVE_CONTENT, ARCHIVE_URL and ARCHIVE_OUT stand for another content folder, public address and place of the site;
ARCHIVE_PRECOMPRESS=1 writes .br and .gz beside the files.`;

await runCommand(USAGE, (words) => {
  const { values } = parseArgs({ args: words, options: { record: { type: "boolean", default: false } } });
  return values.record ? recordAndBuildSite(process.cwd()) : buildSite(process.cwd());
});
