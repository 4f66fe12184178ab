import type { Element, ElementContent, Properties } from "hast";
import type {
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Parents,
  Root,
  Table,
  Text,
} from "mdast";
import { defaultHandlers, type Options } from "remark-rehype";
import { element, text } from "./display/nodes";
import type { References } from "./references";

type Handlers = NonNullable<Options["handlers"]>;
type State = Parameters<NonNullable<Handlers["paragraph"]>>[0];

/** One text on its way from Markdown to HTML. */
export type Manuscript = {
  readonly source: string;
  readonly references: References;
  /** Whether a single line break in the source is a line break on the page. */
  readonly keepsLineBreaks: boolean;
  /** The absolute address a link leads to; `undefined` where it may not lead anywhere. */
  readonly resolve: (url: string) => string | undefined;
  /** Whether an address is the name of a picture of the archive, which may be shown. */
  readonly isOwnPicture: (url: string) => boolean;
};

/**
 * How remark-rehype turns Markdown nodes into elements, where its own way would lose or invent
 * something. The result is not safe yet: it goes through the wall (`sanitize-schema.ts`), and the
 * `data` attributes set here tell `decorate.ts`, behind the wall, what to make of an element.
 */
export function createHandlers(manuscript: Manuscript): Handlers {
  const { source, references, keepsLineBreaks, resolve, isOwnPicture } = manuscript;
  const calls = new Map<number, number>();

  return {
    root: (state: State, root: Root) => {
      // All notes are written before they are counted: a note may call an earlier one again.
      const body = state.all(root);
      const notes = references.notes.map((note) => state.all(note));
      return state.wrap(notes.length > 0 ? [...body, noteList(notes)] : body);
    },

    text: (_state: State, node: Text) => lines(node.value),
    break: () => element("br"),

    /** Raw HTML is text, to the letter. */
    html: (_state: State, node: Html, parent: Parents | undefined) => literal(node.value, parent),

    code: (_state: State, { lang, meta, value }: Code) => {
      const info = [lang, meta].filter(Boolean).join(" ");
      return element("pre", info === "" ? {} : { dataInfo: info }, [element("code", {}, [text(value)])]);
    },

    /** A row that is wider than the head widens the table (GFM §4.10 would drop its last cells). */
    table: (state: State, node: Table) => {
      const width = node.children.reduce((widest, row) => Math.max(widest, row.children.length), 0);
      const align = Array.from({ length: width }, (_, column) => node.align?.[column] ?? null);
      return defaultHandlers.table(state, { ...node, align });
    },

    link: (state: State, node: Link) => link(state, node, node),
    linkReference: (state: State, node: LinkReference) =>
      link(state, node, references.definition(node.identifier)),
    image: (_state: State, node: Image) => picture(node, node),
    imageReference: (_state: State, node: ImageReference) =>
      picture(node, references.definition(node.identifier)),

    definition: (_state: State, node: Definition, parent: Parents | undefined) =>
      references.isUsed(node) ? undefined : literal(sourceOf(node), parent),
    footnoteDefinition: (_state: State, node: FootnoteDefinition, parent: Parents | undefined) =>
      references.isCalled(node) ? undefined : literal(sourceOf(node), parent),

    footnoteReference: (_state: State, node: FootnoteReference) => {
      const number = references.noteNumber(node.identifier);
      if (number === undefined) return lines(sourceOf(node));
      const call = (calls.get(number) ?? 0) + 1;
      calls.set(number, call);
      return element("sup", {}, [element("a", { dataCall: `${number}.${call}` }, [text(labelOf(node))])]);
    },
  };

  /** Text with its line breaks; one after a backslash is always kept, and so is the backslash. */
  function lines(value: string): ElementContent[] {
    const [first = "", ...rest] = linesOf(value);
    let previous = first;
    const nodes: ElementContent[] = [text(first)];
    for (const line of rest) {
      nodes.push(
        ...(keepsLineBreaks || previous.endsWith("\\") ? [element("br"), text(line)] : [text(`\n${line}`)]),
      );
      previous = line;
    }
    return nodes.filter((node) => node.type !== "text" || node.value !== "");
  }

  /** Source text that is shown as it stands: a paragraph between blocks, words within one. */
  function literal(value: string, parent: Parents | undefined): ElementContent | ElementContent[] {
    const content = value
      .split("\n")
      .flatMap((line, index): ElementContent[] => (index === 0 ? [text(line)] : [element("br"), text(line)]));
    return parent && FLOW_PARENTS.has(parent.type) ? element("p", {}, content) : content;
  }

  function sourceOf({ position }: Nodes): string {
    return position ? source.slice(position.start.offset, position.end.offset) : "";
  }

  function link(state: State, node: Link | LinkReference, target: Target | undefined): ElementContent[] {
    const content = state.all(node);
    const href = target && resolve(target.url);
    if (!target || href === undefined) return asTyped(node, content);

    const lifted: Element[] = [];
    const words = withoutAnchors(content, lifted);
    const pictures = words.filter(({ type }) => type === "element");
    const visible = words.some(isVisible) ? words : [...pictures, text(target.url)];
    const anchor = element("a", { href, ...titled(target) }, visible);
    return [anchor, ...lifted.flatMap((inner) => [text(" "), inner])];
  }

  /** A link that may not lead anywhere: its words, between the brackets and the address as they were typed. */
  function asTyped(node: Link | LinkReference, content: ElementContent[]): ElementContent[] {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    const first = node.children[0]?.position?.start.offset ?? end;
    const last = node.children.at(-1)?.position?.end.offset ?? end;
    // The parser finds some bare addresses late and gives them no position: their words are the address.
    if (start === undefined) return content;
    return [...lines(source.slice(start, first)), ...content, ...lines(source.slice(last, end))];
  }

  /**
   * A picture of the archive is shown. A remote one would report its readers to its server: it becomes a link that says
   * what it is.
   */
  function picture(node: Image | ImageReference, target: Target | undefined): ElementContent[] {
    if (target && isOwnPicture(target.url)) {
      return [element("img", { dataFile: target.url, alt: node.alt ?? "", ...titled(target) })];
    }
    const href = target && resolve(target.url);
    if (!target || href === undefined) return lines(sourceOf(node));
    return [element("a", { href, ...titled(target), dataPicture: "" }, lines(node.alt ?? ""))];
  }

  function noteList(notes: readonly ElementContent[][]): Element {
    const items = references.notes.map((note, index) => {
      const number = index + 1;
      const returns = Array.from({ length: calls.get(number) ?? 0 }, (_, call) => [
        text(" "),
        element("a", { dataReturn: `${number}.${call + 1}` }),
      ]).flat();
      const content = notes[index] ?? [];
      const last = content.at(-1);
      if (last?.type === "element" && last.tagName === "p") last.children.push(...returns);
      else content.push(element("p", {}, returns));
      return element("li", { dataNote: String(number), dataLabel: labelOf(note) }, content);
    });
    return element("ol", { dataNotes: "" }, items);
  }
}

