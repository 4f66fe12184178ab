import type { ThreadNode } from "../lib/archive/model";

/** Side of a tile in CSS pixels: the least target of WCAG 2.2, success criterion 2.5.8. */
export const TILE = 24;
/** Tiles of a thread of ordinary length: some eight rows on a phone. */
const TILES = 100;
/** Comments in a tile, at most: their strokes are then half a pixel apart. */
const FULLEST = 48;
/** Length of a stroke, and the widest one, in pixels. */
const LENGTH = 4;
const WIDEST = 9;
/** How much lower a reply lies than its parent, at most. */
const STEP = 4;

/** `path` is an SVG path of one line, in pixels from the tile's upper left corner. */
export type Stroke = { readonly node: ThreadNode; readonly path: string };
export type Tile = { readonly first: ThreadNode; readonly strokes: readonly Stroke[] };

/** A map of comments in their order on a page: tiles, and the width of their strokes. */
export function drawTiles(nodes: readonly ThreadNode[]): { tiles: readonly Tile[]; width: number } {
  const perTile = countPerTile(nodes.length);
  const width = round(Math.min(WIDEST, (TILE / perTile) * 0.8));
  const deepest = nodes.reduce((depth, node) => Math.max(depth, node.depth), 0);
  const room = TILE - LENGTH - width - 2;
  const step = Math.min(STEP, room / Math.max(1, deepest));
  const top = deepest === 0 ? (TILE - LENGTH) / 2 : 1 + width / 2;
  const tiles: { first: ThreadNode; strokes: Stroke[] }[] = [];
  for (const [place, node] of nodes.entries()) {
    const x = round(((place % perTile) + 0.5) * (TILE / perTile));
    const path = `M${x} ${round(top + node.depth * step)}v${LENGTH}`;
    if (place % perTile === 0) tiles.push({ first: node, strokes: [] });
    tiles.at(-1)?.strokes.push({ node, path });
  }
  return { tiles, width };
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
