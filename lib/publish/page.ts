import {
  attributeOf,
  type ChildNode,
  type Document,
  type Element,
  isCommentNode,
  isElementNode,
  listNodes,
  moveToStart,
  readDocument,
  removeNode,
  textOf,
  turnInto,
  writeDocument,
} from "./html-tree";
import type { HashedFile } from "./assets";
import { type PlacedStyle, placeStyle } from "./styles";

/** What all pages of a site have in common. */
export type PagePlan = {
  /** The archive's public address. */
  readonly url: URL;
  /** Next's stylesheets by their path in the export, `_next/static/chunks/x.css`. */
  readonly stylesheets: ReadonlyMap<string, string>;
  /** The scripts a reader may receive, by their path in the site: `reader.js`. */
  readonly scripts: ReadonlyMap<string, HashedFile>;
};

export type PublishedPage = {
  readonly html: string;
  readonly style?: PlacedStyle;
  /** Paths in the site of everything the page loads or names in its head. */
  readonly needs: readonly string[];
  /** What must not be in a page, each as the end of a sentence. Empty when the page is good. */
  readonly problems: readonly string[];
};

/**
 * Makes a page for readers from a page that Next exported: the same words and elements, without
 * what only Next's runtime uses, and with its style inside.
 * @param address the page's public address
 */
export function publishPage(html: string, address: URL, plan: PagePlan): PublishedPage {
  const page = new PageInWork(readDocument(html), address, plan);
  for (const node of listNodes(page.document)) page.clean(node);
  const style = page.placeStyles();
  page.orderHead();
  const needs = page.listNeeds();
  return { html: page.write(), style, needs, problems: page.problems };
}

