import { firstDirection } from "../../../text/writing/bidi";
import { textDirection } from "../../../text/writing/language-tag";
import { quotationMarksOf } from "../../../text/writing/quotation-marks";
import type { Card } from "../card";
import { prepareText } from "../typesetting/card-text";
import type { FontStyle, Typesetter } from "../typesetting/typesetter";
import { placeFoot } from "./card-foot";
import { HEADLINE_STYLES, MOST_LINES, placeHeadline } from "./card-headline";
import type { PlacedLine, Side } from "./card-sheet";

export type CardLayout = {
  readonly hue: number;
  /** Where the card begins to be read: the rule and the monogram stand on that side. */
  readonly start: Side;
  /** What stands large, then the lines of the foot. */
  readonly headline: readonly PlacedLine[];
  readonly foot: readonly PlacedLine[];
};

/**
 * Where each word of a card stands. Words that no font has give up their place: a quotation to the article's title, a
 * title to the archive's name, and that to its host. The foot then names what is left.
 *
 * @param mostLines of what stands large; the rest is cut
 */
export function layOutCard(card: Card, typesetter: Typesetter, mostLines = MOST_LINES): CardLayout {
  const prepare = (text: string, style: FontStyle) =>
    prepareText(text, (cluster) => typesetter.covers(cluster, style));
  const own = prepare(card.text, HEADLINE_STYLES[card.kind]);
  const archive = prepare(card.archive, "bold") ?? card.host;
  const title = own ?? (card.kind === "title" ? undefined : prepare(card.context, "bold"));
  const text = title ?? archive;
  const kind = own === undefined ? "title" : card.kind;
  const direction = firstDirection(text) ?? textDirection(card.language);
  const sheet = { typesetter, start: direction === "rtl" ? "right" : "left" } as const;
  const marks = kind === "quotation" ? quotationMarksOf(card.language) : undefined;
  return {
    hue: card.hue,
    start: sheet.start,
    headline: placeHeadline({ text, kind, direction, marks, mostLines }, sheet),
    foot: placeFoot(sheet, {
      initials: prepare(card.initials, "bold"),
      name: prepare(card.name, "bold"),
      context: own === undefined && card.kind !== "title" ? undefined : prepare(card.context, "regular"),
      archive: title === undefined ? undefined : archive,
    }),
  };
}
