import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { findEmoji } from "./emoji";
import { markerAt } from "./list-markers";
import type { MarkdownContext } from "./markdown";
import { element, text, textOf } from "./nodes";
import { applySpacing } from "./typography";
import { codePointName, displayName, findStrayControls, hasRightToLeft, spellControls } from "./unicode";

/** A safe tree with the archive's own touches, and the names it mentions that are nobody's in the thread. */
export type Decorated = { readonly root: Root; readonly absentNames: readonly string[] };

/**
 * Adds what only the archive may add: spaces, emoji, mentions, list markers, labels, heading levels,
 * footnote addresses, classes. Runs behind the wall, so the nodes it makes have fixed names and
 * properties, and nothing but text of the tree goes into them.
 *
 * @param safe came through `sanitize-schema.ts`, with positions in `source`
 */
export function decorate(safe: Root, source: string, context: MarkdownContext): Decorated {
  const scene: Scene = { source, context, headings: [], absentNames: new Set() };
  const children = decorateAll(safe.children, scene, false).children;
  return { root: { type: "root", children }, absentNames: [...scene.absentNames] };
}

type Scene = {
  readonly source: string;
  readonly context: MarkdownContext;
  /** Depths in the source of the headings that lead to the present place, most important first. */
  readonly headings: number[];
  readonly absentNames: Set<string>;
};

type Content = { readonly children: ElementContent[]; readonly rightToLeft: boolean };

const PHRASING: ReadonlySet<string> = new Set(["a", "em", "strong", "del", "code", "sup", "br"]);

/** Blocks one by one, and what stands between them line by line: spacing looks across inline elements. */
function decorateAll(nodes: readonly RootContent[], scene: Scene, verbatim: boolean): Content {
  const parts = linesAndBlocks(nodes).map((part) =>
    Array.isArray(part)
      ? decorateLine(part, scene, verbatim)
      : { children: [decorateBlock(part, scene)], rightToLeft: false },
  );
  return {
    children: parts.flatMap(({ children }) => children),
    rightToLeft: parts.some(({ rightToLeft }) => rightToLeft),
  };
}

function linesAndBlocks(nodes: readonly RootContent[]): (ElementContent[] | Element)[] {
  const parts: (ElementContent[] | Element)[] = [];
  for (const node of nodes) {
    if (node.type === "text" || (node.type === "element" && PHRASING.has(node.tagName))) {
      const last = parts.at(-1);
      if (Array.isArray(last)) last.push(node);
      else parts.push([node]);
    } else if (node.type === "element") parts.push(node);
  }
  return parts;
}

function decorateBlock(safe: Element, scene: Scene): Element {
  const { tagName } = safe;
  // Before its content: headings count in the order in which they are read.
  const name = /^h[1-6]$/.test(tagName) ? headingName(Number(tagName[1]), scene) : tagName;
  const { children, rightToLeft } = decorateAll(safe.children, scene, tagName === "pre");
  const direction: Properties = rightToLeft ? { dir: "auto" } : {};

  switch (tagName) {
    case "li":
      return listItem(safe, { ...direction }, children, scene);
    case "ol":
      return "dataNotes" in safe.properties
        ? element(
            "ol",
            { className: ["marked", "notes"], ariaLabel: scene.context.words.footnotes },
            children,
          )
        : element("ol", { className: ["marked"] }, children);
    case "ul":
      return element("ul", showsBullets(scene) ? { className: ["marked"] } : {}, children);
    case "table":
      return element("div", { className: ["table"] }, [element("table", {}, children)]);
    case "th":
    case "td": {
      const { align } = safe.properties;
      return element(
        name,
        typeof align === "string" ? { className: [align], ...direction } : direction,
        children,
      );
    }
    case "pre": {
      const { dataInfo } = safe.properties;
      const code = element("pre", direction, children);
      if (typeof dataInfo !== "string") return code;
      const label = element("span", { className: ["info"] }, textPieces(dataInfo));
      return element("div", { className: ["code"] }, [label, code]);
    }
    default:
      return element(name, direction, children);
  }
}

/**
 * The level of a heading by the outline of the text: one below the nearest heading before it that its
 * writer ranked higher, whatever levels the writer left out.
 */
function headingName(depth: number, { headings, context }: Scene): string {
  while ((headings.at(-1) ?? 0) >= depth) headings.pop();
  const level = context.topHeading + headings.length;
  headings.push(depth);
  return `h${Math.min(level, 6)}`;
}

/** A stranger's hyphen may be a bullet or the dash of a dialogue: it is shown as it was typed. */
function showsBullets({ context }: Scene): boolean {
  return context.voice === "comment";
}

function listItem(safe: Element, properties: Properties, children: ElementContent[], scene: Scene): Element {
  const { dataNote, dataLabel } = safe.properties;
  if (typeof dataNote === "string") {
    const marker = typeof dataLabel === "string" ? `${dataLabel}.` : `${dataNote}.`;
    return withMarker({ ...properties, id: `${scene.context.scope}-fn-${dataNote}` }, marker, children);
  }
  const marker = markerAt(scene.source, safe.position?.start.offset);
  const words = withTaskBox(children, scene);
  if (marker === undefined || (/^[-+*]$/.test(marker) && !showsBullets(scene))) {
    return element("li", properties, words);
  }
  return withMarker(properties, marker, words);
}

