/**
 * A function that makes its index of a whole (an archive, a thread, a list) once and gives it again as long as that
 * whole lives: a page asks for one comment of ten thousand, and the next page asks again.
 *
 * @param make must depend on nothing but the whole, which must not change
 */
export function indexOnce<Whole extends object, Index>(
  make: (whole: Whole) => Index,
): (whole: Whole) => Index {
  const indexes = new WeakMap<Whole, { readonly index: Index }>();
  return (whole) => {
    const known = indexes.get(whole) ?? { index: make(whole) };
    indexes.set(whole, known);
    return known.index;
  };
}
