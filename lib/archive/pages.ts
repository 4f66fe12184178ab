import type { Archive, ArticleOutline } from "./model";

/** Every slug that leads to an article, the present one first. */
export function slugsOf({
  slug,
  formerSlugs,
}: Pick<ArticleOutline, "slug" | "formerSlugs">): readonly string[] {
  return [slug, ...formerSlugs];
}

/** The slugs, former ones included, under which an article's comments have a page of their own in posting order. */
export function listThreadPages({ articles }: Archive): string[] {
  return articles.filter(({ thread }) => thread.byId.size > 0).flatMap(slugsOf);
}

/** Every page of the site that a comment has, or had: under each slug of its article, vanished ones included. */
export function listCommentPages({ articles, vanished }: Archive): { slug: string; commentId: string }[] {
  return articles.flatMap((article) =>
    slugsOf(article).flatMap((slug) =>
      [...article.thread.byId.keys(), ...(vanished.get(slug) ?? [])].map((commentId) => ({
        slug,
        commentId,
      })),
    ),
  );
}
