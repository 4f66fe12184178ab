import { createHash } from "node:crypto";
import type { Card } from "./card";
import { keepCard, placeOfCard, readCard } from "./card-files";
import { type CardDrawing, drawCard } from "./layout/card-drawing";
import { MOST_LINES } from "./layout/card-headline";
import { layOutCard } from "./layout/card-layout";
import { coloursOf, paletteOf } from "./painting/card-colours";
import { CARD_WEIGHT, paintCard } from "./painting/card-painting";
import { ENCODING } from "./painting/indexed-png";
import { type CardTools, readCardTools } from "./typesetting/card-fonts";
import { createTypesetter } from "./typesetting/typesetter";

export type CardStore = {
  /** The card as PNG of at most `CARD_WEIGHT` bytes, painted only where it was not painted before. */
  draw(card: Card): Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * The store of a project's card images. Each lies in a file named by the SHA-256 of its drawing, outlines of letters
 * included, and of what paints it: whatever changes its look, words, layout or fonts, makes it another file, and
 * painting, which takes most of the time, is done once. Several processes may use it at once.
 *
 * @param project the folder of `package.json`, absolute
 */
export function openCardStore(project: string, tools: CardTools = readCardTools(project)): CardStore {
  const typesetter = createTypesetter(tools.fonts);
  const painter = `${digestOf(tools.wasm)}${ENCODING}${CARD_WEIGHT}`;
  return {
    async draw(card) {
      const draw = (lines: number) => drawCard(layOutCard(card, typesetter, lines), typesetter);
      const drawing = draw(MOST_LINES);
      const look = [painter, paletteOf(coloursOf(card.hue)), drawing];
      const path = placeOfCard(project, digestOf(JSON.stringify(look)));
      const kept = readCard(path);
      if (kept) return kept;
      const png = await paintLight(drawing, draw, tools);
      keepCard(path, png);
      return png;
    },
  };
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * What has hundreds of different signs weighs most: it gets fewer lines, never coarser ones.
 *
 * @param draw the same card with at most so many lines
 */
async function paintLight(drawing: CardDrawing, draw: (lines: number) => CardDrawing, { wasm }: CardTools) {
  let png = await paintCard(drawing, wasm);
  for (let lines = MOST_LINES - 1; lines > 0 && png.length > CARD_WEIGHT; lines--)
    png = await paintCard(draw(lines), wasm);
  return png;
}

let projectStore: CardStore | undefined;

/** A card of the project in whose folder the process runs. */
export async function answerCard(card: Card): Promise<Response> {
  projectStore ??= openCardStore(process.cwd());
  return new Response(await projectStore.draw(card), { headers: { "Content-Type": "image/png" } });
}
