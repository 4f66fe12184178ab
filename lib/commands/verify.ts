import { readSettings } from "../publish/settings";
import { verifyFolder } from "../publish/site/checksums";
import { recoverSite } from "../publish/site/swap";

/** `npm run verify [-- <folder>]`: holds a site, or a downloaded copy, against its SHA256SUMS. */
const folder = process.argv[2] ?? readSettings(process.cwd()).out;
if (recoverSite(folder)) console.log(`${folder}: put back after a build that was killed`);
const verified = verifyFolder(folder);
if (verified.ok) {
  console.log(`${folder}: ${verified.files} files, all as SHA256SUMS says`);
} else {
  console.error(verified.problems.join("\n"));
  process.exitCode = 1;
}
