import type { ArticleOutline, Problem } from "../model";
import type { Permalink } from "./permalinks";

/**
 * Former slugs that stand in another order than the ledger of published addresses has them in: identifiers hold the first
 * slug that an article ever had, and would change with it.
 *
 * @param permalinks lines of the ledger by their number, ascending
 * @param pathOf the path for a problem line of a file in the content folder
 */
export function findDisorder(
  articles: readonly ArticleOutline[],
  permalinks: ReadonlyMap<number, Permalink>,
  pathOf: (path: string) => string,
): Problem[] {
  const slugs = [...new Set([...permalinks.values()].map(({ slug }) => slug))];
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  const placeOf = (slug: string) => places.get(slug) ?? 0;
  return articles.flatMap(({ slug, formerSlugs }) => {
    const found = formerSlugs.filter((former) => places.has(former));
    const expected = found.toSorted((one, other) => placeOf(one) - placeOf(other));
    if (found.every((former, index) => former === expected[index])) return [];
    const order = `the oldest first, [${expected.join(", ")}]`;
    const path = pathOf(`${slug}/article.md`);
    return [{ path, field: "formerSlugs", found: `[${found.join(", ")}]`, expected: order }];
  });
}
