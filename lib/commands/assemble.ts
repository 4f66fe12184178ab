import { prepareRuntime } from "../print/runtime";

/**
 * `npm run assemble -- <folders>`: joins the sites that `ARCHIVE_SHARD=2/8 npm run build` made of the same `content/` into
 * the one that a single machine would have built, byte for byte. Exits 1, all problems printed, when there is any.
 */
const folders = process.argv.slice(2).filter((word) => !word.startsWith("-"));
try {
  if (folders.length === 0) throw new Error("expected npm run assemble -- <folder of a shard> …");
  const project = process.cwd();
  prepareRuntime(project);
  const { assembleShards } = await import("../publish/build");
  process.exitCode = await assembleShards(project, folders);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
