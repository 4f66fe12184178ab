import { createHash } from "node:crypto";
import type { Card } from "./card";
import { drawCard, drawPng } from "./card-drawing";
import { keepCard, placeOfCard, readCard } from "./card-files";
import { type CardTools, readCardTools } from "./card-fonts";
import { layOutCard } from "./card-layout";
import { createTypesetter } from "./typesetter";

export type CardStore = {
  /** The card as PNG, painted only where it was not painted before. */
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
  const painter = createHash("sha256").update(tools.wasm).digest();
  return {
    async draw(card) {
      const svg = drawCard(layOutCard(card, typesetter), typesetter);
      const path = placeOfCard(project, createHash("sha256").update(painter).update(svg).digest("hex"));
      const kept = readCard(path);
      if (kept) return kept;
      const png = await drawPng(svg, tools.wasm);
      keepCard(path, png);
      return png;
    },
  };
}

let projectStore: CardStore | undefined;

/** A card of the project in whose folder the process runs. */
export async function answerCard(card: Card): Promise<Response> {
  projectStore ??= openCardStore(process.cwd());
  return new Response(await projectStore.draw(card), { headers: { "Content-Type": "image/png" } });
}
