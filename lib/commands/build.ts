import { buildSite } from "../publish/build";

/** `npm run build`: content/ -> out/. Exits 1, all problems printed, when there is any; `out/` is then untouched. */
process.exitCode = await buildSite(process.cwd());
