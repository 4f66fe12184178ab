import type { Element } from "hast";
import { attribute } from "../../../conversion/hast";
import { type PageTree, readValue } from "./page-tree";

/** An item of a page's microdata (WHATWG HTML §5), its properties as the elements that state them. */
export type MicrodataItem = {
  readonly element: Element;
  /** Without the vocabulary's address. */
  readonly types: readonly string[];
  readonly properties: ReadonlyMap<string, readonly Element[]>;
};

/** The items of a page, in the order of the document. */
export function listItems(tree: PageTree): MicrodataItem[] {
  const items = tree.elements.filter(isItem);
  const referring = items.filter(({ properties }) => listOf(properties.itemRef).length > 0);
  const collected = new Map(items.map((element) => [element, new Map<string, Element[]>()]));
  for (const element of tree.elements) {
    const names = propertiesOf(element);
    if (names.length === 0) continue;
    for (const owner of ownersOf(tree, element, referring)) {
      const properties = collected.get(owner);
      for (const name of names) properties?.set(name, [...(properties.get(name) ?? []), element]);
    }
  }
  return items.map((element) => ({
    element,
    types: typesOf(element),
    properties: collected.get(element) ?? new Map(),
  }));
}

function isItem(element: Element): boolean {
  return "itemScope" in element.properties || "itemType" in element.properties;
}

/** The names of the properties that an element states (`itemprop`), without the vocabulary's address. */
export function propertiesOf({ properties: { itemProp } }: Element): string[] {
  return listOf(itemProp).map(withoutVocabulary);
}

function typesOf({ properties: { itemType } }: Element): string[] {
  return listOf(itemType).map(withoutVocabulary);
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" ? value.split(/\s+/u).filter(Boolean) : [];
}

function withoutVocabulary(name: string): string {
  return name.replace(/^https?:\/\/(?:www\.)?schema\.org\//u, "");
}

/** The nearest item around an element; and those that refer to something around it (`itemref`). */
function ownersOf(tree: PageTree, element: Element, referring: readonly Element[]): Element[] {
  const around = tree.parentOf(element);
  const nearest = around && tree.closest(around, isItem);
  const others = referring.filter((item) =>
    listOf(item.properties.itemRef).some((id) => {
      const target = tree.withId(id);
      return (
        target !== undefined && tree.contains(target, element) && nearest === tree.closest(target, isItem)
      );
    }),
  );
  return [...(nearest ? [nearest] : []), ...others];
}

/** The value of a property: an address, a date or what stands for machines, else its words. */
export function propertyOf({ properties }: MicrodataItem, ...names: readonly string[]): string | undefined {
  const [element] = names.flatMap((name) => properties.get(name) ?? []);
  if (element === undefined) return undefined;
  const address = attribute(element, "href") ?? attribute(element, "src");
  return (attribute(element, "content") ?? address ?? readValue(element)) || undefined;
}

export function elementOf({ properties }: MicrodataItem, ...names: readonly string[]): Element | undefined {
  return names.flatMap((name) => properties.get(name) ?? [])[0];
}
