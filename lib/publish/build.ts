import { contentFolder, formatProblem } from "../archive/read";
import { describeVanished } from "../archive/record-permalinks";
import { type PrintedArticles, printArticles } from "../print/print-articles";
import { printCatalogue } from "../print/print-catalogue";
import { describeContested, listOldAddresses } from "../share/old-addresses/old-addresses";
import { warnOfLimits } from "./hosts/limits";
import { createLog, type Log } from "./progress";
import { needsProof, prove } from "./proof/prove";
import { type PublishSettings, readSettings } from "./settings";
import { assembleSite, type SiteFile } from "./site/assemble-site";
import { compareSites, formatChanges, readEarlierSeal } from "./site/changes";
import { dropAssembly, openAssembly, recoverSite, refuseFolder, swapIn } from "./site/swap";
import { formatWeights, weighSite } from "./site/weights";

export type BuildOrder = {
  /** The folder of `package.json`, absolute. */
  readonly project: string;
  /** Whether every address of the site joins `permalinks.txt` before anything is made. */
  readonly record?: boolean;
  /** Whether every page is held against Next's. */
  readonly prove?: boolean;
};

/** Beyond this many lines the rest is counted: one defect of a template is on every page. */
const SHOWN_PROBLEMS = 40;
const UNTOUCHED = "Nothing was published, the earlier site is as it was.";

/**
 * Builds the site: reads and checks the content, prints what changed, proves it where no proof holds yet, puts the site
 * together beside its place and swaps it in. On any problem all of them are printed and the earlier site stays.
 *
 * @returns the exit status: 0, or 1 when there was a problem
 */
export async function buildSite({ project, record, prove: isWhole = false }: BuildOrder): Promise<number> {
  const log = createLog(process.stdout, process.stderr);
  const settings = readSettings(project);
  recoverSite(settings.out);
  const refusals = refuseFolder(settings.out);
  if (refusals.length > 0) return log.fail(refusals, UNTOUCHED);
  const result = await printArticles({
    ...{ project, content: contentFolder(), record },
    ...{ url: settings.url, precompress: settings.precompress },
    onRead: log.follow("read", "articles"),
    onPrint: log.follow("printed", "articles"),
  });
  if (!result.ok) return log.fail(result.problems.map(formatProblem), UNTOUCHED);
  const order = { printed: result.value, isWhole };
  if (needsProof(order)) log.say("proving: Next exports pages that the printed ones are held against");
  const differences = await prove(order);
  if (differences.length > 0) return log.fail(shorten(differences), UNTOUCHED);
  await publish(result.value, settings, log);
  return 0;
}

async function publish(printed: PrintedArticles, { out }: PublishSettings, log: Log): Promise<void> {
  const { catalogue, setup, records } = printed;
  const own = await printCatalogue(catalogue, setup);
  const earlier = readEarlierSeal(out);
  try {
    const files = assembleSite(openAssembly(out), {
      ...{ catalogue, records, own, store: setup.store, precompress: setup.precompress },
      scripts: [...setup.dress.scripts.values()].map(({ integrity }) => integrity),
      styles: [...setup.dress.stylesheets.values()].flat().map(({ hash }) => hash),
    });
    swapIn(out);
    for (const line of summarize(printed, files)) log.say(line);
    log.say(`Published to ${out}: ${formatChanges(compareSites(earlier, files))}`);
    log.say(formatWeights(weighSite(out, files, records.length)));
  } finally {
    dropAssembly(out);
  }
}

/** What its keeper may want to know of a site that is sound. */
function summarize({ catalogue, vanished, records }: PrintedArticles, files: readonly SiteFile[]): string[] {
  return [
    ...describeVanished(vanished),
    ...shorten(describeContested(listOldAddresses(catalogue))),
    ...records.flatMap(({ plainTexts }) =>
      plainTexts.map((text) => `${text}: beyond a limit, shown as plain text`),
    ),
    ...warnOfLimits(files),
  ];
}

function shorten(problems: readonly string[]): readonly string[] {
  const more = problems.length - SHOWN_PROBLEMS;
  return more > 0 ? [...problems.slice(0, SHOWN_PROBLEMS), `and ${more} more`] : problems;
}
