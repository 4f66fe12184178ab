/** What a page is, which decides what it is painted with and what it may fetch. */
export type PageKind = "article" | "comment" | "index" | "find" | "plain";

/** What the printer learns from a page while it is rendered; nothing is read back from finished markup. */
export type PageNotes = { readonly kind: PageKind };

let taken: { kind?: PageKind } | undefined;

/** Called by the document of a page. Where nobody listens, as under Next, it does nothing. */
export function noteKind(kind: PageKind): void {
  if (taken) taken.kind = kind;
}

/**
 * Renders a page and gives its markup with what its components noted meanwhile.
 *
 * @param render renders one page, synchronously
 * @throws Error for a page without a document
 */
export function collectNotes(render: () => string): { markup: string; notes: PageNotes } {
  const notes: { kind?: PageKind } = {};
  taken = notes;
  try {
    const markup = render();
    if (notes.kind === undefined) throw new Error("a page without <Document>");
    return { markup, notes: { kind: notes.kind } };
  } finally {
    taken = undefined;
  }
}
