import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { CARD_SIZE } from "./card";
import type { CardLayout } from "./card-layout";
import { along, type CardColour, MONOGRAM, type PlacedLine } from "./card-sheet";
import { hex } from "./oklch";
import type { Typesetter } from "./typesetter";

/** The light tokens of the style sheet; a preview does not know its reader's scheme. */
const [PAPER, INK, SOFT] = ["#fdfcf8", "#1f1d1a", "#625d54"];

/** Width of the coloured rule at the side. */
const RULE = 20;

/** A card as SVG 1.1, every letter an outline: whoever draws it needs no font. */
export function drawCard(layout: CardLayout, typesetter: Typesetter): string {
  const { width, height } = CARD_SIZE;
  // In twelfths of the circle, every other one darker, as in the style sheet.
  const [hue, darker] = [30 * layout.hue, 0.12 * (layout.hue % 2)];
  const rule = { lightness: 0.8 - darker, chroma: 0.1, hue };
  const disc = { lightness: 0.93 - darker, chroma: 0.08, hue };
  const colours = { ink: INK, soft: SOFT, deep: hex({ lightness: 0.36, chroma: 0.1, hue }) };
  const draw = (line: PlacedLine) => drawLine(line, typesetter, colours);
  const paint = (x: number, y: number, wide: number, high: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${fill}"/>`;
  const monogramX = along(layout, MONOGRAM.inset);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    paint(0, 0, width, height, PAPER),
    ...layout.headline.map(draw),
    // Marks that tower above and below letters end at the headline's room. A clip path costs three times the time.
    paint(0, 0, width, 24, PAPER) + paint(0, 464, width, height - 464, PAPER),
    paint(layout.start === "left" ? 0 : width - RULE, 0, RULE, height, hex(rule)),
    `<circle cx="${monogramX}" cy="${MONOGRAM.y}" r="${MONOGRAM.radius}" fill="${hex(disc)}"/>`,
    ...layout.foot.map(draw),
    "</svg>",
  ].join("");
}

function drawLine(line: PlacedLine, typesetter: Typesetter, colours: Record<CardColour, string>): string {
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
  return `<g fill="${colours[line.colour]}">${outlines.join("")}</g>`;
}

const JOINING = /\p{Script=Arabic}/u;

/** A ten-thousandth of a pixel cannot be seen. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/**
 * An SVG without text as PNG, one pixel to a unit. The same bytes wherever it runs: it is WebAssembly throughout.
 *
 * @param wasm the bytes of `@resvg/resvg-wasm/index_bg.wasm`; only those of the first call are used
 */
export async function drawPng(svg: string, wasm: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(wasm);
  await ready;
  const renderer = new Resvg(svg);
  const image = renderer.render();
  const png = image.asPng().slice();
  image.free();
  renderer.free();
  return png;
}

let ready: Promise<void> | undefined;
