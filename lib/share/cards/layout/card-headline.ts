import type { QuotationMarks } from "../../../text/writing/quotation-marks";
import { CARD_SIZE, type Card } from "../card";
import { balanceText, cutLines, ELLIPSIS, type Measure, wrapText } from "../typesetting/card-lines";
import type { TextDirection } from "../typesetting/typesetter";
import { along, CAPITALS, endOf, MARGIN, measureAt, type PlacedLine, type Sheet } from "./card-sheet";

export const HEADLINE_STYLES = { title: "bold", quotation: "regular", tombstone: "italic" } as const;

/** The last size is the smallest that is legible where a preview is shown at a third of its width. */
const SIZES = {
  title: [92, 84, 76, 68, 60, 54, 48, 42],
  quotation: [148, 128, 112, 98, 86, 76, 68, 60, 54, 48, 42],
  tombstone: [60, 54, 48, 42],
} as const;
const SMALLEST = 42;

/** From the top of the first line's capitals to the last baseline. */
const ROOM = { top: 92, bottom: 424 } as const;
const MEASURE = CARD_SIZE.width - 2 * MARGIN;
/** An opening mark hangs in the margin where it is no wider than this; else the lines are set in by it. */
const HANG = 60;

/** As many as there is room for at the smallest size. */
export const MOST_LINES = 6;

export type Headline = {
  readonly text: string;
  readonly kind: Card["kind"];
  readonly direction: TextDirection;
  readonly marks?: QuotationMarks;
  readonly mostLines: number;
};

type Fitted = {
  readonly size: number;
  /** Pixels from the side to where the lines begin; the opening mark stands before it. */
  readonly inset: number;
  readonly lines: readonly string[];
};

/** The large words, as large as they can stand, in the middle of their room; the opening mark is a line of its own. */
export function placeHeadline(headline: Headline, sheet: Sheet): PlacedLine[] {
  const { text, kind, direction, marks: [opening] = [""] } = headline;
  const style = HEADLINE_STYLES[kind];
  const { size, inset, lines } = fitHeadline(headline, measureAt(sheet, style, 1));
  const leading = size * leadingOf(text, size);
  const height = (lines.length - 1) * leading + size * CAPITALS;
  const top = (ROOM.top + ROOM.bottom - height) / 2 + size * CAPITALS;
  const place = (line: string, y: number, anchor: PlacedLine["anchor"]): PlacedLine => {
    const colour = kind === "tombstone" ? "soft" : "ink";
    return { text: line, style, size, colour, x: along(sheet, inset), y: Math.round(y), anchor, direction };
  };
  return [
    ...(opening === "" ? [] : [place(opening, top, endOf(sheet))]),
    ...lines.map((line, index) => place(line, top + index * leading, sheet.start)),
  ];
}

/** The largest size at which a text stands in its room without breaking a word; at the smallest it is cut. */
function fitHeadline(
  { text, kind, marks: [opening, closing] = ["", ""], mostLines }: Headline,
  measure: Measure,
): Fitted {
  const roomAt = (size: number) => {
    const mark = measure(opening) * size;
    const inset = mark > HANG ? MARGIN + mark : MARGIN;
    return {
      size,
      inset,
      width: (MEASURE + MARGIN - inset) / size,
      count: Math.min(mostLines, countLines(text, size)),
    };
  };
  const closed = `${text}${closing}`;
  for (const size of SIZES[kind]) {
    const { inset, width, count } = roomAt(size);
    const { lines, breaksWord } = wrapText(closed, width, measure);
    // A word that is wider than the card at 60 pixels is no word that one reads.
    if (lines.length > count || (breaksWord && size > 60)) continue;
    return { size, inset, lines: balanceText(closed, width, measure) };
  }
  const { size, inset, width, count } = roomAt(SMALLEST);
  const { lines } = wrapText(closed, width, measure);
  return { size, inset, lines: cutLines(lines, count, width, measure, `${ELLIPSIS}${closing}`) };
}

function countLines(text: string, size: number): number {
  // So large only what stands on one line: two lines of it would shout.
  if (size > 100) return 1;
  const room = ROOM.bottom - ROOM.top - size * CAPITALS;
  return 1 + Math.floor(room / (size * leadingOf(text, size)));
}

/**
 * Distance of baselines in ems: large lines stand closer; Arabic and its stacked marks need more room. The smallest stand
 * 54 pixels apart, which is as far as compression (RFC 1951: 32 KiB) sees back: letters of the line above are found again
 * there, and a full card is a tenth lighter.
 */
function leadingOf(text: string, size: number): number {
  if (/\p{Script=Arabic}/u.test(text)) return 1.6;
  if (size === SMALLEST) return 54 / SMALLEST;
  return size > 80 ? 1.16 : 1.36;
}
