import { parseArgs } from "node:util";
import { prepareRuntime } from "../print/runtime";
import { runCommand } from "./run-command";

const USAGE = `npm run build [-- --record] [-- --prove]

Makes the site of content/ in out/, complete and sealed. With any problem it exits 1, prints every problem, and leaves
the earlier site as it was.

  --record   adds every address of the site to content/permalinks.txt first
  --prove    holds every page against the one that Next exports, even where an earlier proof holds

ARCHIVE_CONTENT, ARCHIVE_URL and ARCHIVE_OUT stand for another content folder, public address and place of the site;
ARCHIVE_PRECOMPRESS=1 writes .br and .gz beside the files; ARCHIVE_SHARD=2/8 builds an eighth of the articles, for npm run
assemble.`;

await runCommand(USAGE, async (words) => {
  const options = { record: { type: "boolean" }, prove: { type: "boolean" } } as const;
  const { values } = parseArgs({ args: words, options });
  const project = process.cwd();
  prepareRuntime(project);
  const { buildSite } = await import("../publish/build");
  return buildSite({ project, ...values });
});
