import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageSize } from "image-size";
import { describe, expect, it } from "vitest";
import { drawCard, drawPng } from "../../../lib/share/cards/card-drawing";
import { readCardTools } from "../../../lib/share/cards/card-fonts";
import { layOutCard } from "../../../lib/share/cards/card-layout";
import { createTypesetter } from "../../../lib/share/cards/typesetter";
import { cardOf, project, tools, typesetter } from "./cards";

const texts = ["Ah ? 😀", "שלום John (2021)", "قال المدير إنّ", `z${"\u0301".repeat(50)}</svg>`];

describe("a card's drawing", () => {
  it("has outlines and no text", () => {
    for (const text of texts) {
      const svg = drawCard(
        layOutCard(cardOf({ text, name: "<b>&", context: '"]]>' }), typesetter),
        typesetter,
      );
      expect(svg).not.toMatch(/<(?!\/?(?:svg|rect|circle|g|path)\b)/u);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
    }
  });

  it("is a PNG of 1200 × 630 pixels", async () => {
    const png = await drawPng(drawCard(layOutCard(cardOf(), typesetter), typesetter), tools.wasm);
    expect(imageSize(png)).toMatchObject({ type: "png", width: 1200, height: 630 });
  });

  it("has the same bytes a second time, and in a project in another folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
    writeFileSync(join(folder, "package.json"), "{}");
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
    const elsewhere = readCardTools(folder);
    rmSync(folder, { recursive: true });
    for (const text of texts) {
      const draw = (fonts = typesetter) =>
        drawPng(drawCard(layOutCard(cardOf({ text }), fonts), fonts), tools.wasm);
      const png = Buffer.from(await draw());
      expect(png.equals(await draw())).toBe(true);
      expect(png.equals(await draw(createTypesetter(elsewhere.fonts)))).toBe(true);
    }
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
