import { readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles } from "../documents";

/** From the ground up: a room imports from those before it, and from those that stand with it in a line. */
const FLOORS: readonly (readonly string[])[] = [
  ["lib/archive"],
  ["lib/text"],
  ["lib/share"],
  ["components"],
  ["app"],
  ["lib/print"],
  ["lib/publish"],
  ["lib/import"],
  ["lib/commands"],
];

/** A route's folder may be called as a script is: `reader.fr.js`. */
const sources = new Set(
  projectFiles.filter(
    (path) => /^(?:app|components|lib)\/.*\.(?:ts|tsx|js)$/u.test(path) && statSync(path).isFile(),
  ),
);

type Arrow = { readonly from: string; readonly to: string };

const arrows: readonly Arrow[] = [...sources].flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(/(?:from|import|import\()\s*"(\.[^"]+)"/gu)].flatMap(
    ([, written = ""]) => {
      const path = posix.join(posix.dirname(from), written);
      const to = [path, `${path}.ts`, `${path}.tsx`].find((candidate) => sources.has(candidate));
      return to === undefined ? [] : [{ from, to }];
    },
  ),
);

describe("imports", () => {
  it("are found", () => {
    expect(arrows.length).toBeGreaterThan(sources.size);
    expect(arrows).toContainEqual({
      from: "lib/text/markdown/context.ts",
      to: "lib/text/links/mentions.ts",
    });
  });

  it("run one way from room to room, those of types too", () => {
    const upward = arrows.filter(({ from, to }) => floorOf(to) > floorOf(from));
    expect(upward).toEqual([]);
  });

  it("run into components and app from nothing below the pages, and only into components from printing", () => {
    const inside = arrows.filter(({ to }) => /^(?:components|app)\//u.test(to));
    const rooms = new Set(inside.map(({ from }) => roomOf(from)));
    expect([...rooms].toSorted()).toEqual(["app", "components", "lib/print"]);
  });

  it("have no circles", () => {
    expect(findCircles(arrows)).toEqual([]);
  });

  it("do not tie two folders to each other, neither of which holds the other", () => {
    const folders = arrows.map(({ from, to }) => ({ from: posix.dirname(from), to: posix.dirname(to) }));
    const tied = folders.filter(
      ({ from, to }) =>
        !holds(from, to) &&
        !holds(to, from) &&
        folders.some((other) => other.from === to && other.to === from),
    );
    expect(tied).toEqual([]);
  });
});

it("the rooms hold a dozen files at most, or little more", () => {
  const counts = new Map<string, number>();
  for (const path of sources) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 13)).toEqual([]);
});

function roomOf(path: string): string {
  return FLOORS.flat().find((room) => path.startsWith(`${room}/`)) ?? "";
}

function floorOf(path: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));
}

function holds(folder: string, other: string): boolean {
  return folder === other || other.startsWith(`${folder}/`);
}

/** Takes away what imports nothing that is left, over and over: what stays leads into a circle. */
function findCircles(all: readonly Arrow[]): readonly Arrow[] {
  const starts = new Set(all.map(({ from }) => from));
  const left = all.filter(({ to }) => starts.has(to));
  return left.length === all.length ? left : findCircles(left);
}
