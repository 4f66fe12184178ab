import type { Rgb } from "./indexed-png";
import { type Oklch, toRgb } from "./oklch";

/** The colours that a card is painted in. */
export type CardColours = {
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly soft: Rgb;
  /** Of the rule at the side. */
  readonly rule: Rgb;
  /** Of the monogram, and of the letters on it. */
  readonly tint: Rgb;
  readonly deep: Rgb;
};

/** Paper and ink are the light tokens of the style sheet: a preview does not know its reader's scheme. */
const [PAPER, INK, SOFT]: readonly [Rgb, Rgb, Rgb] = [
  [0xfd, 0xfc, 0xf8],
  [0x1f, 0x1d, 0x1a],
  [0x62, 0x5d, 0x54],
];

/** @param hue 0 to 11, see `hueOf` */
export function coloursOf(hue: number): CardColours {
  // In twelfths of the circle, as in the style sheet.
  const hued = (colour: Omit<Oklch, "hue">) => toRgb({ ...colour, hue: 30 * hue });
  return {
    paper: PAPER,
    ink: INK,
    soft: SOFT,
    rule: hued({ lightness: 0.78, chroma: 0.1 }),
    tint: hued({ lightness: 0.9, chroma: 0.06 }),
    deep: hued({ lightness: 0.36, chroma: 0.1 }),
  };
}

/**
 * The sixteen colours of a card's image: the six that it is painted in, and steps between those that meet at the edges
 * of letters. They are known before anything is painted, so no image needs a search for its own.
 */
export function paletteOf({ paper, ink, soft, rule, tint, deep }: CardColours): readonly Rgb[] {
  return [
    ...[paper, ...mix(paper, soft, 5)],
    ...[soft, ...mix(soft, ink, 2)],
    ...[ink, rule],
    ...mix(paper, tint, 1),
    ...[tint, ...mix(tint, deep, 2)],
    deep,
  ];
}

/** So many colours between two, at equal distances. */
function mix(from: Rgb, to: Rgb, count: number): Rgb[] {
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / (count + 1);
    const channel = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
    return [channel(0), channel(1), channel(2)];
  });
}

/**
 * For each pixel the place of the nearest colour in a palette.
 *
 * @param pixels red, green, blue and alpha, one byte each; all of it opaque
 */
export function indexPixels(pixels: Uint8Array, palette: readonly Rgb[]): Uint8Array {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const indexes = new Uint8Array(colours.length);
  const known = new Map<number, number>();
  let [last, index] = [-1, 0];
  // Most pixels are as the one before them: a walk that looks only at changes takes a third of the time.
  for (let pixel = 0; pixel < indexes.length; pixel++) {
    const colour = colours[pixel] ?? 0;
    if (colour !== last) {
      index = known.get(colour) ?? findNearest(pixels.subarray(4 * pixel), palette);
      known.set(colour, index);
      last = colour;
    }
    indexes[pixel] = index;
  }
  return indexes;
}

/** The first of the nearest, by the sum of squares. */
function findNearest([red = 0, green = 0, blue = 0]: Uint8Array, palette: readonly Rgb[]): number {
  const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
  return distances.indexOf(Math.min(...distances));
}
