import { quote } from "../archive/problem";
import { findRunningAddresses } from "../text/running-address";
import type { HashedFile } from "./assets";
import {
  attributeOf,
  type ChildNode,
  type Document,
  type Element,
  isCommentNode,
  isElementNode,
  listNodes,
  removeNode,
  textOf,
  turnInto,
} from "./html-tree";
import { addressOfFile, type PagePlace, pathInSite, pathOfNext } from "./page-plan";

/** Hints to fetch early: there is nothing left to fetch. `expect` waits for React's streaming. */
const FETCH_HINTS = new Set(["preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "expect"]);
const NEXT_ATTRIBUTES = new Set([
  "data-precedence",
  "data-href",
  "data-dpl",
  "data-dpl-id",
  "data-next-head",
  "nonce",
]);
const EMBEDDING = new Set(["iframe", "object", "embed", "base", "frame", "portal"]);
/** How Next 16 begins its inline scripts: flight data, and the list of chunks to run. */
const NEXT_SCRIPTS = [
  "self.__next_f.push(",
  "(self.__next_f=self.__next_f||[]).push(",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
];
/** Next writes for X once more what X reads from the page's Open Graph where it finds no words of its own. */
const REPEATED_META = /^twitter:(title|description|image)/u;
/** React's marks for a boundary that was not finished, or that failed, when the page was written. */
const UNFINISHED = /^\$[?!~]/u;

export type Stripped = {
  /** The `<link>`s to the page's stylesheets, in their order. */
  readonly stylesheets: readonly Element[];
  /** The scripts that the page keeps. */
  readonly scripts: readonly HashedFile[];
  /** What must not be in a page, each as a clause without a subject's name. */
  readonly problems: readonly string[];
};

type Work = PagePlace & {
  readonly stylesheets: Element[];
  readonly scripts: HashedFile[];
  readonly problems: string[];
};

/** Removes from a page what only Next's runtime uses, and finds what a page must not have. */
export function stripNext(document: Document, place: PagePlace): Stripped {
  const work: Work = { ...place, stylesheets: [], scripts: [], problems: [] };
  for (const node of listNodes(document)) {
    if (isCommentNode(node)) stripComment(node.data, node, work);
    else if (isElementNode(node)) stripElement(node, work);
  }
  return work;
}

function stripComment(text: string, node: ChildNode, { problems }: Work): void {
  if (UNFINISHED.test(text)) problems.push("a Suspense boundary shows its fallback, its content is missing");
  removeNode(node);
}

function stripElement(element: Element, work: Work): void {
  const { tagName } = element;
  element.attrs = element.attrs.filter(({ name }) => !NEXT_ATTRIBUTES.has(name));
  work.problems.push(...findBadAttributes(element));
  if (tagName === "script") stripScript(element, work);
  else if (tagName === "link") stripLink(element, work);
  else if (tagName === "style") work.problems.push("there is a <style> that is not from a stylesheet");
  else if (EMBEDDING.has(tagName)) work.problems.push(`there is an <${tagName}>`);
  else if (isReactPlaceholder(element))
    work.problems.push("content was left in a hidden placeholder of React's");
  else if (isNextLeftover(element)) removeNode(element);
}

function findBadAttributes({ tagName, attrs }: Element): string[] {
  const marked = attrs.flatMap(({ name, value }) => {
    if (name === "style") return [`<${tagName}> has the style attribute "${value}"`];
    return name.startsWith("on") ? [`<${tagName}> has the handler ${name}`] : [];
  });
  const running = findRunningAddresses(tagName, attrs);
  return [...marked, ...running.map((address) => `<${tagName}> has the address ${quote(address)}`)];
}

function stripScript(element: Element, work: Work): void {
  const source = attributeOf(element, "src");
  const text = textOf(element);
  if (source !== undefined) stripScriptFile(element, source, work);
  else if (attributeOf(element, "type") === "application/ld+json") work.problems.push(...checkData(text));
  else if (NEXT_SCRIPTS.some((start) => text.startsWith(start))) removeNode(element);
  else work.problems.push(`there is an unknown script: ${text.slice(0, 60)}`);
}

function stripScriptFile(element: Element, source: string, work: Work): void {
  const script = work.plan.scripts.get(pathInSite(source, work) ?? source);
  if (pathOfNext(source, work)) removeNode(element);
  else if (script) turnIntoScript(element, script, work);
  else work.problems.push(`there is an unknown script: ${source}`);
}

function turnIntoScript(element: Element, script: HashedFile, { plan, scripts }: Work): void {
  scripts.push(script);
  const blocking = attributeOf(element, "blocking");
  turnInto(element, "script", {
    src: addressOfFile(script, plan),
    integrity: script.integrity,
    defer: "",
    ...(blocking !== undefined && { blocking }),
  });
}

function checkData(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch {
    return [`its JSON-LD is not JSON: ${text.slice(0, 60)}`];
  }
}

function stripLink(element: Element, { stylesheets }: Work): void {
  const relations = (attributeOf(element, "rel") ?? "").toLowerCase().split(/\s+/u);
  if (relations.some((relation) => FETCH_HINTS.has(relation))) removeNode(element);
  else if (relations.includes("stylesheet")) stylesheets.push(element);
}

/** `<div hidden id="S:0">`, `<template id="B:0">`: what React streamed and a script was to move into place. */
function isReactPlaceholder(element: Element): boolean {
  const isHidden = element.tagName === "template" || attributeOf(element, "hidden") !== undefined;
  return isHidden && /^[BSP]:/u.test(attributeOf(element, "id") ?? "");
}

/** `<div hidden><!--$--><!--/$--></div>`, where Next would have streamed the metadata; the hint of its fonts; previews for X. */
function isNextLeftover(element: Element): boolean {
  if (element.tagName === "meta") {
    const name = attributeOf(element, "name") ?? "";
    return name === "next-size-adjust" || REPEATED_META.test(name);
  }
  const [attribute, ...others] = element.attrs;
  const isBareHidden = attribute?.name === "hidden" && others.length === 0;
  return element.tagName === "div" && isBareHidden && element.childNodes.every(isCommentNode);
}
