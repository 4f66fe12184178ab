import { showControl } from "../text/writing/unicode";

/** An element of an XML document as data. */
export type XmlElement = {
  readonly name: string;
  /** Those that are `undefined` are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
};

/** A string is text as it is meant, not as it is escaped. */
export type XmlNode = XmlElement | string;

export function xml(
  name: string,
  attributes: XmlElement["attributes"] = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children };
}

/**
 * A document of XML 1.0 in UTF-8, an element to a line; an element with text in it is written on one. Whatever its texts
 * hold it is well-formed, and a reader gets them back to the letter, but for the characters that XML cannot hold (§2.2):
 * a control is its picture, NUL, halves of surrogate pairs, U+FFFE and U+FFFF are U+FFFD.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeNode(root)}\n`;
}

function writeNode(node: XmlNode): string {
  if (typeof node === "string") return escapeSigns(node, TEXT);
  const { name, attributes, children } = node;
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeMarkup(value)}"`],
  );
  const start = `<${name}${given.join("")}`;
  if (children.length === 0) return `${start}/>`;
  const separator = children.some((child) => typeof child === "string") ? "" : "\n";
  const content = children.map(writeNode).join(separator);
  return `${start}>${separator}${content}${separator}</${name}>`;
}

// A parser makes LF of CR (§2.11), and of white space in an attribute a space (§3.3.3), unless they are references.
const TEXT = /[&<>\r]/gu;
const ATTRIBUTE = /[&<>"'\t\n\r]/gu;

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** A text for between tags or double quotation marks, in XML or in HTML. */
export function escapeMarkup(text: string): string {
  return escapeSigns(text, ATTRIBUTE);
}

function escapeSigns(text: string, special: RegExp): string {
  return text
    .replace(FORBIDDEN, (sign) => (/(?!\0)\p{Cc}/u.test(sign) ? showControl(sign) : "\uFFFD"))
    .replace(special, (sign) => NAMED.get(sign) ?? `&#${sign.charCodeAt(0)};`);
}
