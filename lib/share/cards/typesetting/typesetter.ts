import { Buffer, Direction, shape } from "harfbuzzjs";
import { orderVisually } from "../../../text/writing/bidi";
import { findFont, type OpenFont, openFont, type Piece, readOutline, splitByFont } from "./font-set";

export type FontStyle = "regular" | "bold" | "italic";

/** Bytes of TrueType fonts, a style's letters in the first font that has them; emoji are in the last. */
export type FontFiles = Readonly<Record<FontStyle, readonly Uint8Array[]>>;

export type TextDirection = "ltr" | "rtl";

/** A glyph's outline, SVG path data in a grid of its font's own, the y axis upwards. */
export type SetGlyph = {
  readonly outline: string;
  /** Place of its origin from the left end of the line, upwards from the baseline, in ems. */
  readonly x: number;
  readonly y: number;
  /** Ems to a unit of the outline. */
  readonly scale: number;
};

export type SetLine = { readonly width: number; readonly glyphs: readonly SetGlyph[] };

/** Shapes text in the given fonts and no others. All lengths are in ems. */
export type Typesetter = {
  /** Whether some font of the style has everything that a cluster (UAX #29) consists of. */
  covers(cluster: string, style: FontStyle): boolean;
  measure(text: string, style: FontStyle): number;
  /** One line, in the order in which it is seen (UAX #9). */
  set(line: string, style: FontStyle, direction: TextDirection): SetLine;
};

export function createTypesetter(files: FontFiles): Typesetter {
  const opened = new Map<Uint8Array, OpenFont>();
  const open = (bytes: Uint8Array) => {
    const font = opened.get(bytes) ?? openFont(bytes);
    opened.set(bytes, font);
    return font;
  };
  const fonts = {
    regular: files.regular.map(open),
    bold: files.bold.map(open),
    italic: files.italic.map(open),
  };
  const set: Typesetter["set"] = (line, style, direction) => setLine(line, fonts[style], direction);
  return {
    covers: (cluster, style) => findFont(cluster, fonts[style]) !== undefined,
    measure: (text, style) => set(text, style, "ltr").width,
    set,
  };
}

function setLine(line: string, fonts: readonly OpenFont[], direction: TextDirection): SetLine {
  const glyphs: SetGlyph[] = [];
  let x = 0;
  for (const { text, level } of orderVisually(line, direction)) {
    const pieces = splitByFont(text, fonts);
    for (const piece of level % 2 === 1 ? pieces.reverse() : pieces) {
      x = shapePiece(piece, level % 2 === 1 ? Direction.RTL : Direction.LTR, x, glyphs);
    }
  }
  return { width: x, glyphs };
}

/** One for all: HarfBuzz keeps its buffers outside of the heap that is cleared by itself. */
const buffer = new Buffer();

/** Adds the glyphs of a piece that begins at `start`, and says where it ends. */
function shapePiece({ text, font }: Piece, direction: Direction, start: number, glyphs: SetGlyph[]): number {
  const scale = 1 / font.unitsPerEm;
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(direction);
  shape(font.font, buffer);
  const positions = buffer.getGlyphPositions();
  let x = start;
  for (const [index, { codepoint: glyph }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const outline = glyph === 0 ? "" : readOutline(font, glyph);
    if (outline) glyphs.push({ outline, x: x + xOffset * scale, y: yOffset * scale, scale });
    if (glyph !== 0) x += xAdvance * scale;
  }
  return x;
}
