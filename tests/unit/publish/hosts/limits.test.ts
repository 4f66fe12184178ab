import { describe, expect, it } from "vitest";
import { warnOfLimits } from "../../../../lib/publish/hosts/limits";

const MEBIBYTE = 1024 ** 2;
const filesOf = (count: number, size = 1) =>
  Array.from({ length: count }, (_, index) => ({ path: String(index), size, digest: "" }));

describe("the limits of hosts", () => {
  it.each<[string, number, number, readonly string[]]>([
    ["nothing of a small site", 100, 1, []],
    ["nothing well below a limit", 17_999, 1, []],
    ["a limit that is near", 18_000, 1, ["18,000 files: near the 20,000 of Cloudflare Pages, free"]],
    ["a limit that is just met", 20_000, 1, ["20,000 files: near the 20,000 of Cloudflare Pages, free"]],
    ["one that is crossed", 20_001, 1, ["20,001 files: more than the 20,000 of Cloudflare Pages, free"]],
    [
      "each that is crossed",
      100_001,
      1,
      [
        "100,001 files: more than the 20,000 of Cloudflare Pages, free",
        "100,001 files: more than the 100,000 of Cloudflare Pages, paid",
        "100,001 files: more than the 54,000 of Netlify, for the files of one folder",
      ],
    ],
    [
      "a file that is too large",
      1,
      26 * MEBIBYTE,
      ["27,262,976 bytes in the largest file: more than the 26,214,400 of Cloudflare Pages, free"],
    ],
    [
      "a site that is nearly too large",
      100,
      10 * MEBIBYTE,
      ["1,048,576,000 bytes: near the 1,073,741,824 of GitHub Pages"],
    ],
  ])("say %s", (_, count, size, lines) => {
    expect(warnOfLimits(filesOf(count, size))).toEqual(lines);
  });
});
