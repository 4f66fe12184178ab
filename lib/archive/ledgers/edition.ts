import type { Archive, ArticleOutline } from "../model";
import { slugsOf } from "../pages";

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
