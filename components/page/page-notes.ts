import type { TextLayer } from "../../lib/text/markdown/display/text-layers";
import type { RenderedText } from "../../lib/text/markdown/markdown";

/** What a page is, which decides what it is painted with and what it may fetch. */
export type PageKind = "article" | "comment" | "index" | "find" | "search" | "shelf" | "plain";

/** What only some pages of a kind are painted with. */
export type StyleLayer = TextLayer | "deep-replies" | "guide";

/** What the printer learns from a page while it is rendered; nothing is read back from finished markup. */
export type PageNotes = {
  readonly kind: PageKind;
  readonly layers: ReadonlySet<StyleLayer>;
  /** Ids of the elements whose text went beyond a limit and stands there plain, though it is Markdown. */
  readonly plainTexts: ReadonlySet<string>;
  /** Addresses of the pictures that its texts show, and how many they only link. */
  readonly shownPictures: ReadonlySet<string>;
  readonly linkedPictures: number;
};

type Taken = {
  kind?: PageKind;
  readonly layers: Set<StyleLayer>;
  readonly plainTexts: Set<string>;
  readonly shownPictures: Set<string>;
  linkedPictures: number;
};
let taken: Taken | undefined;

/** Called by the document of a page. Where nobody listens, as under Next, this and the others do nothing. */
export function noteKind(kind: PageKind): void {
  if (taken) taken.kind = kind;
}

/** Called by a component that needs a layer of the style sheet. */
export function noteLayers(...layers: readonly StyleLayer[]): void {
  for (const layer of layers) taken?.layers.add(layer);
}

/**
 * Called by whoever shows a text.
 *
 * @param id of the comment, or of the article, whose text it is
 */
export function noteText(id: string, { layers, pictures, plain }: Omit<RenderedText, "html">): void {
  noteLayers(...layers);
  if (!taken) return;
  if (plain && plain !== "declared") taken.plainTexts.add(id);
  for (const address of pictures.shown) taken.shownPictures.add(address);
  taken.linkedPictures += pictures.linked;
}

/**
 * Renders a page and gives its markup with what its components noted meanwhile.
 *
 * @param render renders one page, synchronously
 * @throws Error for a page without a document
 */
export function collectNotes(render: () => string): { markup: string; notes: PageNotes } {
  const notes: Taken = {
    layers: new Set(),
    plainTexts: new Set(),
    shownPictures: new Set(),
    linkedPictures: 0,
  };
  taken = notes;
  try {
    const markup = render();
    const { kind } = notes;
    if (kind === undefined) throw new Error("a page without <Document>");
    return { markup, notes: { ...notes, kind } };
  } finally {
    taken = undefined;
  }
}
