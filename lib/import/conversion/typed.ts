import type { Element } from "hast";
import { defaultHandlers as fromHast, type Handle as HastHandle } from "hast-util-to-mdast";
import type { FootnoteDefinition, FootnoteReference, ListItem } from "mdast";
import { type Handle as MdastHandle, defaultHandlers as toText } from "mdast-util-to-markdown";
import { attribute } from "./hast";

declare module "mdast" {
  interface ListItemData {
    /** What stood before the item as it was typed: `-`, `7.`, `3)`. */
    marker?: string;
  }
}

/*
 * What Markdown writes and HTML has no words for. A page of an archive shows it, and its adapter says it in attributes that
 * no other page has: `data-marker` of a list's item, `data-footnote` of a call (`sup`) and of its note (`div`).
 */

/** For rehype-remark. */
export const TYPED_ELEMENTS: Readonly<Record<string, HastHandle>> = {
  li: (state, node: Element): ListItem => {
    const item = fromHast.li(state, node);
    const marker = attribute(node, "dataMarker");
    return marker !== undefined && MARKER.test(marker) ? { ...item, data: { marker } } : item;
  },
  sup: (state, node: Element) => {
    const label = attribute(node, "dataFootnote");
    return label === undefined
      ? fromHast.sup(state, node)
      : ({ type: "footnoteReference", identifier: label, label } satisfies FootnoteReference);
  },
  div: (state, node: Element) => {
    const label = attribute(node, "dataFootnote");
    const children = state.toFlow(state.all(node));
    if (label === undefined) return children;
    return { type: "footnoteDefinition", identifier: label, label, children } satisfies FootnoteDefinition;
  },
};

/** CommonMark 0.31 §5.2. */
const MARKER = /^(?:\d{1,9}[.)]|[-+*])$/u;

/** For remark-stringify: an item behind the marker that was typed. */
export const writeTypedItem: MdastHandle = (node, parent, state, info) => {
  const marker: string | undefined = node.data?.marker;
  if (marker === undefined) return toText.listItem(node, parent, state, info);
  const { bulletCurrent } = state;
  state.bulletCurrent = marker;
  // Without its list, whose numbers would stand before it.
  const written = toText.listItem(node, undefined, state, info);
  state.bulletCurrent = bulletCurrent;
  return written;
};
