import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../archive/reading/list-files";
import { handCatalogue } from "../archive/reading/read";
import { handEntries } from "../share/feeds/newest-entries";
import { handSearchParts } from "../share/search/search-parts";
import { compress } from "./page/compress";
import { type PrintedFile, printRoute } from "./page/print-page";
import { loadRoutes } from "./page/routes";
import type { PrintedArticles } from "./print-articles";

/** Next answers at a computed name only below a folder, and a sitemap may list only what lies below its own. */
const SITEMAP_FOLDER = "sitemap/";

/**
 * The files that the archive has as a whole: its index, the way from old addresses, feeds, sitemaps, what lies in
 * `public/`, and the scripts. Made anew each time from the outlines of the articles.
 */
export async function printCatalogue(articles: PrintedArticles): Promise<PrintedFile[]> {
  const { dress, project, precompress } = articles.setup;
  const printed = await printOwnRoutes(articles);
  const files = [
    ...readPublic(project, dress.scripts),
    ...dress.scripts.values(),
    ...printed
      .filter(({ path }) => !dress.scripts.has(path))
      .map((file) => ({ ...file, path: placeInSite(file.path) })),
  ];
  return precompress ? files.flatMap((file) => [file, ...compress(file)]) : files;
}

/** The files of the routes that are of no article, by the paths at which Next exports them. */
export async function printOwnRoutes(articles: PrintedArticles): Promise<PrintedFile[]> {
  const { catalogue, entryOf, searchPartOf, setup } = articles;
  const { content, dress, project } = setup;
  handCatalogue(catalogue, content);
  handEntries(entryOf);
  handSearchParts(searchPartOf);
  const files: PrintedFile[] = [];
  for (const route of (await loadRoutes(project)).archive) {
    for await (const file of printRoute(route, dress)) files.push(file);
  }
  return files;
}

/** Where a file that a route gives is published. */
function placeInSite(path: string): string {
  return path.startsWith(SITEMAP_FOLDER) ? path.slice(SITEMAP_FOLDER.length) : path;
}

/** Scripts are published under the names of their content only. */
function readPublic(project: string, scripts: ReadonlyMap<string, unknown>): PrintedFile[] {
  const folder = join(project, "public");
  const paths = listFolder(folder).files.filter((path) => isPublished(path) && !scripts.has(path));
  return paths.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
}

/** Hidden files (`.DS_Store`) are their maker's, not the archive's. */
function isPublished(path: string): boolean {
  return path.startsWith(".well-known/") || !/(^|\/)\./u.test(path);
}
