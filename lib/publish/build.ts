import { describeVanished } from "../archive/ledgers/record-permalinks";
import { contentFolder, formatProblem } from "../archive/reading/read";
import { type PrintedArticles, printArticles } from "../print/print-articles";
import { printCatalogue } from "../print/print-catalogue";
import { describeContested, listOldAddresses } from "../share/old-addresses/old-addresses";
import { warnOfLimits } from "./hosts/limits";
import { createLog, type Log } from "./progress";
import { needsProof, type ProofOrder, prove } from "./proof/prove";
import { describeRemarks } from "./remarks";
import { type PublishSettings, readSettings } from "./settings";
import { joinShards } from "./shards/join-shards";
import { belongsTo, type Shard } from "./shards/shard";
import { writeShard } from "./shards/shard-files";
import { assembleSite, listStale, type SiteFile } from "./site/assemble-site";
import { compareSites, formatChanges, readEarlierSeal } from "./site/changes";
import { dropAssembly, openAssembly, recoverSite, refuseFolder, swapIn } from "./site/swap";
import { formatWeights, weighSite } from "./site/weights";
import { describeUnset } from "./unset";

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
  const { out, precompress, shard, url } = settings;
  recoverSite(out);
  const refusals = refuseFolder(out);
  if (refusals.length > 0) return log.fail(refusals, UNTOUCHED);
  const result = await printArticles({
    ...{ project, content: contentFolder(), record, url, precompress },
    choose: shard && ((slug) => belongsTo(shard, slug)),
    onRead: log.follow("read", "articles"),
    onPrint: log.follow("printed", "articles"),
  });
  if (!result.ok) return log.fail(result.problems.map(formatProblem), UNTOUCHED);
  if (shard) return publishShard(result.value, shard, settings, log);
  return proveAndPublish({ printed: result.value, isWhole }, settings, log);
}

/**
 * Joins shards into the whole site, which it proves as `buildSite` does.
 *
 * @param project the folder of `package.json`, absolute
 * @returns the exit status
 */
export async function assembleShards(project: string, folders: readonly string[]): Promise<number> {
  const log = createLog(process.stdout, process.stderr);
  const settings = readSettings(project);
  const { out, precompress, url } = settings;
  recoverSite(out);
  const refusals = refuseFolder(out);
  if (refusals.length > 0) return log.fail(refusals, UNTOUCHED);
  const joined = await joinShards(folders, { project, content: contentFolder(), url, precompress });
  if (!joined.ok) return log.fail(shorten(joined.problems), UNTOUCHED);
  return proveAndPublish({ printed: joined.value, isWhole: false }, settings, log);
}

async function proveAndPublish(order: ProofOrder, settings: PublishSettings, log: Log): Promise<number> {
  if (needsProof(order)) log.say("proving: Next exports pages that the printed ones are held against");
  const { recorded } = order.printed;
  try {
    const differences = await prove(order);
    if (differences.length > 0) {
      recorded?.takeBack();
      return log.fail(shorten(differences), UNTOUCHED);
    }
    await publish(order.printed, settings, log);
  } catch (error) {
    recorded?.takeBack();
    throw error;
  }
  if (recorded) log.say(`${recorded.added} addresses added to permalinks.txt`);
  return 0;
}

/** A part of the site, without what only the whole can say. */
function publishShard(printed: PrintedArticles, shard: Shard, { out }: PublishSettings, log: Log): number {
  try {
    const files = writeShard(openAssembly(out), shard, printed);
    swapIn(out);
    log.say(
      `Shard ${shard.number}/${shard.of} in ${out}: ${printed.records.length} articles, ${files.length} files`,
    );
    return 0;
  } finally {
    dropAssembly(out);
  }
}

/** Puts the site together beside its place and swaps it in. */
async function publish(printed: PrintedArticles, { out }: PublishSettings, log: Log): Promise<void> {
  const own = await printCatalogue(printed);
  const earlier = readEarlierSeal(out);
  try {
    const assembly = openAssembly(out);
    const files = assembleSite(assembly, printed, own);
    swapIn(out, listStale(assembly, earlier, printed));
    for (const line of summarize(printed, files)) log.say(line);
    log.say(`Published to ${out}: ${formatChanges(compareSites(earlier, files))}`);
    log.say(formatWeights(weighSite(out, files, printed.records.length)));
  } finally {
    dropAssembly(out);
  }
}

/** What its keeper may want to know of a site that is sound. */
function summarize({ catalogue, vanished, records }: PrintedArticles, files: readonly SiteFile[]): string[] {
  return [
    ...describeUnset(catalogue.settings),
    ...describeVanished(vanished),
    ...shorten(describeContested(listOldAddresses(catalogue))),
    ...describeRemarks(records.map(({ remarks }) => remarks)),
    ...warnOfLimits(files),
  ];
}

function shorten(problems: readonly string[]): readonly string[] {
  const more = problems.length - SHOWN_PROBLEMS;
  return more > 0 ? [...problems.slice(0, SHOWN_PROBLEMS), `and ${more} more`] : problems;
}
