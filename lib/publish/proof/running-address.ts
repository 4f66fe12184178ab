/** An attribute as a parser gives it: its name in lower case, without the prefix of `xlink:href`. */
type Attribute = { readonly name: string; readonly value: string };

/** Attributes whose value is an address, or begins with one (WHATWG HTML, index of attributes; SVG 2 §16.1.5). */
const ADDRESSES: ReadonlySet<string> = new Set([
  ...["href", "xlink:href", "src", "action", "formaction", "poster", "cite", "data", "background"],
  ...["longdesc", "lowsrc", "dynsrc", "manifest", "codebase", "classid", "profile", "itemid"],
]);

/** Lists of addresses: `ping` by spaces, a picture's choices by commas, each with a width or density behind it. */
const ADDRESS_LISTS: ReadonlySet<string> = new Set(["ping", "srcset", "imagesrcset", "archive"]);

/** SVG writes these into an attribute of another element, which may be its address. */
const ANIMATIONS: ReadonlySet<string> = new Set(["animate", "set"]);
const ANIMATED: ReadonlySet<string> = new Set(["to", "from", "by", "values"]);

/** Documents and code in an address; a picture in one can do nothing. */
const RUNNING = /^(?:javascript|vbscript|data(?!:image\/)):/u;

/**
 * The addresses of an element that a browser would run, or show as a document of their writer's, instead of going
 * somewhere. Only attributes that hold addresses are looked at: in a description `javascript:` is a word.
 *
 * @param tagName in lower case
 * @returns the values of the attributes at fault
 */
export function findRunningAddresses(tagName: string, attributes: readonly Attribute[]): string[] {
  return attributes
    .filter(({ name, value }) => listAddresses(tagName, name, value, attributes).some(isRunning))
    .map(({ value }) => value);
}

function listAddresses(
  tagName: string,
  name: string,
  value: string,
  attributes: readonly Attribute[],
): readonly string[] {
  if (ADDRESSES.has(name)) return [value];
  if (ADDRESS_LISTS.has(name)) return value.split(/[\s,]+(?!image\/)/u);
  if (ANIMATIONS.has(tagName) && ANIMATED.has(name)) return value.split(";");
  if (tagName === "meta" && name === "content" && isRefresh(attributes)) return [readRefresh(value)];
  return [];
}

function isRefresh(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name, value }) => name === "http-equiv" && value.toLowerCase() === "refresh");
}

/** `0; url='https://example.org/'` (WHATWG HTML §4.2.5.3, shared declarative refresh steps). */
function readRefresh(content: string): string {
  return content.replace(/^[\s\d.]*[;,]?\s*(?:url\s*=)?\s*["']?/iu, "");
}

/** WHATWG URL §4.4: what stands before the scheme and is no part of it, and what is taken out of an address. */
function isRunning(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them, so this must
  const written = address.replace(/^[\u0000-\u0020]+|[\t\n\r]/gu, "");
  return RUNNING.test(written.toLowerCase());
}
