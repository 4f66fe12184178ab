import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vanishedOf } from "../../archive/ledgers/edition";
import { slugsOf } from "../../archive/pages";
import { listFolder } from "../../archive/reading/list-files";
import { PROOF_PLAN, type ProofPlan } from "../../archive/static-params";
import { digestOf } from "../../print/bytes";
import type { PrintedFile } from "../../print/page/print-page";
import { type PrintedArticles, printArticles } from "../../print/print-articles";
import { printOwnRoutes } from "../../print/print-catalogue";
import { type Candidate, choosePages } from "./choose-pages";
import { findClientComponents } from "./client-components";
import { compareExport } from "./compare-export";
import { removeExport, runNext } from "./run-next";
import { SPECIMEN_PLAN, writeSpecimen } from "./specimen";

/** Where proofs that hold are remembered, and where one is made; below the project. */
const PROOFS = ".next/cache/proofs";
const WORK = ".next/cache/proof";

export type ProofOrder = {
  /** The articles as they were printed. */
  readonly printed: PrintedArticles;
  /** Whether every page is proven, even where an earlier proof holds. */
  readonly isWhole: boolean;
};

/**
 * Holds what Next exports against what is printed: the pages of the archive, or a sample of them, and a specimen of
 * every kind of page, so that a proof covers what the content may come to hold. It holds until code, packages, runtime
 * or settings change.
 *
 * @returns every difference, a line each; none where the proof holds
 */
export async function prove({ printed, isWhole }: ProofOrder): Promise<readonly string[]> {
  const { project } = printed.setup;
  const kept = join(project, PROOFS, keyOfProof(printed));
  if (!isWhole && existsSync(kept)) return [];
  try {
    const problems = await makeProof(printed, isWhole);
    if (problems.length === 0) keepProof(kept);
    return problems;
  } finally {
    removeExport(project);
    rmSync(join(project, WORK), { recursive: true, force: true });
  }
}

/** Whether `prove` will have Next export. */
export function needsProof({ printed, isWhole }: ProofOrder): boolean {
  return isWhole || !existsSync(join(printed.setup.project, PROOFS, keyOfProof(printed)));
}

function keyOfProof({ setup: { engine, files, settings } }: PrintedArticles): string {
  return digestOf([engine, files.get("archive.md")?.hash, settings.url].join("\0"));
}

function keepProof(file: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "");
}

async function makeProof(printed: PrintedArticles, isWhole: boolean): Promise<readonly string[]> {
  const { project, content, settings } = printed.setup;
  const work = join(project, WORK);
  rmSync(work, { recursive: true, force: true });
  const plan = choosePages(listCandidates(printed), isWhole);
  const order = {
    project,
    content: join(work, "content"),
    url: settings.url,
    plan: join(work, "plan.json"),
  };
  copyContent(content, order.content, plan, printed);
  writeSpecimen(order.content);
  writeFileSync(order.plan, JSON.stringify({ ...plan, ...SPECIMEN_PLAN }));
  const files = await printPlanned(order);
  const { exported, built } = await runNext(order);
  const comparison = {
    content,
    folders: listFolders(printed),
    dress: printed.setup.dress,
    url: new URL(settings.url),
    publicFiles: listFolder(join(project, "public")).files,
  };
  return [...findClientComponents(built), ...compareExport(exported, files, comparison)];
}

function listFolders({ catalogue }: PrintedArticles): ReadonlyMap<string, string> {
  const { articles } = catalogue;
  return new Map(articles.flatMap((article) => slugsOf(article).map((slug) => [slug, article.slug])));
}

function listCandidates({ catalogue, records, vanished }: PrintedArticles): Candidate[] {
  return catalogue.articles.map((outline, index) => ({
    outline,
    vanished: vanishedOf({ vanished }, outline),
    bytes: records[index]?.files.reduce((sum, { size }) => sum + size, 0) ?? 0,
  }));
}

/** An archive of the planned articles alone, in which an erased comment's place is no problem. */
function copyContent(from: string, to: string, plan: ProofPlan, { catalogue }: PrintedArticles): void {
  mkdirSync(to, { recursive: true });
  cpSync(join(from, "archive.md"), join(to, "archive.md"));
  if (existsSync(join(from, "authors")))
    cpSync(join(from, "authors"), join(to, "authors"), { recursive: true });
  const articles = catalogue.articles.filter(({ slug }) => plan[slug] !== undefined);
  for (const { slug } of articles) cpSync(join(from, slug), join(to, slug), { recursive: true });
  writeFileSync(join(to, "permalinks.txt"), listLedger(from, plan));
}

function listLedger(content: string, plan: ProofPlan): string {
  const ledger = join(content, "permalinks.txt");
  if (!existsSync(ledger)) return "";
  const lines = readFileSync(ledger, "utf8").split("\n");
  return lines
    .filter((line) => plan[line.split("/")[1] ?? ""] !== undefined)
    .map((line) => `${line}\n`)
    .join("");
}

/** The same pages and copies, printed; by the paths at which Next exports them. */
async function printPlanned(order: {
  project: string;
  content: string;
  url: string;
  plan: string;
}): Promise<readonly PrintedFile[]> {
  process.env[PROOF_PLAN] = order.plan;
  try {
    const nothing = () => undefined;
    const result = await printArticles({ ...order, precompress: false, onRead: nothing, onPrint: nothing });
    if (!result.ok)
      throw new Error(
        result.problems.map(({ path, field, found }) => `${path}: ${field}: ${found}`).join("\n"),
      );
    const { setup, records, placeOf } = result.value;
    const ofArticles = records.flatMap((record) =>
      record.files.map((file) => ({
        path: file.path,
        content: readFileSync(placeOf(record, file)),
        isCopied: file.isCopied,
      })),
    );
    const own = await printOwnRoutes(result.value);
    rmSync(setup.store, { recursive: true, force: true });
    return [...ofArticles, ...own];
  } finally {
    delete process.env[PROOF_PLAN];
  }
}