/** Hints to fetch early: there is nothing left to fetch. `expect` waits for React's streaming. */
const FETCH_HINTS = new Set(["preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "expect"]);
/** Links whose target a browser fetches for the page; the others only name it. */
const FETCHED_LINKS = new Set(["icon", "apple-touch-icon", "mask-icon", "manifest", "stylesheet"]);
const NEXT_ATTRIBUTES = new Set(["data-precedence", "data-href", "data-dpl", "data-dpl-id", "data-next-head", "nonce"]);
const EMBEDDING = new Set(["iframe", "object", "embed", "base", "frame", "portal"]);
/** How Next 16 begins its inline scripts: flight data, and the list of chunks to run. */
const NEXT_SCRIPTS = [
  "self.__next_f.push(",
  "(self.__next_f=self.__next_f||[]).push(",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
];
/** React's marks for a boundary that was not finished, or that failed, when the page was written. */
const UNFINISHED = /^\$[?!~]/u;

class PageInWork {
  readonly problems: string[] = [];
  private readonly stylesheets: Element[] = [];

  constructor(
    readonly document: Document,
    private readonly address: URL,
    private readonly plan: PagePlan,
  ) {}

  clean(node: ChildNode): void {
    if (isCommentNode(node)) this.cleanComment(node.data, node);
    if (isElementNode(node)) this.cleanElement(node);
  }

  private cleanComment(text: string, node: ChildNode): void {
    if (UNFINISHED.test(text)) this.problems.push("a Suspense boundary shows its fallback, the content is missing");
    removeNode(node);
  }

  private cleanElement(element: Element): void {
    element.attrs = element.attrs.filter(({ name }) => !NEXT_ATTRIBUTES.has(name));
    this.refuseAttributes(element);
    if (element.tagName === "script") this.cleanScript(element);
    else if (element.tagName === "link") this.cleanLink(element);
    else if (element.tagName === "style") this.problems.push("there is a <style> that is not from a stylesheet");
    else if (EMBEDDING.has(element.tagName)) this.problems.push(`there is an <${element.tagName}>`);
    else if (isReactPlaceholder(element)) this.problems.push("content was left in a hidden placeholder of React's");
    else if (isNextLeftover(element)) removeNode(element);
  }

  private refuseAttributes({ tagName, attrs }: Element): void {
    for (const { name, value } of attrs) {
      if (name === "style") this.problems.push(`<${tagName}> has the style attribute "${value}"`);
      if (/^on/u.test(name)) this.problems.push(`<${tagName}> has the handler ${name}`);
      if (/^\s*javascript:/iu.test(value)) this.problems.push(`<${tagName}> has the address ${value}`);
    }
  }

  private cleanScript(element: Element): void {
    const source = attributeOf(element, "src");
    if (source !== undefined) this.cleanScriptFile(element, source);
    else if (attributeOf(element, "type") === "application/ld+json") this.checkData(textOf(element));
    else if (NEXT_SCRIPTS.some((start) => textOf(element).startsWith(start))) removeNode(element);
    else this.problems.push(`there is an unknown script: ${textOf(element).slice(0, 60)}`);
  }

  private cleanScriptFile(element: Element, source: string): void {
    if (this.pathOfNext(source)) return removeNode(element);
    const path = this.pathInSite(source) ?? source;
    const script = this.plan.scripts.get(path);
    if (!script) return void this.problems.push(`there is an unknown script: ${source}`);
    const src = `${this.plan.url.pathname}${script.path}`;
    turnInto(element, "script", { src, integrity: script.integrity, defer: "" });
  }

  private checkData(text: string): void {
    try {
      JSON.parse(text);
    } catch {
      this.problems.push(`its JSON-LD is not JSON: ${text.slice(0, 60)}`);
    }
  }

  private cleanLink(element: Element): void {
    const relations = (attributeOf(element, "rel") ?? "").toLowerCase().split(/\s+/u);
    if (relations.some((relation) => FETCH_HINTS.has(relation))) return removeNode(element);
    if (relations.includes("stylesheet")) this.stylesheets.push(element);
  }

  /** Puts the page's stylesheets, in their order, at the place of the first. */
  placeStyles(): PlacedStyle | undefined {
    const [first, ...others] = this.stylesheets;
    if (!first) return undefined;
    const css = this.stylesheets.map((element) => this.readStylesheet(element)).join("\n");
    const style = placeStyle(css);
    others.forEach(removeNode);
    if (style.place === "page") turnInto(first, "style", {}, style.css);
    else turnInto(first, "link", { rel: "stylesheet", href: `${this.plan.url.pathname}${style.file.path}` });
    return style;
  }

  private readStylesheet(element: Element): string {
    const address = attributeOf(element, "href") ?? "";
    const css = this.plan.stylesheets.get(this.pathOfNext(address) ?? address);
    if (css === undefined) this.problems.push(`there is an unknown stylesheet: ${address}`);
    return (css ?? "").trim();
  }

  /** WHATWG HTML §4.2.5.4: the character encoding is within the first 1024 bytes. */
  orderHead(): void {
    const elements = listNodes(this.document).filter(isElementNode);
    const head = elements.find(({ tagName }) => tagName === "head");
    const titles = elements.filter(({ tagName, namespaceURI }) => tagName === "title" && !namespaceURI.endsWith("svg"));
    const charset = elements.find((element) => element.tagName === "meta" && attributeOf(element, "charset"));
    if (titles.length !== 1) this.problems.push(`there are ${titles.length} <title>, expected 1`);
    if (head && charset) moveToStart(head, charset);
    else this.problems.push("there is no <meta charset>");
  }

  listNeeds(): string[] {
    const elements = listNodes(this.document).filter(isElementNode);
    return elements.flatMap((element) => this.addressesOf(element)).flatMap((address) => this.pathNeeded(address));
  }

  private addressesOf(element: Element): string[] {
    if (["img", "script", "source", "audio", "video"].includes(element.tagName)) {
      return [attributeOf(element, "src"), attributeOf(element, "poster")].filter((address) => address !== undefined);
    }
    const address = element.tagName === "link" ? attributeOf(element, "href") : undefined;
    if (address === undefined) return [];
    const isFetched = FETCHED_LINKS.has(attributeOf(element, "rel") ?? "");
    return isFetched || this.pathInSite(address) !== undefined ? [address] : [];
  }

  private pathNeeded(address: string): string[] {
    if (address.startsWith("data:image/")) return [];
    const path = this.pathInSite(address);
    if (path === undefined) this.problems.push(`it loads ${address} from elsewhere`);
    if (path === undefined) return [];
    return [path === "" || path.endsWith("/") ? `${path}index.html` : path];
  }

  /** The path in the site, without a leading slash, of an address that is of this site. */
  private pathInSite(address: string): string | undefined {
    if (!URL.canParse(address, this.address)) return undefined;
    const { origin, pathname } = new URL(address, this.address);
    const { url } = this.plan;
    return origin === url.origin && pathname.startsWith(url.pathname) ? pathname.slice(url.pathname.length) : undefined;
  }

  /** `_next/…` for an address of Next's own files, which Next writes with or without the base path. */
  private pathOfNext(address: string): string | undefined {
    const path = this.pathInSite(address) ?? address.replace(/^\//u, "");
    return path.startsWith("_next/") ? path : undefined;
  }

  /** @throws Error when reading the written page gives another page: words could be lost on the way. */
  write(): string {
    const html = writeDocument(this.document);
    if (writeDocument(readDocument(html)) !== html) this.problems.push("it reads differently once it is written");
    return html;
  }
}

/** `<div hidden id="S:0">`, `<template id="B:0">`: what React streamed and a script was to move into place. */
function isReactPlaceholder(element: Element): boolean {
  const isPlaceholder = element.tagName === "template" || attributeOf(element, "hidden") !== undefined;
  return isPlaceholder && /^[BSP]:/u.test(attributeOf(element, "id") ?? "");
}

/** `<div hidden><!--$--><!--/$--></div>`, where Next would have streamed the metadata; the hint of its fonts. */
function isNextLeftover(element: Element): boolean {
  if (element.tagName === "meta") return attributeOf(element, "name") === "next-size-adjust";
  if (element.tagName !== "div" || element.attrs.length !== 1 || element.attrs[0]?.name !== "hidden") return false;
  return element.childNodes.every(isCommentNode);
}
