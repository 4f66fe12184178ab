import { metaPolicy, type PagePolicy } from "./headers";
import {
  attributeOf,
  createElement,
  type Document,
  type Element,
  isElementNode,
  listNodes,
  prepend,
  readDocument,
  removeNode,
  turnInto,
  writeDocument,
} from "./html-tree";
import { findNeeds } from "./page-needs";
import { addressOfFile, type PagePlace, pathOfNext } from "./page-plan";
import { stripNext } from "./strip";
import { type PlacedStyle, placeStyle } from "./styles";

export type PublishedPage = {
  readonly html: string;
  readonly style?: PlacedStyle;
  /** Paths in the site of everything the page loads, and of everything of the site that its head names. */
  readonly needs: readonly string[];
  /** Why the page cannot be published, each a clause. Empty when it can. */
  readonly problems: readonly string[];
};

/**
 * Makes a page for readers from a page that Next exported: the same words and elements, without
 * what only Next's runtime uses, with its style inside and its policy in its head.
 */
export function publishPage(exported: string, place: PagePlace): PublishedPage {
  const document = readDocument(exported);
  const { stylesheets, scripts, problems } = stripNext(document, place);
  const unknown = stylesheets.flatMap((link) =>
    readStylesheet(link, place) === undefined ? [hrefOf(link)] : [],
  );
  const style = placeStyles(stylesheets, document, place);
  const { paths: needs, problems: foreign } = findNeeds(document, place);
  const headless = orderHead(document, {
    scripts,
    styles: style?.place === "page" ? [style.hash] : [],
    sharedStyle: style?.place === "file",
    fetches: findFetches(document),
  });
  const html = writeDocument(document);
  return {
    html,
    style,
    needs,
    problems: [
      ...problems,
      ...unknown.map((address) => `there is an unknown stylesheet: ${address}`),
      ...foreign,
      ...headless,
      ...rereadPage(html),
    ],
  };
}

/** Puts the page's stylesheets, in their order, at the place of the first. */
function placeStyles(
  links: readonly Element[],
  document: Document,
  place: PagePlace,
): PlacedStyle | undefined {
  const [first, ...others] = links;
  if (!first) return undefined;
  const style = placeStyle(links.map((link) => readStylesheet(link, place) ?? "").join("\n"), document);
  others.forEach(removeNode);
  if (style.place === "page") turnInto(first, "style", {}, style.css);
  else turnInto(first, "link", { rel: "stylesheet", href: addressOfFile(style.file, place.plan) });
  return style;
}

function readStylesheet(link: Element, place: PagePlace): string | undefined {
  const path = pathOfNext(hrefOf(link), place);
  return path === undefined ? undefined : place.plan.stylesheets.get(path);
}

function hrefOf(link: Element): string {
  return attributeOf(link, "href") ?? "";
}

/** Only a page with a form looks things up, and only one page links the manifest. */
function findFetches(document: Document): PagePolicy["fetches"] {
  const elements = listNodes(document).filter(isElementNode);
  const hasForm = elements.some(({ tagName }) => tagName === "form");
  const hasManifest = elements.some((element) => attributeOf(element, "rel") === "manifest");
  return [...(hasForm ? ["connect-src" as const] : []), ...(hasManifest ? ["manifest-src" as const] : [])];
}

/**
 * The character encoding first, within the first 1024 bytes (WHATWG HTML §4.2.5.4), then the policy, before
 * anything that it rules over: some hosts cannot send headers, and a downloaded copy has none.
 */
function orderHead(document: Document, policy: PagePolicy): string[] {
  const elements = listNodes(document).filter(isElementNode);
  const head = elements.find(({ tagName }) => tagName === "head");
  const charset = elements.find(({ tagName, attrs }) => tagName === "meta" && attrs[0]?.name === "charset");
  const titles = head?.childNodes.filter(({ nodeName }) => nodeName === "title") ?? [];
  if (!head || !charset) return ["there is no <meta charset>"];
  const content = metaPolicy(policy);
  prepend(head, createElement("meta", { "http-equiv": "Content-Security-Policy", content }));
  prepend(head, charset);
  return titles.length === 1 ? [] : [`there are ${titles.length} <title>, expected 1`];
}

/** A page that reads differently once it is written could lose or gain words, or markup (mutation XSS). */
function rereadPage(html: string): string[] {
  return writeDocument(readDocument(html)) === html ? [] : ["it reads differently once it is written"];
}
