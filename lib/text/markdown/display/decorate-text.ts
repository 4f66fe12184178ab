import type { Element, ElementContent } from "hast";
import { findEmoji } from "../../writing/emoji";
import { displayName, findStrayControls, hasRightToLeft, showControl } from "../../writing/unicode";
import { element, text } from "./nodes";
import type { Scene } from "./scene";

/** A text node of a line, and what may be done with it. */
export type Passage = {
  readonly value: string;
  /** Where it begins in the line, in UTF-16 code units. */
  readonly start: number;
  readonly role: "words" | "link" | "verbatim";
};

/** Text for a place where only its characters may be marked, nothing in it read. */
export function textPieces(value: string): ElementContent[] {
  return splitText({ value, start: 0, role: "verbatim" }, findStrayControls(value), () => undefined);
}

/** Plain text, complete, in which nothing is read but what Unicode makes of it. */
export function decoratePlain(value: string): Element {
  return element(
    "pre",
    { className: ["plain"], ...(hasRightToLeft(value) ? { dir: "auto" } : {}) },
    textPieces(value),
  );
}

/** A passage with its mentions and emoji, and with its dangerous characters spelled out. */
export function decorateText(passage: Passage, stray: ReadonlySet<number>, scene: Scene): ElementContent[] {
  return splitText(passage, stray, (value, index, token) => {
    if (passage.role === "verbatim") return undefined;
    if (token === "@") return passage.role === "link" ? undefined : readMention(value, index, scene);
    return readEmoji(value, index, token);
  });
}

type Piece = { readonly node: Element; readonly length: number };

// An "@", a shortcode, a pile of marks on one base, or a character that may have to be spelled out.
const TOKEN = /@|:[\w+-]+:(?:t[2-6]:)?|\P{M}?\p{M}{9,}|[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Replaces what `read` finds at a token, and what Unicode makes dangerous, by elements. */
function splitText(
  { value, start }: Passage,
  stray: ReadonlySet<number>,
  read: (value: string, index: number, token: string) => Piece | undefined,
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const { 0: token, index } of value.matchAll(TOKEN)) {
    // The token lies in a name that was read already.
    if (index < done) continue;
    const piece = stray.has(start + index)
      ? spelledOut(token)
      : (stackedMarks(token) ?? read(value, index, token));
    if (!piece) continue;
    if (index > done) nodes.push(text(value.slice(done, index)));
    nodes.push(piece.node);
    done = index + piece.length;
  }
  if (done < value.length) nodes.push(text(value.slice(done)));
  return nodes;
}

function spelledOut(control: string): Piece {
  const shown = showControl(control);
  return { node: element("span", { className: ["control"] }, [text(shown)]), length: control.length };
}

function stackedMarks(token: string): Piece | undefined {
  if (!/\p{M}{9}/u.test(token)) return undefined;
  return { node: element("span", { className: ["stacked"] }, [text(token)]), length: token.length };
}

function readEmoji(value: string, index: number, token: string): Piece | undefined {
  if (!token.startsWith(":") || /[\p{L}\p{N}]$/u.test(before(value, index))) return undefined;
  const emoji = findEmoji(token);
  if (emoji === undefined) return undefined;
  const properties = { className: ["emoji"], role: "img", ariaLabel: token, title: token };
  return { node: element("span", properties, [text(emoji)]), length: token.length };
}

/** The character before a place, with whatever half a character stands before it. */
function before(value: string, index: number): string {
  return value.slice(Math.max(0, index - 2), index);
}

/** An "@" inside a word, an address or a path is no mention. */
function readMention(value: string, index: number, { context, absentNames }: Scene): Piece | undefined {
  if (/[\p{L}\p{N}\p{M}_@/.+-]$/u.test(before(value, index))) return undefined;
  const mention = context.mention?.(value.slice(index + 1, index + 1 + 200));
  if (!mention) return undefined;
  const { name, presence, href } = mention;
  const shown = hasRightToLeft(name)
    ? [text("@"), element("bdi", {}, [text(displayName(name))])]
    : [text(`@${displayName(name)}`)];
  const length = name.length + 1;
  if (presence === "earlier" && href !== undefined) {
    return { node: element("a", { className: ["mention"], href }, shown), length };
  }
  if (presence !== "absent") return { node: element("span", { className: ["mention"] }, shown), length };
  absentNames.add(name);
  const title = context.words.absentName;
  return { node: element("span", { className: ["mention", "absent"], title }, shown), length };
}
