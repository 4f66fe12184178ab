import { CARD_SIZE } from "../card";
import type { CardDrawing, DrawnLine, Shape } from "../layout/card-drawing";
import { coloursOf, paletteOf, RULE_COLOUR, type Shades, shadesOf } from "./card-colours";
import { encodePng, type Rgb } from "./indexed-png";
import { type Mask, maskDisc, maskShapes, openResvg } from "./mask";

/** Bytes that a card's image may have: an archive has as many cards as comments. */
export const CARD_WEIGHT = 24_000;

/**
 * A drawing as PNG of sixteen colours. A letter is painted once for all cards and stamped wherever it stands: that takes
 * a third of the time of painting each card whole.
 *
 * @param wasm as for `openResvg`
 */
export async function paintCard(
  drawing: CardDrawing,
  wasm: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  await openResvg(wasm);
  const { palette, shades } = findPaints(drawing.hue);
  // The paper's place in the palette is 0.
  const card = new Uint8Array(CARD_SIZE.width * CARD_SIZE.height);
  paintRule(card, drawing);
  disc ??= maskDisc(drawing.monogram.radius);
  stamp(card, disc, drawing.monogram, shades.tint, [0, CARD_SIZE.height]);
  for (const line of drawing.lines) stampLine(card, line, shades[line.colour]);
  return encodePng({ ...CARD_SIZE, palette, indexes: card });
}

/** Of the one size that monograms have. */
let disc: Mask | undefined;

type Paints = { readonly palette: readonly Rgb[]; readonly shades: ReturnType<typeof shadesOf> };

const paints = new Map<number, Paints>();

/** Made once for each of the twelve hues. */
function findPaints(hue: number): Paints {
  const known = paints.get(hue);
  if (known) return known;
  const palette = paletteOf(coloursOf(hue));
  const made = { palette, shades: shadesOf(palette) };
  paints.set(hue, made);
  return made;
}

function paintRule(card: Uint8Array, { rule: { x, width } }: CardDrawing): void {
  for (let row = 0; row < CARD_SIZE.height; row++) {
    const at = row * CARD_SIZE.width + x;
    card.fill(RULE_COLOUR, at, at + width);
  }
}

function stampLine(card: Uint8Array, { shapes, isJoined, rows }: DrawnLine, shades: Shades): void {
  if (isJoined && shapes.length > 0) {
    stamp(card, maskShapes(shapes), { x: 0, y: 0 }, shades, rows);
    return;
  }
  for (const shape of shapes) {
    const place = { x: shape.x, y: Math.floor(shape.y) };
    stamp(card, findMask({ ...shape, x: 0, y: shape.y - place.y }), place, shades, rows);
  }
}

/** Letters of all cards by outline, then by size and by what is left of a pixel below. */
const masks = new Map<string, Map<string, Mask>>();
let kept = 0;
/** About 20 MB; an archive in one script has some hundreds. */
const MOST_KEPT = 10_000;

function findMask(shape: Shape): Mask {
  if (kept >= MOST_KEPT) {
    masks.clear();
    kept = 0;
  }
  const sizes = masks.get(shape.outline) ?? new Map<string, Mask>();
  masks.set(shape.outline, sizes);
  const key = `${shape.scale} ${shape.y}`;
  const known = sizes.get(key);
  if (known) return known;
  const mask = maskShapes([shape]);
  sizes.set(key, mask);
  kept += 1;
  return mask;
}

/** What lies there already stays where it is the darker: colours come in that order. */
function stamp(
  card: Uint8Array,
  { left, top, width, height, coverage }: Mask,
  place: Pick<Shape, "x" | "y">,
  shades: Shades,
  [firstRow, endRow]: DrawnLine["rows"],
): void {
  const [x, y] = [place.x + left, place.y + top];
  const [from, to] = [Math.max(0, -x), Math.min(width, CARD_SIZE.width - x)];
  for (let row = Math.max(0, firstRow - y); row < Math.min(height, endRow - y); row++) {
    for (let column = from; column < to; column++) {
      const cover = coverage[row * width + column] ?? 0;
      const at = (y + row) * CARD_SIZE.width + x + column;
      const shade = shades[cover] ?? 0;
      if (cover > 0 && shade > (card[at] ?? 0)) card[at] = shade;
    }
  }
}
