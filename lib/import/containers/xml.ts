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
export type XmlRepairs = { controls: number; references: number; outside: number; unquoted: number };

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
  const parser = makeParser(input.name, names, repairs, (element) => whole.push(element));
  for await (const chunk of repair(input.chunks(), repairs)) {
    parser.write(chunk);
    yield* whole.splice(0);
  }
  parser.close();
  yield* whole.splice(0);
}

function makeParser(
  path: string,
  names: ReadonlySet<string>,
  repairs: XmlRepairs,
  give: (element: XmlElement) => void,
): SaxesParser {
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
    // What stands around the document is none of it, and loses nothing of it.
    if (found.startsWith("text data outside of root node")) repairs.outside += 1;
    else throw refuse(path, parser.line, found, "well-formed XML");
  });
  return parser;
}

function refuse(path: string, line: number, found: string, expected: string): SourceRefusal {
  return new SourceRefusal(path, `line ${line}`, found.replace(/\.$/u, ""), expected);
}

/** XML 1.0 §2.2, and surrogates that are no pair. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** XML's own, which its parser reads. */
const OWN: ReadonlySet<string> = new Set(["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]);

/** A reference that a piece of text ends within is left for the next piece. */
const REFERENCE = /&(?:[a-zA-Z][a-zA-Z\d]{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});/gu;

async function* repair(chunks: AsyncIterable<string>, repairs: XmlRepairs): AsyncGenerator<string> {
  const state = { inCdata: false, begun: false };
  let rest = "";
  for await (const chunk of chunks) {
    const text = begin(rest + chunk, state, repairs);
    const cut = findCut(text);
    rest = text.slice(cut);
    yield repairText(text.slice(0, cut), state, repairs);
  }
  yield repairText(rest, state, repairs);
}

/** A declaration must be the first that a document holds (XML 1.0 §2.8): what stands before it is left out. */
function begin(text: string, state: { begun: boolean }, repairs: XmlRepairs): string {
  const start = state.begun ? 0 : text.indexOf("<");
  if (start < 0) return "";
  if (text.slice(0, start).trim() !== "") repairs.outside += 1;
  state.begun = true;
  return text.slice(start);
}

/** A tag or a reference is not longer than this, in UTF-16 code units. */
const WINDOW = 2048;

/** Where a piece may end: before a tag, a reference, the end of a CDATA section or a surrogate that goes on in the next one. */
function findCut(text: string): number {
  const tail = text.slice(-WINDOW);
  const [open] = /(?:<[^<>]*|&[#\w]*|\]{1,2}|[\ud800-\udbff])$/.exec(tail) ?? [""];
  return text.length - open.length;
}

/** Within CDATA an ampersand is one. */
function repairText(text: string, state: { inCdata: boolean }, repairs: XmlRepairs): string {
  const parts = text.split(/(<!\[CDATA\[|\]\]>)/u);
  const repaired = parts.map((part) => {
    if (part === "<![CDATA[") state.inCdata = true;
    else if (part === "]]>") state.inCdata = false;
    return state.inCdata ? part : repairAttributes(repairReferences(part, repairs), repairs);
  });
  return repaired.join("").replace(FORBIDDEN, (character) => {
    const picture = pictureOf(character);
    if (picture !== character) repairs.controls += 1;
    return picture;
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

/** `<thread id=7/>`, as some write by hand. */
const UNQUOTED = /(<[\w:.-]+(?:\s+[\w:.-]+\s*=\s*"[^"<]*")*\s+[\w:.-]+\s*=\s*)([^\s"'<>/]+)(?=[\s/>])/gu;

function repairAttributes(text: string, repairs: XmlRepairs): string {
  return text.replace(UNQUOTED, (_, before: string, value: string) => {
    repairs.unquoted += 1;
    return `${before}"${value}"`;
  });
}

/** C1 controls (U+007F to U+009F) XML allows, and discourages. */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x7f && code <= 0x9f) return character;
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
}