/** Lines without the spaces around their breaks, which mean nothing in Markdown (CommonMark 0.31 §6.8). */
function linesOf(value: string): string[] {
  const lines = value.split("\n");
  if (lines.length === 1) return lines;
  return lines.map((line, index) => {
    const trimmed = index > 0 ? trimBlanksStart(line) : line;
    return index < lines.length - 1 ? trimBlanksEnd(trimmed) : trimmed;
  });
}

function trimBlanksStart(line: string): string {
  return line.replace(/^[ \t]+/, "");
}

// Not /[ \t]+$/, which takes quadratic time on spaces that end before the line does.
function trimBlanksEnd(line: string): string {
  let end = line.length;
  while (line[end - 1] === " " || line[end - 1] === "\t") end--;
  return line.slice(0, end);
}

type Target = { readonly url: string; readonly title?: string | null | undefined };

const FLOW_PARENTS: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

function titled({ title }: Target): Properties {
  return title ? { title } : {};
}

/** Whether a link has a name with this in it: words, or a picture with an alternative text. */
function isVisible(node: ElementContent): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  if (node.type !== "element") return false;
  return node.tagName === "img" ? String(node.properties.alt).trim() !== "" : node.children.some(isVisible);
}

/** The label as its writer typed it, not a number of ours. */
function labelOf({ label, identifier }: FootnoteReference | FootnoteDefinition): string {
  return label ?? identifier;
}

/**
 * HTML knows no link inside a link. A picture within one leaves its words there and goes to `lifted`,
 * to stand behind the link; so does the call of a footnote.
 */
function withoutAnchors(nodes: readonly ElementContent[], lifted: Element[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (node.tagName === "sup") {
      lifted.push(node);
      return [];
    }
    if (node.tagName === "a") {
      lifted.push({ ...node, children: [] });
      return node.children;
    }
    return [{ ...node, children: withoutAnchors(node.children, lifted) }];
  });
}
