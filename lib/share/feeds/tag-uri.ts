import type { ArchiveSettings, Article } from "../../archive/model";

/*
 * Identifiers that outlive addresses: `tag:` URIs (RFC 4151), opaque and for ever the same. They hang on what in
 * `content/` does not change: the beginning that `archive.md` names, the first slug that an article ever had, the name
 * of a comment's file.
 */

/** The archive as a feed: `tag:example.org,2021:/feed`. No article has this slug. */
export function identifyArchive({ tag }: ArchiveSettings): string {
  return `tag:${tag}feed`;
}

/** `tag:example.org,2021:/some-article/`. */
export function identifyArticle({ tag }: ArchiveSettings, { slug, formerSlugs }: Article): string {
  const [first = slug] = formerSlugs;
  return `tag:${tag}${first}/`;
}

/** The article with its comments as a feed, which is another thing than the article: `…:/some-article/feed`. */
export function identifyThread(settings: ArchiveSettings, article: Article): string {
  return `${identifyArticle(settings, article)}feed`;
}

/** `tag:example.org,2021:/some-article/c/2/`. */
export function identifyComment(settings: ArchiveSettings, article: Article, commentId: string): string {
  return `${identifyArticle(settings, article)}c/${commentId}/`;
}
