import { firstDirection } from "../../../text/writing/bidi";
import { CARD_SIZE } from "../card";
import { cutLine } from "../typesetting/card-lines";
import type { FontStyle } from "../typesetting/typesetter";
import {
  along,
  CAPITALS,
  endOf,
  MARGIN,
  MONOGRAM,
  measureAt,
  type PlacedLine,
  type Sheet,
} from "./card-sheet";

const FOOT = { inset: 192, name: 508, context: 546, size: 28, small: 23, gap: 48 } as const;

export type Foot = {
  readonly initials?: string;
  readonly name?: string;
  readonly context?: string;
  readonly archive?: string;
};

/** The monogram's letters, the name, the archive across from it, and the context below; too long ones are cut. */
export function placeFoot(sheet: Sheet, { initials, name, context, archive }: Foot): PlacedLine[] {
  const { size, small, gap } = FOOT;
  const room = CARD_SIZE.width - MARGIN - FOOT.inset;
  const cut = (text: string | undefined, width: number, style: FontStyle, at: number) =>
    text === undefined ? undefined : cutLine(text, width, measureAt(sheet, style, at));
  const kept = cut(archive, room / 2, "bold", small);
  const taken = kept === undefined ? 0 : measureAt(sheet, "bold", small)(kept) + gap;
  const x = along(sheet, FOOT.inset);
  const end = along(sheet, CARD_SIZE.width - MARGIN);
  const { start } = sheet;
  const lines: readonly (Omit<PlacedLine, "text" | "direction"> & { readonly text?: string })[] = [
    {
      text: initials,
      ...styleInitials(initials),
      colour: "deep",
      x: along(sheet, MONOGRAM.inset),
      anchor: "middle",
    },
    { text: kept, style: "bold", size: small, colour: "soft", x: end, y: FOOT.name, anchor: endOf(sheet) },
    {
      text: cut(name, room - taken, "bold", size),
      style: "bold",
      size,
      colour: "ink",
      x,
      y: FOOT.name,
      anchor: start,
    },
    {
      text: cut(context, room, "regular", small),
      style: "regular",
      size: small,
      colour: "soft",
      x,
      y: FOOT.context,
      anchor: start,
    },
  ];
  return lines.flatMap(({ text, ...line }) =>
    text === undefined ? [] : [{ ...line, text, direction: firstDirection(text) ?? "ltr" }],
  );
}

/** In the middle of the monogram, by the height of capitals. */
function styleInitials(initials = "") {
  const size = initials.length > 1 ? 24 : 28;
  return { style: "bold", size, y: MONOGRAM.y + size * CAPITALS * 0.5 } as const;
}
