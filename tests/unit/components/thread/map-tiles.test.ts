import { describe, expect, it } from "vitest";
import { drawTiles, TILE } from "../../../../components/thread/map-tiles";
import type { ThreadNode } from "../../../../lib/archive/model";
import { articleOf, commentsOf } from "../../share/small-archive";

/** Comments of which each answers the one before it, `depth` times in a row. */
function nodesOf(count: number, depth = 0): readonly ThreadNode[] {
  const comments = commentsOf(count).map((comment, index) =>
    index % (depth + 1) === 0
      ? comment
      : { ...comment, reply: { parentId: String(index), basis: "explicit" as const } },
  );
  return articleOf({ comments }).thread.inReadingOrder;
}

/** Where a stroke stands and how high it is, in pixels. */
function measure(path: string): { x: number; length: number } {
  const [, x, length] = /^M([\d.]+) 22v-([\d.]+)$/u.exec(path) ?? [];
  return { x: Number(x), length: Number(length) };
}

describe("the map of a thread", () => {
  it.each([
    [12, 12],
    [100, 100],
    [101, 51],
    [400, 100],
    [4_800, 100],
    [10_000, 209],
  ])("of %d comments has %d tiles", (comments, tiles) => {
    expect(drawTiles(nodesOf(comments)).tiles).toHaveLength(tiles);
  });

  it("has each comment once, in order, inside of its tile", () => {
    const nodes = nodesOf(437, 5);
    const { tiles, width } = drawTiles(nodes);
    expect(tiles.flatMap(({ strokes }) => strokes.map(({ node }) => node))).toEqual(nodes);
    for (const { first, strokes } of tiles) {
      expect(strokes[0]?.node).toBe(first);
      for (const { path } of strokes) {
        const { x, length } = measure(path);
        expect(x - width / 2).toBeGreaterThanOrEqual(0);
        expect(x + width / 2).toBeLessThanOrEqual(TILE);
        expect(length).toBeGreaterThanOrEqual(3);
        expect(length).toBeLessThanOrEqual(20);
      }
    }
  });

  it("draws an answer shorter than what it answers, at any depth of real threads", () => {
    const { tiles } = drawTiles(nodesOf(47, 46));
    const lengths = tiles.flatMap(({ strokes }) => strokes.map(({ path }) => measure(path).length));
    expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
    expect(new Set(lengths).size).toBe(47);
  });

  it("does not draw a thread of one answer as if it were a deep one", () => {
    const { tiles } = drawTiles(nodesOf(2, 1));
    const [question, answer] = tiles.map(({ strokes: [stroke] }) => measure(stroke?.path ?? "").length);
    expect(question).toBe(20);
    expect(answer).toBeGreaterThan(10);
  });
});
