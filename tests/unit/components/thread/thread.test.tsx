import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createReading } from "../../../../components/page/reading";
import { Thread } from "../../../../components/thread/thread";

import type { PresentComment } from "../../../../lib/archive/model";
import { articleOf, settings } from "../../share/small-archive";

function renderThread(comments: readonly PresentComment[]): string {
  const article = articleOf({ language: "en", comments });
  const reading = createReading(settings, article, "thread");
  return renderToStaticMarkup(<Thread reading={reading} />);
}

function comment(number: number, parent?: number): PresentComment {
  return {
    id: String(number),
    status: "present",
    position: number,
    author: `Person ${number % 97}`,
    body: `Words of ${number}.`,
    ...(parent !== undefined && { reply: { parentId: String(parent), basis: "explicit" } }),
  };
}

const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1);

describe.each([
  [
    "a chain of 10,000 replies",
    numbers.map((number) => comment(number, number > 1 ? number - 1 : undefined)),
  ],
  ["10,000 comments side by side", numbers.map((number) => comment(number))],
  ["10,000 replies to one comment", numbers.map((number) => comment(number, number > 1 ? 1 : undefined))],
])("%s", (_, comments) => {
  it("shows each comment exactly once, at a depth that browsers keep", () => {
    const html = renderThread(comments);
    const ids = [...html.matchAll(/ id="c-(\d+)"/gu)].map(([, id]) => Number(id));
    expect(ids.length).toBe(comments.length);
    expect(new Set(ids).size).toBe(comments.length);
    let [depth, deepest] = [0, 0];
    for (const [, closing, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)/gu)) {
      if (name === "br") continue;
      depth += closing ? -1 : 1;
      deepest = Math.max(deepest, depth);
    }
    expect(deepest).toBeLessThan(500);
  });
});

describe("participants", () => {
  const by = (number: number, author: string): PresentComment => ({ ...comment(number), author });

  it("count as one where their names differ only in case, and keep their spelling on their comments", () => {
    const others = Array.from({ length: 9 }, (_, index) => by(index + 4, "Zoé"));
    const html = renderThread([by(1, "Ludo"), by(2, "LUDO"), by(3, "ludo"), ...others]);
    expect(html).toContain("<summary>2 participants</summary>");
    expect(html).toContain("<summary><bdi>Ludo</bdi> 3</summary>");
    for (const spelling of ["Ludo", "LUDO", "ludo"])
      expect(html).toContain(`<h3 class="p-author h-card"><bdi>${spelling}</bdi></h3>`);
  });

  it("are pointed out in the spelling in which they imitate another, whichever they used first", () => {
    const html = renderThread([by(1, "ludo"), by(2, "iudo"), by(3, "Iudo")]);
    expect([...html.matchAll(/resembles/gu)]).toHaveLength(1);
    expect(html.indexOf("resembles")).toBeGreaterThan(html.indexOf('id="c-3"'));
  });
});
