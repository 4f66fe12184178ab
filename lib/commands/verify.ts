import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { verifyPack } from "../publish/packs/verify-pack";
import { readSettings } from "../publish/settings";
import { verifyFolder } from "../publish/site/checksums";
import { recoverSite } from "../publish/site/swap";
import { runCommand } from "./run-command";

const USAGE = `npm run verify [-- <folder or file>]

Holds out/, or a downloaded copy of a site, against its SHA256SUMS, and a file of "npm run pack" against its own digests:
exits 1 and names each file that is missing, changed, or too much.

ARCHIVE_OUT stands for another place of the site.`;

await runCommand(USAGE, async (words) => {
  const [place = readSettings(process.cwd()).out] = readPlaces(words);
  if (recoverSite(place)) console.log(`${place}: put back after a build that was killed`);
  const isPack = statSync(place, { throwIfNoEntry: false })?.isFile() === true;
  const verified = isPack ? await verifyPack(place) : verifyFolder(place);
  const says = isPack ? "its own digests say" : "SHA256SUMS says";
  if (verified.ok) console.log(`${place}: ${verified.files} files, all as ${says}`);
  else console.error(verified.problems.join("\n"));
  return verified.ok ? 0 : 1;
});

function readPlaces(words: string[]): string[] {
  const { positionals } = parseArgs({ args: words, allowPositionals: true });
  if (positionals.length > 1) throw new Error(`expected one folder or file, found ${positionals.length}`);
  return positionals;
}
