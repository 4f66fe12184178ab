import { CARD_SIZE } from "./card";
import { type CardColours, coloursOf } from "./card-colours";
import type { CardLayout } from "./card-layout";
import { along, MONOGRAM, type PlacedLine } from "./card-sheet";
import type { Rgb } from "./indexed-png";
import type { Typesetter } from "./typesetter";

/** Width of the coloured rule at the side. */
const RULE = 20;

/** A card as SVG 1.1, every letter an outline: whoever draws it needs no font. */
export function drawCard(layout: CardLayout, typesetter: Typesetter): string {
  const { width, height } = CARD_SIZE;
  const colours = coloursOf(layout.hue);
  const { paper, rule, tint } = colours;
  const draw = (line: PlacedLine) => drawLine(line, typesetter, colours);
  const paint = (x: number, y: number, wide: number, high: number, fill: Rgb) =>
    `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${write(fill)}"/>`;
  const monogramX = along(layout, MONOGRAM.inset);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    paint(0, 0, width, height, paper),
    ...layout.headline.map(draw),
    // Marks that tower above and below letters end at the headline's room. A clip path costs three times the time.
    paint(0, 0, width, 24, paper) + paint(0, 464, width, height - 464, paper),
    paint(layout.start === "left" ? 0 : width - RULE, 0, RULE, height, rule),
    `<circle cx="${monogramX}" cy="${MONOGRAM.y}" r="${MONOGRAM.radius}" fill="${write(tint)}"/>`,
    ...layout.foot.map(draw),
    "</svg>",
  ].join("");
}

function drawLine(line: PlacedLine, typesetter: Typesetter, colours: CardColours): string {
  const { width, glyphs } = typesetter.set(line.text, line.style, line.direction);
  const shift = { left: 0, middle: 0.5, right: 1 }[line.anchor];
  const start = line.x - width * line.size * shift;
  // Equal letters on equal pixels make the file a quarter smaller; letters that join must meet.
  const snap = JOINING.test(line.text) ? round : Math.round;
  const outlines = glyphs.map(({ outline, x, y, scale }) => {
    const [left, top] = [snap(start + x * line.size), round(line.y - y * line.size)];
    const size = round(scale * line.size);
    return `<path transform="translate(${left} ${top}) scale(${size} ${-size})" d="${outline}"/>`;
  });
  return `<g fill="${write(colours[line.colour])}">${outlines.join("")}</g>`;
}

const JOINING = /\p{Script=Arabic}/u;

/** A ten-thousandth of a pixel cannot be seen. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function write(colour: Rgb): string {
  return `rgb(${colour.join()})`;
}
