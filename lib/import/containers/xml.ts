import { SaxesParser } from "saxes";
import { decodeReferences } from "../conversion/character-references";
import type { TextInput } from "./input";
import { SourceRefusal } from "./refusal";

/** An element of a document with all that it holds; names and attributes as written, prefix included. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text and that of its CDATA sections, in order. */
  text: string;
  readonly children: readonly XmlElement[];
};

/** What of a document was no XML and had to be replaced. */
export type XmlRepairs = { controls: number; references: number };

/** Elements inside one another; exports have five. */
const DEEPEST = 64;

/**
 * The elements with one of these names, each as soon as it is whole; nothing else of the document is kept.
 *
 * XML is read without its document type: no entity but XML's own five and HTML's named ones means anything, and nothing is
 * ever fetched. Characters that XML forbids (§2.2), which databases hold nevertheless, become their pictures (`␀`).
 *
 * @param names of elements that do not hold one another
 * @throws SourceRefusal where it is cut off or not well-formed, behind the elements that were whole
 */
export async function* readXmlElements(
  input: TextInput,
  names: ReadonlySet<string>,
  repairs: XmlRepairs,
): AsyncGenerator<XmlElement> {
  const whole: XmlElement[] = [];
  const parser = makeParser(input.name, names, (element) => whole.push(element));
  for await (const chunk of repair(input.chunks(), repairs)) {
    parser.write(chunk);
    yield* whole.splice(0);
  }
  parser.close();
  yield* whole.splice(0);
}

function makeParser(path: string, names: ReadonlySet<string>, give: (element: XmlElement) => void): SaxesParser {
  const parser = new SaxesParser();
  const open: (XmlElement & { children: XmlElement[] })[] = [];
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw refuse(path, parser.line, "elements nested too deep", `at most ${DEEPEST}`);
    if (open.length > 0 || names.has(name)) open.push({ name, attributes, text: "", children: [] });
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    depth -= 1;
    const element = open.pop();
    if (element === undefined) return;
    const around = open.at(-1);
    if (around === undefined) give(element);
    else around.children.push(element);
  });
  parser.on("error", (error) => {
    const found = error.message.replace(/^\d+:\d+: /u, "");
    throw refuse(path, parser.line, found, "well-formed XML");
  });
  return parser;
}

function refuse(path: string, line: number, found: string, expected: string): SourceRefusal {
  return new SourceRefusal(path, `line ${line}`, found.replace(/\.$/u, ""), expected);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** XML's own, which its parser reads. */
const OWN: ReadonlySet<string> = new Set(["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]);

/** A reference that a piece of text ends within is left for the next piece. */
const REFERENCE = /&(?:[a-zA-Z][a-zA-Z\d]{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});/gu;

async function* repair(chunks: AsyncIterable<string>, repairs: XmlRepairs): AsyncGenerator<string> {
  const state = { inCdata: false };
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const cut = findCut(text);
    rest = text.slice(cut);
    yield repairText(text.slice(0, cut), state, repairs);
  }
  yield repairText(rest, state, repairs);
}

/** Where a piece may end: before a surrogate, a reference or a mark of a CDATA section that goes on in the next piece. */
function findCut(text: string): number {
  const open = Math.max(text.lastIndexOf("&"), text.lastIndexOf("<"), text.lastIndexOf("]"));
  const from = text.length - 40;
  if (open >= from && open >= 0) return Math.max(0, Math.min(open, text.lastIndexOf("]]", open) < 0 ? open : open - 1));
  return /[\ud800-\udbff]$/u.test(text.slice(-1)) ? text.length - 1 : text.length;
}

/** Within CDATA an ampersand is one. */
function repairText(text: string, state: { inCdata: boolean }, repairs: XmlRepairs): string {
  const parts = text.split(/(<!\[CDATA\[|\]\]>)/u);
  const repaired = parts.map((part) => {
    if (part === "<![CDATA[") state.inCdata = true;
    else if (part === "]]>") state.inCdata = false;
    return state.inCdata ? part : repairReferences(part, repairs);
  });
  return repaired.join("").replace(FORBIDDEN, (character) => {
    repairs.controls += 1;
    return pictureOf(character);
  });
}

function repairReferences(text: string, repairs: XmlRepairs): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (reference) => {
    if (OWN.has(reference)) return reference;
    const character = decodeReferences(reference);
    if (character === reference || /^[<&>]$/u.test(character)) return reference;
    if (!reference.startsWith("&#")) repairs.references += 1;
    return character;
  });
}

function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
}
