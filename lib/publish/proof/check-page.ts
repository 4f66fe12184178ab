import type { Dress } from "../../print/page/dress-page";
import { EARLY_PREFERENCES } from "../../share/reader/early-preferences";
import { compareTrees } from "./compare-trees";
import {
  attributeOf,
  type Document,
  type Element,
  isElementNode,
  listNodes,
  readDocument,
  textOf,
  writeDocument,
} from "./html-tree";
import { findNeeds } from "./page-needs";
import { findRunningAddresses } from "./running-address";

const EMBEDDING = new Set(["iframe", "object", "embed", "base", "frame", "portal"]);

export type CheckedPage = {
  /** Why the page should not have been printed, each a clause. */
  readonly problems: readonly string[];
  /** Paths in the site of everything the page loads, and of everything of the site that its head names. */
  readonly needs: readonly string[];
};

/**
 * What nobody looks at while printing, since it cannot happen: markup that runs, embeds, or reads differently than it was
 * written. Looked at whenever pages are proven.
 *
 * @param address the page's public address
 */
export function checkPage(html: string, address: URL, url: URL, dress: Dress): CheckedPage {
  const document = readDocument(html);
  const elements = listNodes(document).filter(isElementNode);
  const { paths, problems: foreign } = findNeeds(document, { address, url });
  return {
    needs: paths,
    problems: [
      ...elements.flatMap(findBadAttributes),
      ...elements.flatMap((element) => judgeElement(element, dress)),
      ...foreign,
      ...checkHead(html, elements),
      ...rereadPage(document, html),
    ],
  };
}

function findBadAttributes({ tagName, attrs }: Element): string[] {
  const running = findRunningAddresses(tagName, attrs);
  return [
    ...attrs.flatMap(({ name, value }) => {
      if (name === "style") return [`<${tagName}> has the style attribute "${value}"`];
      return name.startsWith("on") ? [`<${tagName}> has the handler ${name}`] : [];
    }),
    ...running.map((address) => `<${tagName}> has the address ${address}`),
  ];
}

function judgeElement(element: Element, dress: Dress): string[] {
  const { tagName } = element;
  if (EMBEDDING.has(tagName)) return [`there is an <${tagName}>`];
  if (tagName === "script") return judgeScript(element, dress);
  if (tagName !== "style") return [];
  const isKnown = [...dress.stylesheets.values()].some(({ css }) => css === textOf(element));
  return isKnown ? [] : ["there is a <style> that is none of the site's"];
}

function judgeScript(element: Element, { base, scripts }: Dress): string[] {
  const source = attributeOf(element, "src");
  const text = textOf(element);
  if (source !== undefined) {
    const isKnown = [...scripts.values()].some(
      ({ path, integrity }) => source === `${base}${path}` && attributeOf(element, "integrity") === integrity,
    );
    return isKnown ? [] : [`there is an unknown script: ${source}`];
  }
  if (text === EARLY_PREFERENCES) return [];
  if (attributeOf(element, "type") !== "application/ld+json")
    return [`there is an unknown script: ${text.slice(0, 60)}`];
  return isJson(text) ? [] : [`its JSON-LD is not JSON: ${text.slice(0, 60)}`];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** WHATWG HTML §4.2.5.4: the character encoding stands within the first 1024 bytes. */
function checkHead(html: string, elements: readonly Element[]): string[] {
  const titles = elements.filter(
    ({ tagName, parentNode }) => tagName === "title" && parentNode?.nodeName === "head",
  );
  const policies = elements.filter(
    (element) => attributeOf(element, "http-equiv") === "Content-Security-Policy",
  );
  return [
    ...(/^.{0,900}<meta charset=/isu.test(html) ? [] : ["there is no <meta charset> at its beginning"]),
    ...(titles.length === 1 ? [] : [`there are ${titles.length} <title>, expected 1`]),
    ...(policies.length === 1 ? [] : [`there are ${policies.length} policies, expected 1`]),
  ];
}

/** A page that reads differently once it is written could lose or gain words, or markup (mutation XSS). */
function rereadPage(document: Document, html: string): string[] {
  const difference = compareTrees(readDocument(writeDocument(document)), readDocument(html));
  return difference === undefined ? [] : [`it reads differently once it is written, ${difference}`];
}
