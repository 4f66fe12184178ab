const MARKER = /[ \t]*([-+*]|\d{1,9}[.)])/y;

/**
 * The marker of a list item as its writer typed it: `-`, `1986.`, `1)` (CommonMark 0.31 §5.2).
 *
 * @param offset where the item begins in the source, in UTF-16 code units
 */
export function markerAt(source: string, offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined;
  MARKER.lastIndex = offset;
  return MARKER.exec(source)?.[1];
}
