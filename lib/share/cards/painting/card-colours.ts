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

/** @param hue 0 to 11, see `lib/text/portrait/hues.ts` */
export function coloursOf(hue: number): CardColours {
  // In twelfths of the circle, every other one darker, as in the style sheet.
  const darker = 0.12 * (hue % 2);
  const hued = (colour: Omit<Oklch, "hue">) => toRgb({ ...colour, hue: 30 * hue });
  return {
    paper: PAPER,
    ink: INK,
    soft: SOFT,
    rule: hued({ lightness: 0.8 - darker, chroma: 0.1 }),
    tint: hued({ lightness: 0.93 - darker, chroma: 0.08 }),
    deep: hued({ lightness: 0.36, chroma: 0.1 }),
  };
}

/**
 * The sixteen colours of a card's image: the six that it is painted in, and steps between those that meet at the edges
 * of letters. They are known before anything is painted, so no image needs a search for its own. What is painted over
 * another comes behind it.
 */
export function paletteOf({ paper, ink, soft, rule, tint, deep }: CardColours): readonly Rgb[] {
  return [
    ...[paper, ...mix(paper, soft, 5)],
    ...[soft, ...mix(soft, ink, 2), ink],
    ...mix(paper, tint, 1),
    ...[tint, ...mix(tint, deep, 2), deep],
    rule,
  ];
}

/** Place of the rule's colour in the palette. */
export const RULE_COLOUR = 15;

/** Places in the palette, from what is painted on to what it is painted with. */
const RAMPS = {
  soft: [0, 1, 2, 3, 4, 5, 6],
  ink: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  tint: [0, 10, 11],
  deep: [11, 12, 13, 14],
} as const;

/** For each coverage of a pixel, 0 to 255, the place of its colour in the palette. */
export type Shades = Uint8Array;

export function shadesOf(palette: readonly Rgb[]): Readonly<Record<keyof typeof RAMPS, Shades>> {
  const shade = (ramp: readonly number[]) => shadeRamp(ramp, palette);
  return {
    soft: shade(RAMPS.soft),
    ink: shade(RAMPS.ink),
    tint: shade(RAMPS.tint),
    deep: shade(RAMPS.deep),
  };
}

function shadeRamp(ramp: readonly number[], palette: readonly Rgb[]): Shades {
  const colours = ramp.map((place) => palette[place] ?? BLACK);
  const [from = BLACK, to = BLACK] = [colours[0], colours.at(-1)];
  return Uint8Array.from({ length: 256 }, (_, coverage) => {
    const wanted = blend(from, to, coverage / 255);
    const distances = colours.map((colour) => distanceOf(colour, wanted));
    return ramp[distances.indexOf(Math.min(...distances))] ?? 0;
  });
}

const BLACK: Rgb = [0, 0, 0];

/** So many colours between two, at equal distances. */
function mix(from: Rgb, to: Rgb, count: number): Rgb[] {
  return Array.from({ length: count }, (_, index) => blend(from, to, (index + 1) / (count + 1)));
}

function blend(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [channel(0), channel(1), channel(2)];
}

function distanceOf([red, green, blue]: Rgb, [r, g, b]: Rgb): number {
  return (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
}
