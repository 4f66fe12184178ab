import { parseArgs } from "node:util";
import { escapeUnprintable } from "../archive/format/problem";
import { isTimeZone } from "../archive/format/values";
import { contentFolder } from "../archive/reading/read";
import { openShelf } from "../import/files/media";
import { runImport } from "../import/run-import";
import { describeImport, showProgress } from "../import/summary";
import { readLesson } from "../import/systems/html/lesson";
import { SYSTEMS } from "../import/systems/recognise";

const USAGE = `npm run import -- [system] <file or folder> [options]

Brings an export into the archive: every item of it ends in content/ or in the report, with the reason.

  system                 ${SYSTEMS.map(({ name }) => name).join(", ")}; recognised from the content where it is not named
  --into <content>       the archive's folder (by default ARCHIVE_CONTENT, or content)
  --report <file.json>   writes what became of every item
  --media <folder>       takes the pictures and files that texts lead to along, where this folder holds them
  --selector <fields>    teaches what a comment looks like on pages that no adapter knows, in CSS selectors:
                         "comment=.reply; author=.name; date=time; text=.body", or a file with a line for each
  --articles-alone       takes articles whose comments were not saved with their page, without them; they say so
  --keep                 keeps saved pages in a folder .captures beside their article; they are published only
                         where archive.md says "captures: published"
  --dry-run              writes nothing, and says what would be written
  --no-inference         takes replies from the source's own word alone, not from quotations and @names
  --time-zone <IANA>     shows dates in this zone, and reads dates without a zone in it
  --help                 says this

Exit status: 0 when every item has its outcome and none is refused, else 1; what is sound is written all the same.`;

/** `npm run import`: an export -> content/. */
async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [source, system] = [positionals.at(-1), SYSTEMS.find(({ name }) => name === positionals[0])];
  if (source === undefined || positionals.length > 2 || (positionals.length === 2 && system === undefined))
    throw new Error(`expected ${USAGE}`);
  const timeZone = values["time-zone"];
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new Error(`--time-zone: found "${timeZone}", expected an IANA time zone, such as Europe/Paris`);
  const imported = await runImport({
    ...{
      source,
      content: values.into ?? contentFolder(),
      dryRun: values["dry-run"],
      inference: !values["no-inference"],
      keep: values.keep,
    },
    ...(positionals.length === 2 && system && { system }),
    ...(timeZone !== undefined && { timeZone }),
    ...(values["articles-alone"] && { articlesAlone: true }),
    ...(values.selector !== undefined && { lesson: readLesson(values.selector) }),
    ...(values.media !== undefined && { media: openShelf(values.media) }),
    onProgress: showProgress(process.stderr),
  });
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  try {
    if (values.report !== undefined) imported.report.write(values.report, imported.system?.name ?? "");
    const { lines, status } = describeImport(imported, values["dry-run"]);
    for (const line of lines) console.log(escapeUnprintable(line));
    return status;
  } finally {
    imported.report.close();
  }
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      into: { type: "string" },
      report: { type: "string" },
      media: { type: "string" },
      selector: { type: "string" },
      "articles-alone": { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      "no-inference": { type: "boolean", default: false },
      "time-zone": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
