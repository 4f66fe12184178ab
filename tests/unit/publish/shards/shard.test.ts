import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { belongsTo, parseShard } from "../../../../lib/publish/shards/shard";

describe("a part of an archive", () => {
  it.each<[string, number, number]>([
    ["1/1", 1, 1],
    ["2/8", 2, 8],
    ["1000/1000", 1000, 1000],
  ])("is written %s", (text, number, of) => expect(parseShard(text)).toEqual({ number, of }));

  it.each(["0/8", "9/8", "2", "2/", "/8", "2/8/1", "-1/8", "1.5/2", "a/b", " 1/2", "1/1001", "1/0", "٢/٨"])(
    "is not written %j",
    (text) =>
      expect(() => parseShard(text)).toThrow(`ARCHIVE_SHARD: found ${JSON.stringify(text)}, expected`),
  );

  it("holds each article in exactly one of as many", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/),
        fc.integer({ min: 1, max: 40 }),
        (slug, of) => {
          const parts = Array.from({ length: of }, (_, index) => belongsTo({ number: index + 1, of }, slug));
          expect(parts.filter(Boolean)).toHaveLength(1);
        },
      ),
    );
  });

  it("holds about as many articles as the others", () => {
    const slugs = Array.from({ length: 800 }, (_, index) => `article-${index}`);
    for (let number = 1; number <= 8; number++) {
      const own = slugs.filter((slug) => belongsTo({ number, of: 8 }, slug)).length;
      expect(own).toBeGreaterThan(60);
      expect(own).toBeLessThan(140);
    }
  });
});
