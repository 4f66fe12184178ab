import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../archive/model";

/** How `lib/text/decorate-line.ts` writes a picture that is not kept; no text can write a tag. */
const LINKED_PICTURE = /<a class="picture" /gu;

/** The file name of a picture that is shown. */
const SHOWN_PICTURE = /<img src="[^"]*\/([^"/]*)"/gu;

/**
 * What a keeper should know of the pictures in a finished site's texts, a line each: how many are links to other sites,
 * which may go dark, and which of those that lie beside an article nothing shows.
 */
export function describePictures(site: string, articles: readonly Article[]): string[] {
  const pages = articles.map((article) => ({
    article,
    html: readFileSync(join(site, article.slug, "index.html"), "utf8"),
  }));
  const linked = pages.reduce((sum, { html }) => sum + (html.match(LINKED_PICTURE)?.length ?? 0), 0);
  return [...pages.flatMap(({ article, html }) => listUnshown(article, html)), ...countLinked(linked)];
}

function listUnshown({ slug, pictures }: Article, html: string): string[] {
  const shown = new Set([...html.matchAll(SHOWN_PICTURE)].map(([, file]) => file));
  const unshown = pictures.filter(({ file }) => !shown.has(file));
  return unshown.map(({ file }) => `${slug}/${file}: published, but no text shows it`);
}

function countLinked(count: number): string[] {
  if (count === 0) return [];
  const are =
    count === 1
      ? "picture in a text is a link to another site"
      : "pictures in texts are links to other sites";
  return [`${count} ${are}: save each beside its article.md and name it there to keep it`];
}
