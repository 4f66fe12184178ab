import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-wasm";
import type { Card } from "../../../../lib/share/cards/card";
import type { CardLayout } from "../../../../lib/share/cards/layout/card-layout";
import type { PlacedLine } from "../../../../lib/share/cards/layout/card-sheet";
import { readCardTools } from "../../../../lib/share/cards/typesetting/card-fonts";
import { createTypesetter } from "../../../../lib/share/cards/typesetting/typesetter";

export const project = fileURLToPath(new URL("../../../", import.meta.url));
export const tools = readCardTools(project);
export const typesetter = createTypesetter(tools.fonts);

/** The card of a comment of no importance, with what a case gives it. */
export function cardOf(given: Partial<Card> = {}): Card {
  return {
    kind: "quotation",
    text: "Une phrase.",
    language: "fr",
    name: "Zoé Martin",
    initials: "Z",
    hue: 3,
    context: "Un titre",
    archive: "Petite archive",
    host: "archive.example",
    ...given,
  };
}

/** The words that stand large, the lines joined; where a word was broken, a space is in it. */
export function headlineOf({ headline }: CardLayout): string {
  return headline.map(({ text }) => text).join(" ");
}

/** From where to where a line reaches, in pixels from the left. */
export function reachOf({ text, style, size, x, anchor }: PlacedLine): { left: number; right: number } {
  const width = typesetter.measure(text, style) * size;
  const left = x - { left: 0, middle: width / 2, right: width }[anchor];
  return { left, right: left + width };
}

const animals = Array.from({ length: 190 }, (_, index) => String.fromCodePoint(0x1f400 + index));

/** Texts that are hard to set or to compress, each with what it is. */
export const HARD_TEXTS: ReadonlyMap<string, string> = new Map([
  ["letters and an emoji", "Ah ? 😀"],
  ["Hebrew", 'הוא אמר "שלום" ל-John Smith בשנת 2021 (ואז הלך). דג סקרן שט בים מאוכזב. '.repeat(7)],
  ["Arabic", "قال المدير إنّ الشبكة ستعود في 15 يناير 2021، ولكنّ شركة Amazon رفضت ذلك. ".repeat(7)],
  ["emoji", animals.join(" ")],
  ["emoji without spaces", animals.join("")],
  ["hundreds of letters", Array.from({ length: 360 }, (_, at) => String.fromCodePoint(0xc0 + at)).join("")],
  ["every letter", "Portez ce vieux whisky au juge blond qui fume ; dès Noël, où un zéphyr haï. ".repeat(9)],
  ["piles of marks", `z${"\u0301".repeat(50)}</svg> ${"\u0336\u0316x".repeat(200)}`],
]);

/** What stands in an SVG's body, in red, green, blue and alpha, as resvg paints it. */
export function paintSvg(body: string, { width, height }: PixelSize): Uint8Array {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`;
  return new Resvg(`${head}${body}</svg>`).render().pixels;
}

/** A PNG's pixels, as resvg reads them. */
export function readPixels(png: Uint8Array, size: PixelSize): Uint8Array {
  const address = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return paintSvg(`<image href="${address}" width="${size.width}" height="${size.height}"/>`, size);
}

type PixelSize = { readonly width: number; readonly height: number };