/** The marker goes into the first paragraph, where there is one, to stand on its line. */
function withMarker(properties: Properties, marker: string, children: ElementContent[]): Element {
  const first = children.find((child) => child.type === "element" || textOf(child).trim() !== "");
  const span = element("span", { className: ["marker"] }, [...textPieces(marker), text(first ? " " : "")]);
  if (first?.type !== "element" || first.tagName !== "p")
    return element("li", properties, [span, ...children]);
  const paragraph = { ...first, children: [span, ...first.children] };
  return element(
    "li",
    properties,
    children.map((child) => (child === first ? paragraph : child)),
  );
}

/** The box of a task (GFM §5.3) stays the text it was, and says what it stands for. */
function withTaskBox(children: ElementContent[], scene: Scene): ElementContent[] {
  const index = children.findIndex((child) => child.type === "element" || textOf(child).trim() !== "");
  const first = children[index];
  if (first?.type === "element" && first.tagName === "p") {
    return children.with(index, { ...first, children: withTaskBox(first.children, scene) });
  }
  const box = first?.type === "text" ? /^\[[ xX]\](?=\s)/.exec(first.value)?.[0] : undefined;
  if (first?.type !== "text" || box === undefined) return children;
  const { taskDone, taskOpen } = scene.context.words;
  const properties = { className: ["task"], role: "img", ariaLabel: box === "[ ]" ? taskOpen : taskDone };
  return children.toSpliced(
    index,
    1,
    element("span", properties, [text(box)]),
    text(first.value.slice(box.length)),
  );
}

/** A text node of a line, and what may be done with it. */
type Passage = {
  readonly value: string;
  /** Where it begins in the line, in UTF-16 code units. */
  readonly start: number;
  readonly role: "words" | "link" | "verbatim";
};

/** Text between two block boundaries, with its inline elements. */
function decorateLine(line: readonly ElementContent[], scene: Scene, verbatim: boolean): Content {
  const passages = collectPassages(line, verbatim ? "verbatim" : "words");
  const whole = passages.map(({ value }) => value).join("");
  // Code and addresses keep their place, but are nothing to set spaces by.
  const words = passages.map(({ value, role }) =>
    role === "verbatim" ? "\uFFFC".repeat(value.length) : value,
  );
  const spaced = verbatim ? whole : applySpacing(words.join(""), scene.context.language);
  const stray = findStrayControls(whole);
  let next = 0;

  const rebuild = (node: ElementContent): ElementContent[] => {
    if (node.type === "element" && node.tagName !== "br") {
      return [decoratePhrasing(node, node.children.flatMap(rebuild), scene)];
    }
    const passage = passages[next++];
    if (node.type !== "text" || !passage) return [node];
    const { value, start, role } = passage;
    const shown = role === "verbatim" ? value : spaced.slice(start, start + value.length);
    return decorateText({ value: shown, start, role }, stray, scene);
  };
  return { children: line.flatMap(rebuild), rightToLeft: hasRightToLeft(whole) };
}

function collectPassages(line: readonly ElementContent[], outer: Passage["role"]): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  const collect = (node: ElementContent, role: Passage["role"]) => {
    if (node.type === "element" && node.tagName !== "br") {
      const inner = role === "verbatim" ? role : roleWithin(node, role);
      for (const child of node.children) collect(child, inner);
      return;
    }
    const value = node.type === "text" ? node.value : "\n";
    passages.push({ value, start, role });
    start += value.length;
  };
  for (const node of line) collect(node, outer);
  return passages;
}

function roleWithin(node: Element, outer: Passage["role"]): Passage["role"] {
  if (node.tagName === "code") return "verbatim";
  if (node.tagName !== "a") return outer;
  const { href } = node.properties;
  const bare = typeof href === "string" && href.endsWith(textOf(node));
  return bare || "dataCall" in node.properties ? "verbatim" : "link";
}

function decoratePhrasing(safe: Element, children: ElementContent[], scene: Scene): Element {
  if (safe.tagName !== "a") return element(safe.tagName, {}, children);
  const { href, title, dataPicture, dataCall, dataReturn } = safe.properties;
  const { scope, words, voice } = scene.context;

  if (typeof dataCall === "string") {
    const [note = ""] = dataCall.split(".");
    return element("a", { id: `${scope}-call-${dataCall}`, href: `#${scope}-fn-${note}` }, children);
  }
  if (typeof dataReturn === "string") {
    const [, call = "1"] = dataReturn.split(".");
    const which = call === "1" ? "" : ` ${call}`;
    const properties = { href: `#${scope}-call-${dataReturn}`, ariaLabel: words.backToText + which };
    return element("a", properties, [text(`↩${which && `\u00A0${call}`}`)]);
  }
  // The wall took the address away: the words stay.
  if (typeof href !== "string") return element("span", {}, children);

  const properties: Properties = {
    href,
    rel: voice === "comment" ? ["nofollow", "noopener", "ugc"] : ["noopener"],
  };
  if (typeof title === "string") properties.title = spellControls(title);
  if (dataPicture === undefined) return element("a", properties, children);
  const label = element("span", { className: ["label"] }, [text(words.picture)]);
  const alt = children.length > 0 ? [text(" "), ...children] : [];
  return element("a", { className: ["picture"], ...properties }, [label, ...alt]);
}

/** Text for a place where only its characters may be marked, nothing in it read. */
function textPieces(value: string): ElementContent[] {
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

function decorateText(passage: Passage, stray: ReadonlySet<number>, scene: Scene): ElementContent[] {
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
  const name = codePointName(control);
  return { node: element("span", { className: ["control"] }, [text(name)]), length: control.length };
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
