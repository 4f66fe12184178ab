import { ledgerOf } from "./ledger-lines";
import type { Archive, Article, ArticleOutline, Edition } from "./model";
import { slugsOf } from "./permalinks";

/** What of an archive the pages of one article may see. */
export function editionOf(archive: Archive, article: Article): Edition {
  const { settings, asWritten } = archive;
  const paths = [
    "archive.md",
    `authors/${article.author.id}.md`,
    `${article.slug}/article.md`,
    ...article.thread.inSourceOrder.map(({ comment }) => `${article.slug}/comments/${comment.id}.md`),
  ];
  return {
    settings,
    article,
    vanished: vanishedOf(archive, article),
    asWritten: {
      heads: new Map(paths.map((path) => [path, asWritten.heads.get(path) ?? ""])),
      permalinks: ledgerOf(asWritten, article),
    },
  };
}

/** Which comments of an article were published and are gone, by its slugs. */
export function vanishedOf(
  { vanished }: Pick<Archive, "vanished">,
  article: Pick<ArticleOutline, "slug" | "formerSlugs">,
): Archive["vanished"] {
  return new Map(
    slugsOf(article).flatMap((slug) => {
      const ids = vanished.get(slug);
      return ids ? [[slug, ids] as const] : [];
    }),
  );
}
