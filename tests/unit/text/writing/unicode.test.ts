import { describe, expect, it, test } from "vitest";
import {
  displayName,
  findLookalikes,
  findStrayControls,
  spellControls,
  toWellFormedText,
} from "../../../../lib/text/writing/unicode";

describe("stray controls", () => {
  test.each([
    ["a\u202Eb\u202Cc", [1, 3]],
    ["a\u202Ab\u202Cc", []],
    ["\u2067a\u2066b\u2069c\u2069", []],
    ["\u2067a\u202Ab\u2069", [2]],
    ["a\u2069", [1]],
    ["a\u0007b\tc\nd", [1]],
    ["\u200Ea\u200F\u061C", []],
  ])("of %j stand at %j", (text, expected) => {
    expect([...findStrayControls(text)].sort((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
  });

  it("are spelled out", () => expect(spellControls("a\u202Eb")).toBe("aU+202Eb"));

  it.each([
    ["a\u0007b\u001B[31m", "a␇b␛[31m"],
    ["\u0001\u000B\u000C\u001F\u007F", "␁␋␌␟␡"],
    ["a\u0085b\u0080\u009F", "aU+0085bU+0080U+009F"],
  ])("of %j are seen as %s", (text, shown) => expect(spellControls(text)).toBe(shown));
});

test("text becomes well-formed", () => {
  expect(toWellFormedText("\uFEFFa\r\nb\rc\0\uDC00\u{1F600}")).toBe("a\nb\nc\uFFFD\uFFFD\u{1F600}");
});

describe("a displayed name", () => {
  test.each([
    ["jojo\u200Bzekil", "jojo⟨U+200B⟩zekil"],
    ["ad\u202Ea", "ad⟨U+202E⟩a"],
    ["a\u00ADb\u2060c\u{E0041}", "a⟨U+00AD⟩b⟨U+2060⟩c⟨U+E0041⟩"],
    ["a\nb", "a⟨U+000A⟩b"],
    ["a\u200Db", "a⟨U+200D⟩b"],
  ])("%j shows what is hidden", (name, shown) => expect(displayName(name)).toBe(shown));

  test.each(["g-m1n1", "Zoé", "👩‍👧", "❤️", "می\u200Cخواهم", "\u200Fשלום", "क्\u200Dष"])("%j stays", (name) =>
    expect(displayName(name)).toBe(name),
  );
});

describe("lookalikes", () => {
  test.each([
    ["jojozekil", "jojo\u200Bzekil"],
    ["Zakalwe", "Zakаlwe"],
    ["Zakalwe", "ZakaIwe"],
    ["Nissart", "Νissart"],
    ["ada", "ａda"],
    ["Trentreznor", "Trentrez\u00ADnor"],
  ])("%j is imitated by %j, whoever came first", (original, imitation) => {
    expect(findLookalikes([original, imitation]).get(imitation)).toBe(original);
    expect(findLookalikes([imitation, original]).get(imitation)).toBe(original);
    expect(findLookalikes([original, imitation]).has(original)).toBe(false);
  });

  it("are not names that differ in case, form or accent, nor a name that stands alone", () => {
    expect(
      findLookalikes(["Ludo", "ludo", "LUDO", "Zoé", "Zoe\u0301", "Zoe", "Анна", "ad\u200Ba"]).size,
    ).toBe(0);
  });

  it("are found among ten thousand names", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `name${i}`.replaceAll("1", "7"));
    expect(findLookalikes([...names, "nаme2222"]).get("nаme2222")).toBe("name2222");
  });
});
