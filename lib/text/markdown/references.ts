import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/** Which definitions of a text are used, and for what (CommonMark 0.31 §4.7; GitHub's footnotes). */
export type References = {
  /** The definition that a reference with this identifier resolves to. */
  definition(identifier: string): Definition | undefined;
  /** Whether a reference that is shown as a link or picture resolves to exactly this definition. */
  isUsed(definition: Definition): boolean;
  /** The footnotes that are called, in the order of their first call. */
  readonly notes: readonly FootnoteDefinition[];
  /** The footnote's place in `notes`, from 1; `undefined` for one that is never called. */
  noteNumber(identifier: string): number | undefined;
  /** Whether this is the definition (of perhaps several with its label) that the calls lead to. */
  isCalled(definition: FootnoteDefinition): boolean;
  /** UTF-16 code units of all addresses and titles that references repeat. */
  readonly repeated: number;
};

/** @param leads whether a link may lead to this address */
export function readReferences(tree: Root, leads: (url: string) => boolean): References {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  visit(tree, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    } else if (node.type === "footnoteDefinition" && !footnotes.has(node.identifier)) {
      footnotes.set(node.identifier, node);
    }
  });

  const leading = new Set([...definitions.values()].filter(({ url }) => leads(url)));
  const used = new Set<Definition>();
  const notes: FootnoteDefinition[] = [];
  const numbers = new Map<string, number>();
  let repeated = 0;

  const follow = (from: Nodes) =>
    visit(from, (node) => {
      // A footnote is read when it is called, not where it stands.
      if (node.type === "footnoteDefinition" && node !== from) return SKIP;
      if (node.type === "linkReference" || node.type === "imageReference") {
        const definition = definitions.get(node.identifier);
        if (!definition || !leading.has(definition)) return;
        used.add(definition);
        repeated += definition.url.length + (definition.title?.length ?? 0);
      }
      if (node.type === "footnoteReference") {
        const note = footnotes.get(node.identifier);
        if (note && !numbers.has(node.identifier)) numbers.set(node.identifier, notes.push(note));
      }
    });
  follow(tree);
  // Notes may call notes: the list grows while it is read.
  for (const note of notes) follow(note);

  return {
    definition: (identifier) => definitions.get(identifier),
    isUsed: (definition) => used.has(definition),
    notes,
    noteNumber: (identifier) => numbers.get(identifier),
    isCalled: (definition) =>
      footnotes.get(definition.identifier) === definition && numbers.has(definition.identifier),
    repeated,
  };
}
