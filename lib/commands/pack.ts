import { parseArgs } from "node:util";
import { contentFolder } from "../archive/reading/read";
import { PACK_KINDS, packSite } from "../publish/packs/pack-site";
import { readSettings } from "../publish/settings";
import { runCommand } from "./run-command";

const CALL = "npm run pack -- bagit|wacz [--out <file>] [--with-ledgers]";

const USAGE = `${CALL}

Makes one file of the archive and the site that was built of it, for archives and for tools that replay sites.

  bagit           a BagIt bag (RFC 8493) of content/ and out/, in a ZIP
  wacz            the site as a WACZ 1.1.1, which ReplayWeb.page opens
  --out           where it is put, by default example.org-2021-01-15.zip or .wacz in the working folder
  --with-ledgers  a bag takes content/erased.txt along, which leads to what was taken down

ARCHIVE_CONTENT, ARCHIVE_URL and ARCHIVE_OUT are those of the build.`;

await runCommand(USAGE, async (words) => {
  const { kind, out: file, withLedgers } = readArguments(words);
  const { out, url } = readSettings(process.cwd());
  const packed = await packSite({ kind, file, withLedgers, content: contentFolder(), out, url });
  if (packed.ok) console.log(`${packed.file}: ${packed.entries} files`);
  else console.error(packed.problems.join("\n"));
  return packed.ok ? 0 : 1;
});

function readArguments(words: string[]) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { out: { type: "string" }, "with-ledgers": { type: "boolean", default: false } },
  });
  const kind = PACK_KINDS.find((name) => name === positionals[0]);
  const withLedgers = values["with-ledgers"];
  const isClear = positionals.length === 1 && !(withLedgers && kind === "wacz");
  if (kind === undefined || !isClear) throw new Error(`expected ${CALL}`);
  return { kind, out: values.out, withLedgers };
}
