import { parseArgs } from "node:util";
import { prepareRuntime } from "../print/runtime";

/**
 * `npm run build [-- --record] [-- --prove]`: content/ -> out/. Exits 1, all problems printed, when there is any; `out/`
 * is then untouched. With `--record` every address of the site first joins `content/permalinks.txt`; with `--prove` every
 * page is held against Next's.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { record: { type: "boolean" }, prove: { type: "boolean" } } });
  const project = process.cwd();
  prepareRuntime(project);
  const { buildSite } = await import("../publish/build");
  return buildSite({ project, ...values });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
