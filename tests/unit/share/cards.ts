import { fileURLToPath } from "node:url";
import type { Card } from "../../../lib/share/cards/card";
import { readCardTools } from "../../../lib/share/cards/card-fonts";
import type { CardLayout } from "../../../lib/share/cards/card-layout";
import type { PlacedLine } from "../../../lib/share/cards/card-sheet";
import { createTypesetter } from "../../../lib/share/cards/typesetter";

export const project = fileURLToPath(new URL("../../../", import.meta.url));
export const tools = readCardTools(project);
export const typesetter = createTypesetter(tools.fonts);

/** The card of a comment of no importance, with what a case gives it. */
export function cardOf(given: Partial<Card> = {}): Card {
  return {
    kind: "quotation",
    text: "Une phrase.",
    language: "fr",
    name: "Zoé Martin",
    initials: "Z",
    hue: 3,
    context: "Un titre",
    archive: "Petite archive",
    host: "archive.example",
    ...given,
  };
}

/** The words that stand large, the lines joined; where a word was broken, a space is in it. */
export function headlineOf({ headline }: CardLayout): string {
  return headline.map(({ text }) => text).join(" ");
}

/** From where to where a line reaches, in pixels from the left. */
export function reachOf({ text, style, size, x, anchor }: PlacedLine): { left: number; right: number } {
  const width = typesetter.measure(text, style) * size;
  const left = x - { left: 0, middle: width / 2, right: width }[anchor];
  return { left, right: left + width };
}
