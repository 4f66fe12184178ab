import { describe, expect, it } from "vitest";
import { cutWord, writeTextFragment } from "../../../../components/reader/sharing/text-fragment";

/** What the browser looks for: the directive decoded. */
const wordsOf = (text: string) => decodeURIComponent(writeTextFragment(text).replace(":~:text=", ""));

describe("the fragment that finds a quotation", () => {
  it.each([
    ["a few words whole", "Le titre est fallacieux.", "Le titre est fallacieux."],
    [
      "of many the first, and none in part",
      "one two three four five six seven eight nine ten eleven twelve thirteen",
      "one two three four five six seven eight nine ten eleven twelve",
    ],
    ["of several paragraphs the first", "One paragraph.\n\nAnother.", "One paragraph."],
    ["a long address without a space", `https://a.example/${"word/".repeat(30)}`, undefined],
    ["Chinese, which sets no spaces", "归档保存了一篇文章和它下面的全部评论".repeat(8), undefined],
    ["Japanese", "記事とその下にあるすべてのコメントを保存する".repeat(8), undefined],
    ["one word that is longer than is enough", "a".repeat(200), "a".repeat(200)],
  ])("holds %s", (_, text, expected) => {
    const words = wordsOf(text);
    expect(text.startsWith(words)).toBe(true);
    expect(words.length).toBeGreaterThan(0);
    if (expected === undefined) {
      expect(words.length).toBeGreaterThanOrEqual(60);
      expect(words.length).toBeLessThan(90);
      expect(cutWord(text, words.length)).toEqual(["", ""]);
    } else expect(words).toBe(expected);
  });

  it("encodes the signs that mean something in it", () => {
    expect(writeTextFragment("well-known, a & b")).toBe(":~:text=well%2Dknown%2C%20a%20%26%20b");
  });

  it("cuts no sign of two code units", () => {
    expect(() => writeTextFragment("😀".repeat(80))).not.toThrow();
    expect(wordsOf("😀".repeat(80))).toMatch(/^(😀)+$/u);
  });
});

it.each([
  ["entre nous", 2, ["en", "tre"]],
  ["entre nous", 0, ["", ""]],
  ["entre nous", 5, ["", ""]],
  ["entre nous", 6, ["", ""]],
  ["entre nous", 10, ["", ""]],
  ["", 0, ["", ""]],
])("a cut through %j at %i leaves %j", (text, offset, parts) => {
  expect(cutWord(text, offset)).toEqual(parts);
});
