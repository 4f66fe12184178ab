import type { ElementContent, Properties } from "hast";
import { find, html } from "property-information";
import { element, text } from "../../text/markdown/display/nodes";
import { textDirection } from "../../text/writing/language-tag";
import { writeXmlInline, type XmlNode, xml } from "../xml";

/** A document of a book. */
export type BookDocument = {
  /** On one line. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly body: readonly ElementContent[];
};

/** The style sheet's path in the book. */
export const STYLE = "style.css";

/** A content document (EPUB 3.2 §2.1): HTML as XML 1.0 in UTF-8, well-formed whatever its texts hold. */
export function writeDocument({ title, language, body }: BookDocument): string {
  const root = element("html", describeRoot(language), [
    element("head", {}, [
      element("title", {}, [text(title)]),
      element("link", { rel: ["stylesheet"], href: STYLE }),
    ]),
    element("body", {}, [...body]),
  ]);
  const markup = toXml(root).map(writeXmlInline).join("");
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${markup}\n`;
}

function describeRoot(language: string): Properties {
  return {
    xmlns: "http://www.w3.org/1999/xhtml",
    "xmlns:epub": "http://www.idpf.org/2007/ops",
    lang: language,
    "xml:lang": language,
    dir: textDirection(language),
  };
}

/** Elements of HTML as elements of XML; what is neither element nor text is left out. */
function toXml(node: ElementContent): XmlNode[] {
  if (node.type === "text") return [node.value];
  if (node.type !== "element") return [];
  return [xml(node.tagName, nameAttributes(node.properties), node.children.flatMap(toXml))];
}

/** A property that is only there has its own name as its value, since XML wants one (XHTML 1.0 §4.5). */
function nameAttributes(properties: Properties): Readonly<Record<string, string>> {
  const attributes = Object.entries(properties).flatMap(([property, value]) => {
    if (value === undefined || value === null || value === false) return [];
    const { attribute, commaSeparated } = find(html, property);
    const list = Array.isArray(value) ? value.join(commaSeparated ? "," : " ") : value;
    return [[attribute, value === true ? attribute : String(list)] as const];
  });
  return Object.fromEntries(attributes);
}
