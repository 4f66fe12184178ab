import { describe, expect, it } from "vitest";
import { orderPosts } from "../../../lib/import/accounting/order-posts";
import { relatePosts } from "../../../lib/import/accounting/relations";
import { chooseSlug, idOf, slugify } from "../../../lib/import/files/slugs";
import type { SourcePost } from "../../../lib/import/model";

type Sketch = {
  author?: string;
  words?: string;
  parent?: string;
  quotes?: readonly string[];
  number?: number;
};

function post(
  id: string,
  { author = "ana", words = "", parent, quotes = [], number }: Sketch = {},
): SourcePost {
  return {
    ...{ source: id, id, quotes, author: { name: author }, state: { kind: "present" } },
    body: { format: "plain", text: words },
    ...(parent && {
      parent: parent === "article" ? { kind: "article" } : { kind: "post", id: parent, basis: "explicit" },
    }),
    ...(number && { number }),
  };
}

function relate(posts: readonly SourcePost[], inference = true) {
  const wordsOf = ({ body }: SourcePost) => body?.text ?? "";
  const { byPost, missing, impossible } = relatePosts({
    posts,
    wordsOf,
    inference,
    articleId: "1",
    articleAuthor: "eve",
  });
  const relations = [...byPost].map(([id, { parentId, basis }]) => `${id} -> ${parentId} (${basis})`);
  return { relations, missing: [...missing], impossible: [...impossible.keys()] };
}

describe("a reply", () => {
  it.each<[string, Sketch, readonly string[]]>([
    [
      "what the source says, whatever the text quotes",
      { parent: "2", quotes: ["3"], words: "@bob x" },
      ["9 -> 2 (explicit)"],
    ],
    ["the first post that it quotes", { quotes: ["3", "2"], words: "@ana x" }, ["9 -> 3 (quote)"]],
    ["no post that is not in the thread", { quotes: ["77"] }, []],
    ["the article, where it quotes the opening post first", { quotes: ["1", "3"] }, []],
    ["the nearest post of the person whose name begins it", { words: " @Bob, no." }, ["9 -> 4 (mention)"]],
    ["nobody, where a name stands inside it", { words: "I think @bob is right." }, []],
    ["nobody, where the name is nobody's", { words: "@zoe hello" }, []],
    ["the article, where it names who wrote that", { words: "@eve hello" }, []],
    ["nobody, where the source says that it answers the article", { parent: "article", words: "@bob x" }, []],
  ])("answers %s", (_, sketch, relations) => {
    const before = [post("2", { author: "ana" }), post("3", { author: "bob" }), post("4", { author: "bob" })];
    expect(relate([...before, post("9", { author: "cleo", ...sketch })]).relations).toEqual(relations);
  });

  it("is taken from the source's word alone without inference", () => {
    const posts = [
      post("2", { author: "bob" }),
      post("3", { parent: "2" }),
      post("4", { quotes: ["2"], words: "@bob x" }),
    ];
    expect(relate(posts, false).relations).toEqual(["3 -> 2 (explicit)"]);
  });

  it("to a post that is not there shares its placeholder", () => {
    expect(relate([post("2", { parent: "90" }), post("3", { parent: "90" })]).missing).toEqual(["90"]);
  });

  it("to itself, or to one that comes later, is set at the top level and said", () => {
    const { relations, impossible } = relate([
      post("2", { parent: "2" }),
      post("3", { parent: "4" }),
      post("4"),
    ]);
    expect({ relations, impossible }).toEqual({ relations: [], impossible: ["2", "3"] });
  });
});

describe("the order", () => {
  const order = (posts: readonly SourcePost[]) => orderPosts(posts).map(({ id }) => id);

  it("is the source's numbers, where it counts", () => {
    expect(order([post("b", { number: 3 }), post("a", { number: 2, parent: "b" })])).toEqual(["a", "b"]);
  });

  it("has a post before those that answer it", () => {
    expect(order([post("a", { parent: "b" }), post("x"), post("b", { parent: "c" }), post("c")])).toEqual([
      "c",
      "b",
      "a",
      "x",
    ]);
  });

  it("ends in a circle, and however deep a chain is", () => {
    expect(order([post("a", { parent: "b" }), post("b", { parent: "a" })])).toHaveLength(2);
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      post(String(index), { parent: String(index + 1) }),
    );
    expect(order(chain)[0]).toBe("19999");
  });
});

describe("a name that stays", () => {
  const taken = (slug: string) => slug === "la-mare";

  it.each([
    [{ own: "la-mare-2", title: "x", system: "s", id: "7" }, "la-mare-2"],
    [{ title: "L’été à la mer", system: "s", id: "7" }, "lete-a-la-mer"],
    [{ title: "Радио-Т 229", system: "s", id: "7" }, "radio-t-229"],
    [{ title: "!!!", system: "disqus", id: "7" }, "disqus-7"],
    [{ title: "La mare", system: "s", id: "7" }, "la-mare-7"],
    [{ title: "Search", system: "s", id: "7" }, "search-7"],
    [{ title: "con", system: "s", id: "A B" }, "con-a-b"],
  ])("of %j is %s", (wanted, slug) => {
    expect(chooseSlug(wanted, taken)).toBe(slug);
  });

  it("is never longer than a file's may be", () => {
    const long = "word ".repeat(40);
    expect(slugify(long).length).toBeLessThanOrEqual(64);
    expect(
      chooseSlug({ title: long, system: "s", id: "x".repeat(200) }, () => false).length,
    ).toBeLessThanOrEqual(64);
    expect(idOf("é".repeat(300)).length).toBeLessThanOrEqual(64);
    expect([idOf("12"), idOf("A_b"), idOf("../x"), idOf("nul")]).toEqual(["12", "a-b", "x", "x-nul"]);
  });
});
