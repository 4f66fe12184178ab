import { parseArgs } from "node:util";
import { readSettings } from "../publish/settings";
import { verifyFolder } from "../publish/site/checksums";
import { recoverSite } from "../publish/site/swap";
import { runCommand } from "./run-command";

const USAGE = `npm run verify [-- <folder>]

Holds out/, or a downloaded copy of a site, against its SHA256SUMS: exits 1 and names each file that is missing,
changed, or not of the site.

ARCHIVE_OUT stands for another place of the site.`;

await runCommand(USAGE, (words) => {
  const [folder = readSettings(process.cwd()).out] = readFolders(words);
  if (recoverSite(folder)) console.log(`${folder}: put back after a build that was killed`);
  const verified = verifyFolder(folder);
  if (verified.ok) console.log(`${folder}: ${verified.files} files, all as SHA256SUMS says`);
  else console.error(verified.problems.join("\n"));
  return verified.ok ? 0 : 1;
});

function readFolders(words: string[]): string[] {
  const { positionals } = parseArgs({ args: words, allowPositionals: true });
  if (positionals.length > 1) throw new Error(`expected one folder, found ${positionals.length}`);
  return positionals;
}
