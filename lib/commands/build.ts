import { parseArgs } from "node:util";
import { contentFolder, openArchive } from "../archive/read";
import { buildSite } from "../publish/build";
import { recordPermalinks } from "../publish/permalinks";

/**
 * `npm run build [-- --record]`: content/ -> out/. Exits 1, all problems printed, when there is any; `out/` is
 * then untouched. With `--record` the addresses that are now published join `content/permalinks.txt`.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { record: { type: "boolean", default: false } } });
  const status = await buildSite(process.cwd());
  if (status !== 0 || !values.record) return status;
  const added = recordPermalinks(contentFolder(), openArchive());
  console.log(`${added} addresses added to permalinks.txt`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
