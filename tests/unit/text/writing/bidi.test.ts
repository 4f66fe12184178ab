import { describe, expect, it } from "vitest";
import { firstDirection, orderVisually } from "../../../../lib/text/writing/bidi";

describe("orderVisually", () => {
  it.each<[string, "ltr" | "rtl", string[]]>([
    ["abc", "ltr", ["abc"]],
    ["", "ltr", []],
    ["he said שלום לך!", "ltr", ["he said ", "שלום לך", "!"]],
    ["שלום world 123 עולם", "rtl", [" עולם", "world 123", "שלום "]],
    ["עלה 12 או 13", "ltr", ["13", " או ", "12", "עלה "]],
    ["שלום 😀😀 עולם", "ltr", ["שלום 😀😀 עולם"]],
  ])("puts the runs of %j in the order in which they are seen", (line, base, expected) => {
    expect(orderVisually(line, base).map(({ text }) => text)).toEqual(expected);
  });

  it("loses and doubles nothing", () => {
    const line = "a (שלום 12, 13) 😀 قال 15% ok\u0301!";
    const runs = orderVisually(line, "rtl").map(({ text }) => text);
    expect(runs.join("").length).toBe(line.length);
    for (const run of runs) expect(line).toContain(run);
  });
});

describe("firstDirection", () => {
  it.each([
    ["_Ludo", "ltr"],
    ["😀 שלום", "rtl"],
    ["12 قال", "rtl"],
    ["😀 12 !", undefined],
  ])("of %j is %s", (text, expected) => {
    expect(firstDirection(text)).toBe(expected);
  });
});
