import { slugify } from "../files/slugs";

/** What is known of an item that its source may have given no id. */
export type Unnamed = { readonly id?: string; readonly author?: string; readonly published?: string };

/**
 * Ids for items: the source's own; else, so that the same item is found again on another import, its date and its author,
 * and where those are the same its place among them; else its place in the source.
 */
export function givenIds(items: readonly Unnamed[]): string[] {
  const taken = new Set(items.flatMap(({ id }) => id ?? []));
  return items.map(({ id, author, published }, index) => {
    if (id !== undefined) return id;
    const stamp = published?.replace(/[^\dTZ]/gu, "").toLowerCase();
    const named =
      stamp === undefined ? String(index + 1) : `${stamp}-${slugify(author ?? "", 30)}`.replace(/-$/u, "");
    let free = named;
    for (let place = 2; taken.has(free); place += 1) free = `${named}-${place}`;
    taken.add(free);
    return free;
  });
}
