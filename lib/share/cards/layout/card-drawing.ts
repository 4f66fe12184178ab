import { CARD_SIZE } from "../card";
import type { Typesetter } from "../typesetting/typesetter";
import type { CardLayout } from "./card-layout";
import { along, type CardColour, MONOGRAM, type PlacedLine } from "./card-sheet";

/** An outline at its place on the card; lengths are pixels. */
export type Shape = {
  /** SVG path data of absolute commands, the y axis upwards. */
  readonly outline: string;
  /** Where its origin stands, from the left and from the top. */
  readonly x: number;
  readonly y: number;
  /** Pixels to a unit of the outline. */
  readonly scale: number;
};

export type DrawnLine = {
  readonly colour: CardColour;
  readonly shapes: readonly Shape[];
  /** Whether its letters join, so that they stand between pixels as they come; others begin on whole ones. */
  readonly isJoined: boolean;
  /** Rows that it may paint: marks that tower above and below letters end there. */
  readonly rows: readonly [from: number, to: number];
};

/** All that there is on a card but its paper, every letter an outline: whoever paints it needs no font. */
export type CardDrawing = {
  readonly hue: number;
  /** The coloured rule at the side, from the top to the bottom. */
  readonly rule: { readonly x: number; readonly width: number };
  /** The disc below the initials. */
  readonly monogram: { readonly x: number; readonly y: number; readonly radius: number };
  readonly lines: readonly DrawnLine[];
};

/** Width of the rule. */
const RULE = 20;

export function drawCard(layout: CardLayout, typesetter: Typesetter): CardDrawing {
  const { hue, start, headline, foot } = layout;
  const draw = (lines: readonly PlacedLine[], rows: DrawnLine["rows"]) =>
    lines.map((line) => ({ ...drawLine(line, typesetter), rows }));
  return {
    hue,
    rule: { x: start === "left" ? 0 : CARD_SIZE.width - RULE, width: RULE },
    monogram: { x: along(layout, MONOGRAM.inset), y: MONOGRAM.y, radius: MONOGRAM.radius },
    lines: [...draw(headline, [24, 464]), ...draw(foot, [0, CARD_SIZE.height])],
  };
}

function drawLine(line: PlacedLine, typesetter: Typesetter): Omit<DrawnLine, "rows"> {
  const { width, glyphs } = typesetter.set(line.text, line.style, line.direction);
  const shift = { left: 0, middle: 0.5, right: 1 }[line.anchor];
  const start = line.x - width * line.size * shift;
  const isJoined = /\p{Script=Arabic}/u.test(line.text);
  // Equal letters on equal pixels are painted once and make the file a quarter smaller; letters that join must meet.
  const snap = isJoined ? round : Math.round;
  const shapes = glyphs.map(({ outline, x, y, scale }) => ({
    outline,
    x: snap(start + x * line.size),
    y: round(line.y - y * line.size),
    scale: round(scale * line.size),
  }));
  return { colour: line.colour, isJoined, shapes };
}

/** A ten-thousandth of a pixel cannot be seen. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
