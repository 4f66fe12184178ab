import type { ThreadNode } from "../../lib/archive/model";

/** Side of a tile in CSS pixels: the least target of WCAG 2.2, success criterion 2.5.8. */
export const TILE = 24;
/** Tiles of a thread of ordinary length: some eight rows on a phone. */
const TILES = 100;
/** Comments in a tile, at most: their strokes are then half a pixel apart. */
const FULLEST = 48;
/** The widest stroke, the longest and the shortest one, in pixels. */
const WIDEST = 14;
const LONGEST = 20;
const SHORTEST = 3;

/** `path` is an SVG path of one line, in pixels from the tile's upper left corner. */
export type Stroke = { readonly node: ThreadNode; readonly path: string };
export type Tile = { readonly first: ThreadNode; readonly strokes: readonly Stroke[] };

/** A map of comments in their order on a page: tiles, and the width of their strokes. */
export function drawTiles(nodes: readonly ThreadNode[]): { tiles: readonly Tile[]; width: number } {
  const perTile = countPerTile(nodes.length);
  const width = round(Math.min(WIDEST, (TILE / perTile) * 0.8));
  const deepest = nodes.reduce((depth, node) => Math.max(depth, node.depth), 1);
  const tiles: { first: ThreadNode; strokes: Stroke[] }[] = [];
  for (const [place, node] of nodes.entries()) {
    const x = round(((place % perTile) + 0.5) * (TILE / perTile));
    const path = `M${x} ${TILE - 2}v${round(-lengthAt(node.depth, deepest))}`;
    if (place % perTile === 0) tiles.push({ first: node, strokes: [] });
    tiles.at(-1)?.strokes.push({ node, path });
  }
  return { tiles, width };
}

/** Half of the way to the shortest within a few levels: most of a thread lies there, however deep it goes. */
function lengthAt(depth: number, deepest: number): number {
  return LONGEST - ((LONGEST - SHORTEST) * Math.log1p(depth)) / Math.log1p(Math.max(deepest, 4));
}

/** 1 comment, or the least of 2, 4, 8 … with which the tiles are few enough. */
function countPerTile(comments: number): number {
  let count = 1;
  while (count < FULLEST && comments / count > TILES) count *= 2;
  return Math.min(count, FULLEST);
}

/** To a tenth of a pixel. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
