import { describe, expect, it } from "vitest";
import { formatProblem, readArchive } from "../../../../lib/archive/reading/read";
import {
  countShards,
  listShards,
  shardOf,
  writeShard,
} from "../../../../lib/share/old-addresses/address-index";
import {
  describeContested,
  listOldAddresses,
  type OldAddress,
} from "../../../../lib/share/old-addresses/old-addresses";

const read = readArchive("tests/fixtures/old-addresses");
if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
const old = listOldAddresses(read.archive);
const pageOf = (key: string) => old.addresses.find((address) => address.key === key)?.archived;

describe("the original addresses of an archive", () => {
  it("lead to the article, and to the comment of each that is stated", () => {
    expect(pageOf("paper.example/2021/news")).toBe("news/");
    expect(pageOf("paper.example/2021/news#comment-1")).toBe("news/c/1/");
    expect(pageOf("paper.example/2021/news?comment=2")).toBe("news/c/2/");
    expect(pageOf("forum.example/viewtopic.php?t=7&p=70")).toBe("forum/c/a/");
  });

  it("lead to a tombstone whose file still states one, and say nothing of one that does not", () => {
    expect(pageOf("paper.example/comments/3")).toBe("news/c/3/");
    expect(old.addresses.filter(({ commentId }) => commentId === "4")).toEqual([]);
  });

  it("are the article's before a comment's, and the build says so in a line", () => {
    expect(old.contested).toEqual([
      { original: "https://www.paper.example/2021/news/?utm_source=feed", archived: "news/", others: 1 },
    ]);
    expect(describeContested(old)).toHaveLength(1);
  });

  it("come articles first, and none twice", () => {
    const kinds = old.addresses.map(({ commentId }) => commentId !== undefined);
    expect(kinds).toEqual([...kinds].sort());
    expect(new Set(old.addresses.map(({ key }) => key)).size).toBe(old.addresses.length);
  });
});

describe("the index of original addresses", () => {
  const many: OldAddress[] = Array.from({ length: 110_000 }, (_, number) => ({
    original: `https://forum.example/t/${number}`,
    key: `forum.example/t/${number}`,
    slug: "a",
    commentId: String(number),
    archived: `a/c/${number}/`,
  }));

  it.each([
    [0, 1],
    [500, 1],
    [501, 2],
    [1000, 2],
    [1001, 4],
    [110_000, 256],
  ])("of %i addresses has %i files", (addresses, files) => {
    expect(countShards(addresses)).toBe(files);
  });

  it("has one file even where there is nothing to find", () => {
    expect(listShards([])).toEqual(["0.json"]);
    expect(writeShard([], "0.json")).toBe("{}");
  });

  it("of 110,000 addresses spreads them evenly, and each is in the file that its key names", () => {
    const sizes = new Map<number, number>();
    for (const { key } of many) sizes.set(shardOf(key, 256), (sizes.get(shardOf(key, 256)) ?? 0) + 1);
    expect(sizes.size).toBe(256);
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(600);
    const shard = JSON.parse(writeShard(many, `${shardOf("forum.example/t/77", 256)}.json`));
    expect(shard["forum.example/t/77"]).toBe("a/c/77/");
  });

  it("takes a host called __proto__ for a host", () => {
    const odd: OldAddress = { original: "http://__proto__/", key: "__proto__", slug: "a", archived: "a/" };
    expect(writeShard([odd], "0.json")).toBe('{"__proto__":"a/"}');
  });
});
