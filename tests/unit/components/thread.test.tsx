import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createReading } from "../../../components/reading";
import { Thread } from "../../../components/thread";
import { anchorOf } from "../../../lib/archive/addresses";
import type { Article, PresentComment } from "../../../lib/archive/model";
import { buildThread } from "../../../lib/archive/thread";

const settings = {
  name: "Archive",
  language: "en",
  url: "https://archive.example/",
  keeper: "Keeper",
  contact: "mailto:keeper@archive.example",
  tag: "archive.example,2026:/",
  description: "",
};

function renderThread(comments: readonly PresentComment[]): string {
  const built = buildThread({
    folder: "content/x/comments",
    comments,
    troubled: new Set(),
    announced: undefined,
  });
  if (!built.ok) throw new Error(built.problems.map(({ found }) => found).join("\n"));
  const article: Article = {
    slug: "x",
    formerSlugs: [],
    title: "Title",
    language: "en",
    author: { id: "a", name: "A", biography: "" },
    published: "2020-01-01T00:00:00Z",
    timeZone: "UTC",
    source: { name: "Source", url: "https://source.example/" },
    citedSources: [],
    body: "",
    thread: built.thread,
    digest: "",
  };
  const reading = createReading(settings, article, (_addresses, _article, id) => `#${anchorOf(id)}`);
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

const numbers = Array.from({ length: 20_000 }, (_, index) => index + 1);

describe.each([
  [
    "a chain of 20,000 replies",
    numbers.map((number) => comment(number, number > 1 ? number - 1 : undefined)),
  ],
  ["10,000 comments side by side", numbers.slice(0, 10_000).map((number) => comment(number))],
  [
    "10,000 replies to one comment",
    numbers.slice(0, 10_000).map((number) => comment(number, number > 1 ? 1 : undefined)),
  ],
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
