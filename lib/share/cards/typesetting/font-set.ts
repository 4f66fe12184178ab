import { Blob, Face, Font } from "harfbuzzjs";
import { splitClusters } from "./card-text";

/** A font ready to shape with. */
export type OpenFont = {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly letters: ReadonlySet<number>;
  readonly outlines: Map<number, string>;
};

export function openFont(bytes: Uint8Array): OpenFont {
  const face = new Face(new Blob(bytes));
  const letters = new Set(face.collectUnicodes());
  return { font: new Font(face), unitsPerEm: face.upem, letters, outlines: new Map() };
}

export type Piece = { readonly text: string; readonly font: OpenFont };

/** A text of one direction, in the order of reading, by the fonts that it is set in. */
export function splitByFont(text: string, fonts: readonly OpenFont[]): Piece[] {
  const pieces: { text: string; font: OpenFont }[] = [];
  for (const cluster of splitClusters(text)) {
    const last = pieces.at(-1);
    // Spaces and signs between words of one script belong to its font.
    const keepsFont = last && last.font !== fonts.at(-1) && NEUTRAL.test(cluster) && has(last.font, cluster);
    const font = keepsFont ? last.font : findFont(cluster, fonts);
    if (!font) continue;
    if (last?.font === font) last.text += cluster;
    else pieces.push({ text: cluster, font });
  }
  return pieces;
}

const NEUTRAL = /^[\p{P}\p{S}\p{Z}]$/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** The first font that has all of a cluster; for an emoji the last one, where that has it. */
export function findFont(cluster: string, fonts: readonly OpenFont[]): OpenFont | undefined {
  const emoji = EMOJI.test(cluster) ? fonts.at(-1) : undefined;
  return emoji && has(emoji, cluster) ? emoji : fonts.find((font) => has(font, cluster));
}

// What joins, chooses and tints letters needs no glyph of its own.
const MODIFIER = /^[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]$/u;

function has({ letters }: OpenFont, cluster: string): boolean {
  return [...cluster].every(
    (character) => letters.has(character.codePointAt(0) ?? 0) || MODIFIER.test(character),
  );
}

/** SVG path data, made once for a glyph. */
export function readOutline({ font, outlines }: OpenFont, glyph: number): string {
  const outline = outlines.get(glyph) ?? font.glyphToPath(glyph);
  outlines.set(glyph, outline);
  return outline;
}
