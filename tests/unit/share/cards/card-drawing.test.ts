import { describe, expect, it } from "vitest";
import { drawCard } from "../../../../lib/share/cards/layout/card-drawing";
import { layOutCard } from "../../../../lib/share/cards/layout/card-layout";
import { cardOf, HARD_TEXTS, typesetter } from "./cards";

describe("a card's drawing", () => {
  it("has outlines at their places, and no text", () => {
    for (const text of HARD_TEXTS.values()) {
      const card = cardOf({ text, name: "<b>&", context: '"]]>' });
      const { lines } = drawCard(layOutCard(card, typesetter), typesetter);
      expect(lines.length).toBeGreaterThan(2);
      for (const { outline, ...place } of lines.flatMap(({ shapes }) => shapes)) {
        expect(outline).toMatch(/^[MLQCZ\d., -]+$/u);
        expect(Object.values(place).every(Number.isFinite)).toBe(true);
      }
    }
  });

  it("has letters on whole pixels, equal ones alike, but for those that join", () => {
    const lineOf = (text: string) =>
      drawCard(layOutCard(cardOf({ text }), typesetter), typesetter).lines.find(
        ({ shapes }) => shapes.length > 1,
      ) ?? expect.unreachable();
    const latin = lineOf("Une phrase de lettres égales.");
    expect(latin.isJoined).toBe(false);
    expect(latin.shapes.every(({ x }) => Number.isInteger(x))).toBe(true);
    const arabic = lineOf("قال المدير إنّ");
    expect(arabic.isJoined).toBe(true);
    expect(arabic.shapes.some(({ x }) => !Number.isInteger(x))).toBe(true);
  });
});

describe("the typesetter", () => {
  it("joins Arabic letters: a word is narrower than its letters alone", () => {
    const letters = [..."سلام"].map((letter) => typesetter.measure(letter, "regular"));
    expect(typesetter.measure("سلام", "regular")).toBeLessThan(letters.reduce((sum, width) => sum + width));
  });

  it("sets a line of the right hand from its right end, and mirrors its brackets", () => {
    const outlinesOf = (text: string, direction: "ltr" | "rtl") =>
      typesetter.set(text, "regular", direction).glyphs.map(({ outline }) => outline);
    const [alef = "", bet = ""] = [..."אב"].flatMap((letter) => outlinesOf(letter, "rtl"));
    const [opening = ""] = outlinesOf("(", "ltr");
    expect(outlinesOf("אב", "rtl")).toEqual([bet, alef]);
    expect(outlinesOf("(א", "rtl").at(-1)).not.toBe(opening);
    expect(outlinesOf("a(b", "ltr")[1]).toBe(opening);
  });

  it("has one picture for an emoji of several characters", () => {
    expect(typesetter.set("👏🏽", "regular", "ltr").glyphs).toHaveLength(1);
    expect(typesetter.covers("👏🏽", "bold")).toBe(true);
    expect(typesetter.covers("评", "regular")).toBe(false);
  });
});
