import { CARD_SIZE } from "../card";
import type { Measure } from "../typesetting/card-lines";
import type { FontStyle, TextDirection, Typesetter } from "../typesetting/typesetter";

/** Pixels from the side to where lines begin and end. */
export const MARGIN = 104;
export const MONOGRAM = { inset: 136, y: 516, radius: 32 } as const;
/** Cap height of Noto Serif, in ems. */
export const CAPITALS = 0.714;

export type Side = "left" | "right";

export type CardColour = "ink" | "soft" | "deep";

/** A line at its place. Lengths are pixels of the card, `y` is the baseline's. */
export type PlacedLine = {
  readonly text: string;
  readonly style: FontStyle;
  readonly size: number;
  readonly colour: CardColour;
  /** The end of the line that `anchor` names: its left end, its right end or its middle. */
  readonly x: number;
  readonly y: number;
  readonly anchor: Side | "middle";
  readonly direction: TextDirection;
};

/** What lines are set with, and the side where the card begins to be read. */
export type Sheet = { readonly typesetter: Typesetter; readonly start: Side };

/** The place at a distance from the side where the card begins. */
export function along({ start }: Pick<Sheet, "start">, inset: number): number {
  return start === "left" ? inset : CARD_SIZE.width - inset;
}

/** The side where the card's lines end. */
export function endOf({ start }: Sheet): Side {
  return start === "left" ? "right" : "left";
}

/** Widths at a size, each text shaped once. */
export function measureAt({ typesetter }: Sheet, style: FontStyle, size: number): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? typesetter.measure(text, style);
    known.set(text, width);
    return width * size;
  };
}
