import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NOBODY } from "../../archive/addresses";
import { listFolder } from "../../archive/reading/list-files";
import type { Dress } from "../../print/page/dress-page";
import type { PrintedFile } from "../../print/page/print-page";
import { checkPage } from "./check-page";
import { compareTrees } from "./compare-trees";
import { readDocument } from "./html-tree";
import { takeOffDress } from "./take-off-dress";
import { takeOutNext } from "./take-out-next";

export type Comparison = {
  /** The content folder, as a line names it. */
  readonly content: string;
  /** The folder of an article there, by each name at which the article answers. */
  readonly folders: ReadonlyMap<string, string>;
  readonly dress: Dress;
  /** The archive's public address. */
  readonly url: URL;
  /** Files that are exported and published as they lie in `public/`. */
  readonly publicFiles: readonly string[];
};

/**
 * Every difference between what was printed and what Next exported, a line each: a page that is another tree, a copy of
 * other bytes, a file that only one of them has, and whatever a page should not hold.
 *
 * @param exported absolute path of Next's export
 * @param printed by the paths of the export
 */
export function compareExport(
  exported: string,
  printed: readonly PrintedFile[],
  comparison: Comparison,
): string[] {
  const found = new Set(listFolder(exported).files.filter((path) => !isOfNext(path)));
  const expected = new Set(printed.map(({ path }) => path));
  const published = new Set([...expected, ...comparison.publicFiles, ...listAssets(comparison.dress)]);
  const extra = [...found].filter((path) => !published.has(path) && !comparison.dress.scripts.has(path));
  const problems = printed.flatMap((file) => {
    // From the content folder as it is: Next exports no such file, but pages need it.
    if (file.isCopied) return [];
    const { path } = file;
    const where = `${path}${nameSource(path, comparison)}`;
    if (!found.has(path)) return [`${where}: printed, but missing from Next's export`];
    const theirs = readFileSync(join(exported, path));
    return compareFile(file, theirs, comparison, published).map((problem) => `${where}: ${problem}`);
  });
  return [...problems, ...extra.map((path) => `${path}: exported by Next, but not printed`)];
}

function compareFile(
  { path, content }: PrintedFile,
  exported: Buffer,
  { dress, url }: Comparison,
  published: ReadonlySet<string>,
): string[] {
  const bytes = Buffer.from(content);
  if (!path.endsWith(".html")) return bytes.equals(exported) ? [] : ["printed otherwise than exported"];
  const html = bytes.toString("utf8");
  const address = new URL(path.replace(/index\.html$/u, ""), url);
  const { problems, needs } = checkPage(html, address, url, dress);
  const unmet = needs.filter((need) => !published.has(need));
  return [
    ...comparePages(html, exported.toString("utf8"), dress),
    ...problems,
    ...unmet.map((need) => `it needs ${need}, which is not in the site`),
  ];
}

function comparePages(printed: string, exported: string, dress: Dress): string[] {
  const [mine, theirs] = [readDocument(printed), readDocument(exported)];
  takeOffDress(mine, dress);
  const problems = takeOutNext(theirs);
  const difference = compareTrees(mine, theirs);
  return difference === undefined ? problems : [...problems, difference];
}

function listAssets({ scripts }: Dress): string[] {
  return [...scripts.values()].map(({ path }) => path);
}

/** ` (content/some-article/comments/3.md)`: the file whose words a page shows. */
function nameSource(path: string, { content, folders }: Comparison): string {
  const { slug, comment } = /^(?<slug>[^/]+)\/(?:c\/(?<comment>[^/]+)\/)?/u.exec(path)?.groups ?? {};
  const folder = folders.get(slug ?? "");
  if (folder === undefined) return "";
  return ` (${content}/${folder}/${comment === undefined ? "" : `comments/${comment}.md`})`;
}

/**
 * What Next exports for its own sake: chunks, flight data, a second and third copy of the 404 page, and the page of
 * a route that has none.
 */
function isOfNext(path: string): boolean {
  if (path.split("/").includes(NOBODY)) return true;
  if (/^(_next|_not-found|404)\//u.test(path)) return true;
  return /(^|\/)(index\.txt|__next\.[^/]*\.txt)$/u.test(path);
}
