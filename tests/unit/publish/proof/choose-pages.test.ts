import { describe, expect, it } from "vitest";
import type { Comment, PresentArticle } from "../../../../lib/archive/model";
import { type Candidate, choosePages } from "../../../../lib/publish/proof/choose-pages";
import { articleOf, commentsOf } from "../../share/small-archive";

type Given = Partial<PresentArticle> & { readonly comments?: readonly Comment[] };

function candidateOf(slug: string, given: Given = {}, more: Partial<Candidate> = {}): Candidate {
  const outline = articleOf({ slug, comments: commentsOf(10), ...given });
  return { outline, vanished: new Map(), bytes: 1000, ...more };
}

/** So many articles of no importance, each with twelve pages. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => candidateOf(`article-${String(index).padStart(3, "0")}`));

const goneOf = (slug: string, ...ids: readonly string[]) => new Map([[slug, new Set(ids)]]);

describe("an archive of up to 200 pages", () => {
  it("is proven whole: every comment, former name and vanished comment", () => {
    const candidates = [
      candidateOf("un", { formerSlugs: ["vieux"] }, { vanished: goneOf("vieux", "99") }),
      candidateOf("deux", { comments: [] }),
    ];
    const ids = [...commentsOf(10).map(({ id }) => id), "99"];
    expect(choosePages(candidates)).toEqual({ un: ids, vieux: ids, deux: [] });
  });

  it("counts the two orders of each article, its comments, and all of them again under a former name", () => {
    const isWhole = (candidates: readonly Candidate[]) =>
      Object.keys(choosePages(candidates)).length === candidates.length;
    const hundredAndEight = candidateOf("last", { comments: commentsOf(18) });
    expect(isWhole([...many(15), hundredAndEight])).toBe(true);
    expect(isWhole([...many(15), candidateOf("last", { comments: commentsOf(19) })])).toBe(false);
    const renamed = candidateOf("last", { comments: commentsOf(8), formerSlugs: ["vieux"] });
    expect(Object.keys(choosePages([...many(15), renamed]))).toHaveLength(17);
  });
});

describe("a larger archive", () => {
  it("is proven by a sample, and whole where that is asked for", () => {
    const plan = choosePages(many(300));
    expect(Object.keys(plan).length).toBeLessThan(12);
    for (const ids of Object.values(plan)) expect(ids).toHaveLength(8);
    const whole = choosePages(many(300), true);
    expect(Object.keys(whole)).toHaveLength(300);
    expect(Object.values(whole).every((ids) => ids.length === 10)).toBe(true);
  });

  it.each<[string, Candidate]>([
    ["in another language", candidateOf("special", { language: "ar" })],
    ["renamed", candidateOf("special", { formerSlugs: ["vieux"] })],
    ["with a vanished comment", candidateOf("special", {}, { vanished: goneOf("special", "99") })],
    ["with a standfirst", candidateOf("special", { summary: "x" })],
    ["without comments", candidateOf("special", { comments: [] })],
    [
      "with a tombstone",
      candidateOf("special", {
        comments: [
          ...commentsOf(20),
          { id: "gone", status: "erased", position: 21, author: "a", reason: "r" },
        ],
      }),
    ],
    [
      "with a placeholder",
      candidateOf("special", { comments: [...commentsOf(20), { id: "lost", status: "missing" }] }),
    ],
    ["that is the heaviest", candidateOf("special", {}, { bytes: 1001 })],
  ])("has in its sample the article %s", (_, special) => {
    const before = many(300);
    const candidates = [...before.slice(0, 150), special, ...before.slice(150)];
    expect(Object.hasOwn(choosePages(before), "special")).toBe(false);
    expect(Object.hasOwn(choosePages(candidates), "special")).toBe(true);
  });

  it("has of a large thread a comment of each kind, one that vanished, and others by chance", () => {
    const comments: Comment[] = [
      ...commentsOf(500),
      { id: "gone", status: "erased", position: 501, author: "a", reason: "r" },
      { id: "lost", status: "missing" },
    ];
    const { un = [] } = choosePages([candidateOf("un", { comments }, { vanished: goneOf("un", "99x") })]);
    expect(un).toHaveLength(8);
    expect(un).toEqual(expect.arrayContaining(["1", "gone", "lost", "99x"]));
  });

  it("is proven by the same sample each time, and by the same others whatever the order", () => {
    const candidates = many(300);
    expect(choosePages(candidates)).toEqual(choosePages(many(300)));
    const slugs = (given: readonly Candidate[]) => Object.keys(choosePages(given));
    const [first = ""] = slugs(candidates);
    const reversed = slugs(candidates.toReversed());
    const common = slugs(candidates).filter((slug) => slug !== first && reversed.includes(slug));
    expect(common.length).toBeGreaterThanOrEqual(7);
  });
});
