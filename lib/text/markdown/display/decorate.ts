import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import type { MarkdownContext } from "../context";
import { type Content, decorateLine } from "./decorate-line";
import { textPieces } from "./decorate-text";
import { markerAt } from "./list-markers";
import { element, text, textOf } from "./nodes";
import type { Scene } from "./scene";

/** A safe tree with the archive's own touches, and the names it mentions that are nobody's in the thread. */
export type Decorated = {
  readonly children: readonly ElementContent[];
  readonly absentNames: readonly string[];
};

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
  return { children, absentNames: [...scene.absentNames] };
}

const PHRASING: ReadonlySet<string> = new Set(["a", "em", "strong", "del", "code", "sup", "br", "img"]);

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
