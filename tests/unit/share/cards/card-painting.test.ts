import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageSize } from "image-size";
import { describe, expect, it } from "vitest";
import { readArchive } from "../../../../lib/archive/reading/read";
import { CARD_SIZE, type Card, composeCard } from "../../../../lib/share/cards/card";
import { openCardStore } from "../../../../lib/share/cards/card-cache";
import { type CardDrawing, drawCard } from "../../../../lib/share/cards/layout/card-drawing";
import { layOutCard } from "../../../../lib/share/cards/layout/card-layout";
import { coloursOf } from "../../../../lib/share/cards/painting/card-colours";
import { CARD_WEIGHT, paintCard } from "../../../../lib/share/cards/painting/card-painting";
import { readCardTools } from "../../../../lib/share/cards/typesetting/card-fonts";
import { createTypesetter } from "../../../../lib/share/cards/typesetting/typesetter";
import { makeFolder } from "../../folders";
import { cardOf, HARD_TEXTS, paintSvg, project, readPixels, tools, typesetter } from "./cards";

const draw = (card: Card, fonts = typesetter) => drawCard(layOutCard(card, fonts), fonts);
const paint = async (card: Card, fonts = typesetter) =>
  Buffer.from(await paintCard(draw(card, fonts), tools.wasm));

/** A drawing painted whole by resvg, in all the shades that it knows. */
function paintFinely({ hue, rule: { x: ruleAt }, monogram, lines }: CardDrawing): Uint8Array {
  const { paper, rule, tint, ...inks } = coloursOf(hue);
  const letters = lines.flatMap(({ colour, shapes }) =>
    shapes.map(
      ({ outline, x, y, scale }) =>
        `<path fill="rgb(${inks[colour]})" transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${outline}"/>`,
    ),
  );
  return paintSvg(
    `<rect width="1200" height="630" fill="rgb(${paper})"/><rect x="${ruleAt}" width="20" height="630" fill="rgb(${rule})"/>` +
      `<circle cx="${monogram.x}" cy="516" r="32" fill="rgb(${tint})"/>${letters.join("")}`,
    CARD_SIZE,
  );
}

describe("a card's image", () => {
  it("is a PNG of 1200 × 630 pixels with four bits each", async () => {
    const png = await paint(cardOf());
    expect(imageSize(png)).toMatchObject({ type: "png", width: 1200, height: 630 });
    expect([...png.subarray(24, 26)]).toEqual([4, 3]);
  });

  it.each(["Une phrase ? Ça va.", "Ah ! 😀👏🏽", "קצת טקסט", "قال المدير إنّ الشبكة"])(
    "of %s has the edges that resvg gives to it, to a sixteenth of the way from paper to ink",
    async (text) => {
      const card = cardOf({ text });
      const fine = paintFinely(draw(card));
      const pixels = readPixels(await paint(card), CARD_SIZE);
      const differences = fine.map((value, at) => Math.abs(value - (pixels[at] ?? 0)));
      const sum = differences.reduce((total, difference) => total + difference);
      expect(fine).toHaveLength(pixels.length);
      expect(Math.max(...chunk(differences))).toBeLessThanOrEqual(40);
      expect(differences.filter((difference) => difference > 15).length).toBeLessThan(200);
      expect(sum / differences.length).toBeLessThan(0.5);
    },
  );

  it("has the same bytes whatever was painted before, and in a project in another folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
    writeFileSync(join(folder, "package.json"), "{}");
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
    const elsewhere = createTypesetter(readCardTools(folder).fonts);
    rmSync(folder, { recursive: true });
    const cards = Array.from(HARD_TEXTS.values(), (text) => cardOf({ text }));
    const forwards = await Promise.all(cards.map((card) => paint(card)));
    const backwards = await Promise.all(cards.toReversed().map((card) => paint(card, elsewhere)));
    for (const [index, png] of backwards.reverse().entries()) expect(forwards[index]?.equals(png)).toBe(true);
  });
});

/** The largest of each thousand: a function takes no million arguments. */
function chunk(values: Uint8Array): number[] {
  return Array.from({ length: Math.ceil(values.length / 1000) }, (_, index) =>
    Math.max(...values.subarray(1000 * index, 1000 * (index + 1))),
  );
}

describe("every card weighs at most 24 KB", () => {
  it.each([...HARD_TEXTS])("of %s everywhere", async (_, text) => {
    const store = openCardStore(makeFolder(), tools);
    for (const kind of ["title", "quotation", "tombstone"] as const) {
      const card = cardOf({ kind, text, name: text, context: text, archive: text });
      expect((await store.draw(card)).length).toBeLessThanOrEqual(CARD_WEIGHT);
    }
    expect(CARD_WEIGHT).toBeLessThanOrEqual(24_000);
  });

  it.each(["content", "tests/fixtures/situations"])("of the articles and comments in %s", async (folder) => {
    const read = readArchive(join(project, folder));
    const { settings, articles } = read.ok ? read.archive : expect.unreachable();
    const store = openCardStore(makeFolder(), tools);
    for (const article of articles) {
      for (const comment of [undefined, ...article.thread.inSourceOrder.map((node) => node.comment)]) {
        const png = await store.draw(composeCard(settings, article, comment));
        expect(png.length, `${article.slug} ${comment?.id}`).toBeLessThanOrEqual(CARD_WEIGHT);
      }
    }
  });
});
