import { textOf } from "../../../../text/markdown/display/nodes";
import { attribute } from "../../../conversion/hast";
import type { PageTree } from "./page-tree";

export type JsonObject = { readonly [key: string]: unknown };

/** Every object of a page's JSON-LD (JSON-LD 1.1 §9.1), `@graph` and nested ones included, the outer before the inner. */
export function listJsonLd(tree: PageTree): JsonObject[] {
  const scripts = tree.withTag("script").filter((each) => /ld\+json/u.test(attribute(each, "type") ?? ""));
  return scripts.flatMap((script) => flatten(parse(textOf(script))));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/gu, ""));
  } catch {
    return undefined;
  }
}

/** What of a page's JSON-LD is read at most: beyond it, it is data and no description. */
const MOST = 5000;

function flatten(top: unknown): JsonObject[] {
  const [found, waiting]: [JsonObject[], unknown[]] = [[], [top]];
  for (let at = 0; at < waiting.length && found.length < MOST; at++) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value);
    else if (isObject(value)) {
      found.push(value);
      waiting.push(...Object.values(value));
    }
  }
  return found;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The types of an object, without the vocabulary's address. */
export function typesOf({ "@type": type }: JsonObject): string[] {
  const types = Array.isArray(type) ? type : [type];
  return types.map((each) => String(each).replace(/^https?:\/\/schema\.org\//u, ""));
}

/** A text, or the first of a list, or the name or value of an object. */
export function jsonText(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() || undefined;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return jsonText(value[0]);
  return isObject(value) ? jsonText(value.name ?? value["@value"] ?? value.url ?? value["@id"]) : undefined;
}
