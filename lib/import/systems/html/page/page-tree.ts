import type { Element, ElementContent, Root } from "hast";
import { attribute, hasClass } from "../../../conversion/hast";

/** A page's tree with ways to find what is in it: walked once, asked often. */
export type PageTree = {
  readonly root: Root;
  /** Every element in the order of the document. */
  readonly elements: readonly Element[];
  readonly withClass: (name: string) => readonly Element[];
  readonly withTag: (name: string) => readonly Element[];
  readonly withId: (id: string) => Element | undefined;
  readonly parentOf: (element: Element) => Element | undefined;
  /** The element that stands before it in the same one. */
  readonly previousOf: (element: Element) => Element | undefined;
  /** The element itself or the nearest one around it that passes. */
  readonly closest: (element: Element, test: ElementTest) => Element | undefined;
  /** Whether one lies in the other, or is it. */
  readonly contains: (outer: Element, inner: Element) => boolean;
};

export type ElementTest = (element: Element) => boolean;

export function indexTree(root: Root): PageTree {
  const elements: Element[] = [];
  const [parents, ends] = [new Map<Element, Element>(), new Map<Element, number>()];
  const previous = new Map<Element, Element>();
  const [classes, tags] = [new Map<string, Element[]>(), new Map<string, Element[]>()];
  const [ids, places] = [new Map<string, Element>(), new Map<Element, number>()];
  const visit = (element: Element, parent: Element | undefined): void => {
    places.set(element, elements.length);
    elements.push(element);
    if (parent) parents.set(element, parent);
    push(tags, element.tagName, element);
    for (const name of classesOf(element)) push(classes, name, element);
    const id = attribute(element, "id");
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    let before: Element | undefined;
    for (const child of element.children) {
      if (child.type !== "element") continue;
      if (before) previous.set(child, before);
      before = child;
      visit(child, element);
    }
    ends.set(element, elements.length);
  };
  for (const child of root.children) if (child.type === "element") visit(child, undefined);
  const contains = (outer: Element, inner: Element) => {
    const [start = 0, end = 0, place = -1] = [places.get(outer), ends.get(outer), places.get(inner)];
    return start <= place && place < end;
  };
  const closest = (element: Element, test: ElementTest) => {
    for (let each: Element | undefined = element; each; each = parents.get(each)) if (test(each)) return each;
    return undefined;
  };
  return {
    ...{ root, elements, closest, contains },
    withClass: (name) => classes.get(name) ?? [],
    withTag: (name) => tags.get(name) ?? [],
    withId: (id) => ids.get(id),
    parentOf: (element) => parents.get(element),
    previousOf: (element) => previous.get(element),
  };
}

function push(map: Map<string, Element[]>, key: string, element: Element): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}

export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/**
 * The first element below a node that passes a test, in the order of the document.
 *
 * @param isClosed elements that are not looked into, such as the replies to a comment
 */
export function findFirst(
  node: Element,
  test: ElementTest,
  isClosed: ElementTest = () => false,
): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element" || isClosed(child)) continue;
    const found = test(child) ? child : findFirst(child, test, isClosed);
    if (found) return found;
  }
  return undefined;
}

export function ofClass(...names: readonly string[]): ElementTest {
  return (element) => hasClass(element, ...names);
}

/** Nodes without those elements in them, at any depth, that pass a test. */
export function withoutElements(nodes: readonly ElementContent[], isGone: ElementTest): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    return isGone(node) ? [] : [{ ...node, children: withoutElements(node.children, isGone) }];
  });
}

/** The words of a node as one line, without what nobody sees. */
export function lineOf(node: ElementContent | undefined): string {
  return node === undefined
    ? ""
    : wordsOf(node)
        .replace(/[ \t\n\r\f]+/gu, " ")
        .trim();
}

function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || SILENT.has(node.tagName)) return "";
  return node.tagName === "br" ? " " : node.children.map(wordsOf).join("");
}

const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "svg", "noscript"]);

/** What stands in a `content` attribute, in `datetime`, or else in words. */
export function readValue(element: Element | undefined): string {
  if (element === undefined) return "";
  return attribute(element, "content") ?? attribute(element, "dateTime") ?? lineOf(element);
}
