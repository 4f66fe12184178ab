/** A list on pages: those that are full, and what came since. */
export type SplitPages<Item> = {
  /** Oldest first, `size` items each; number 1 is the first. They never change when the list grows at its end. */
  readonly full: readonly (readonly Item[])[];
  /** 1 to `size` items; none of an empty list. */
  readonly newest: readonly Item[];
};

/** @param items oldest first */
export function splitPages<Item>(items: readonly Item[], size: number): SplitPages<Item> {
  const count = Math.max(0, Math.ceil(items.length / size) - 1);
  const full = Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
  return { full, newest: items.slice(count * size) };
}
