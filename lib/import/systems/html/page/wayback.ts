import type { Element, Root } from "hast";
import type { SourceMoment } from "../../../model";

/** `https://web.archive.org/web/20190304050607im_/http://forum.example/t/57`, or the same without its beginning. */
const REWRITTEN =
  /^(?:(?:https?:)?\/\/web\.archive\.org)?\/web\/(\d{4,14})(?:[a-z]{2}_)?\/((?:https?|mailto):.+)$/iu;

export type Rewritten = { readonly url: string; readonly captured?: SourceMoment };

/** The address that the Wayback Machine replaced, and when it fetched it (UTC); `undefined` for any other address. */
export function readRewritten(address: string): Rewritten | undefined {
  const [, digits = "", url] = REWRITTEN.exec(address.trim()) ?? [];
  if (url === undefined) return undefined;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(digits) ?? [];
  const whole = /^(https?:)\/(?!\/)/iu.test(url) ? url.replace(/^(https?:)\//iu, "$1//") : url;
  if (second === undefined) return { url: whole };
  return { url: whole, captured: `${year}-${month}-${day}T${hour}:${minute}:${second}Z` };
}

/** Whether a page was saved from the Wayback Machine, which writes its own addresses over all others. */
export function isRewritten(html: string): boolean {
  return /FILE ARCHIVED ON|id="wm-ipp|web\.archive\.org\/_?static|web-static\.archive\.org/u.test(html);
}

/** Puts the page's own addresses back, and takes the archive's toolbar off. In place. */
export function restoreAddresses(root: Root): void {
  const visit = (element: Element): void => {
    for (const [name, value] of Object.entries(element.properties)) {
      const original = typeof value === "string" ? readRewritten(value) : undefined;
      if (original) element.properties[name] = original.url;
    }
    element.children = element.children.filter((child) => child.type !== "element" || !isToolbar(child));
    for (const child of element.children) if (child.type === "element") visit(child);
  };
  for (const child of root.children) if (child.type === "element") visit(child);
}

function isToolbar({ properties: { id } }: Element): boolean {
  return typeof id === "string" && /^(?:wm-ipp|donato)/u.test(id);
}
