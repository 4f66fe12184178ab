import {
  attributeOf,
  type Document,
  type Element,
  isCommentNode,
  isElementNode,
  listNodes,
  removeNode,
  textOf,
} from "./html-tree";

/** Hints to fetch early what only Next's runtime needs; `expect` waits for React's streaming. */
const FETCH_HINTS = new Set(["preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "expect"]);
const NEXT_ATTRIBUTES = new Set([
  "data-precedence",
  "data-href",
  "data-dpl",
  "data-dpl-id",
  "data-next-head",
  "nonce",
]);
/** How Next 16 begins its inline scripts: flight data, and the list of chunks to run. */
const NEXT_SCRIPTS = [
  "self.__next_f.push(",
  "(self.__next_f=self.__next_f||[]).push(",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
];
/** React's marks for a boundary that was not finished, or that failed, when the page was written. */
const UNFINISHED = /^\$[?!~]/u;

/**
 * Takes what the framework added of its own accord out of a page that it exported: its scripts, its flight data, its
 * links to chunks, its marks. What is left is what the page's components gave.
 *
 * @returns what could not be part of a finished page, a clause each
 */
export function takeOutNext(document: Document): string[] {
  const problems: string[] = [];
  removeRepeated(document);
  for (const node of listNodes(document)) {
    if (isCommentNode(node)) {
      if (UNFINISHED.test(node.data))
        problems.push("a Suspense boundary shows its fallback, its content is missing");
      removeNode(node);
    } else if (isElementNode(node)) {
      node.attrs = node.attrs.filter(({ name }) => !NEXT_ATTRIBUTES.has(name));
      if (isReactPlaceholder(node)) problems.push("content was left in a hidden placeholder of React's");
      if (isOfNext(node)) removeNode(node);
    }
  }
  return problems;
}

function isOfNext(element: Element): boolean {
  switch (element.tagName) {
    case "script":
      return isNextScript(element);
    case "link":
      return isNextLink(element);
    case "meta":
      return attributeOf(element, "name") === "next-size-adjust";
    case "div":
      return isBareHidden(element);
    default:
      return false;
  }
}

function isNextScript(element: Element): boolean {
  const source = attributeOf(element, "src");
  if (source !== undefined) return isNextAddress(source);
  const text = textOf(element);
  return NEXT_SCRIPTS.some((start) => text.startsWith(start));
}

function isNextLink(element: Element): boolean {
  const relations = (attributeOf(element, "rel") ?? "").toLowerCase().split(/\s+/u);
  if (relations.some((relation) => FETCH_HINTS.has(relation))) return true;
  return relations.includes("stylesheet") && isNextAddress(attributeOf(element, "href") ?? "");
}

function isNextAddress(address: string): boolean {
  return /^\/?_next\//u.test(address);
}

/** `<div hidden><!--$--><!--/$--></div>`, where Next would have streamed the metadata. */
function isBareHidden(element: Element): boolean {
  const [attribute, ...others] = element.attrs;
  return attribute?.name === "hidden" && others.length === 0 && element.childNodes.every(isCommentNode);
}

/** `<div hidden id="S:0">`, `<template id="B:0">`: what React streamed and a script was to move into place. */
function isReactPlaceholder(element: Element): boolean {
  const isHidden = element.tagName === "template" || attributeOf(element, "hidden") !== undefined;
  return isHidden && /^[BSP]:/u.test(attributeOf(element, "id") ?? "");
}

const REPEATED = ["charset", "viewport", "robots"];

/** Next writes a character encoding and a viewport of its own, and for a 404 what robots do, before the page's. */
function removeRepeated(document: Document): void {
  const metas = listNodes(document)
    .filter(isElementNode)
    .filter(({ tagName }) => tagName === "meta");
  for (const name of REPEATED) {
    const same = metas.filter((meta) => nameMeta(meta) === name);
    same.slice(0, -1).forEach(removeNode);
  }
}

function nameMeta(meta: Element): string | undefined {
  return attributeOf(meta, "charset") === undefined ? attributeOf(meta, "name") : "charset";
}
