import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KEPT_CAPTURES, WITHHELD_CAPTURES } from "../format/names";
import type { Article } from "../model";

const NOTE = `Something was taken down that stands in captures of this article, kept ones or such as may be imported again.
None of them is published while this file is here.
`;

/**
 * The articles whose captures an erasure concerns: a text or a name that it takes out of any of their files stands in what
 * they were imported from, too, and there it cannot be taken out.
 *
 * @param paths of files that change or still hold the name, from the content folder
 */
export function listConcerned(
  content: string,
  articles: readonly Article[],
  paths: readonly string[],
): readonly string[] {
  const slugs = new Set(paths.map((path) => path.split("/", 1)[0]));
  return articles
    .filter(({ slug }) => slugs.has(slug))
    .filter(
      ({ slug, captures = [] }) => captures.length > 0 || existsSync(join(content, slug, KEPT_CAPTURES)),
    )
    .map(({ slug }) => slug);
}

/** From the next build on nothing of their captures is published, whatever `archive.md` says. */
export function withholdCaptures(content: string, slugs: readonly string[]): void {
  for (const slug of slugs) {
    mkdirSync(join(content, slug, KEPT_CAPTURES), { recursive: true });
    writeFileSync(join(content, slug, WITHHELD_CAPTURES), NOTE);
  }
}
