import type { Element } from "hast";
import type { SourcePerson } from "../../../model";
import { readDate } from "../page/dates";
import { isObject, type JsonObject, jsonText } from "../page/json-ld";
import { propertiesOf } from "../page/microdata";
import { resolve } from "../page/page-address";
import { classesOf, findFirst, lineOf, ofClass, type PageTree, readValue } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";

/** Metadata that name an author, the most trusted first. */
export const AUTHOR_NAMES = [
  ...["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"],
  ...["citation_author", "byl"],
];

/**
 * Who wrote a page's article: as its JSON-LD states it, its metadata, or the line below its title. Several names are one,
 * with commas, as the page lists them.
 *
 * @param isOther what is none of the article's, and names others
 * @param about what the page calls its site, which is no author where a person is named; the heading that is its title
 */
export function findAuthor(
  { tree, url }: SavedPage,
  own: JsonObject,
  stated: readonly string[],
  isOther: (element: Element) => boolean,
  { site, title }: { readonly site?: string; readonly title?: Element },
): SourcePerson | undefined {
  const listed = (Array.isArray(own.author) ? own.author : [own.author]).flatMap(readListed);
  const [first] = listed;
  if (first) {
    const address = listed.length === 1 ? resolve(first.url, url) : undefined;
    return { name: listed.map(({ name }) => name).join(", "), ...(address && { url: address }) };
  }
  const shown = findByline(tree, title, isOther);
  const names = [...new Set(stated.flatMap((each) => readByline(each) ?? []))];
  const isSite = names.length === 1 && names[0]?.toLowerCase() === site?.toLowerCase();
  const isShown = shown !== undefined && (names.length === 0 || isSite || shown.isMarked);
  const name = isShown ? shown.name : names.join(", ");
  return name ? { name } : undefined;
}

function readListed(author: unknown): { readonly name: string; readonly url?: string }[] {
  const name = readByline(jsonText(isObject(author) ? author.name : author) ?? "");
  const url = isObject(author) ? jsonText(author.url) : undefined;
  return name === undefined ? [] : [{ name, ...(url !== undefined && { url }) }];
}

type Byline = { readonly name: string; readonly isMarked: boolean };

/** What the page marks as its author: the surest mark, of these the nearest to its title, with those beside it. */
function findByline(
  tree: PageTree,
  title: Element | undefined,
  isOther: (element: Element) => boolean,
): Byline | undefined {
  const start = title === undefined ? 0 : tree.elements.indexOf(title);
  const found = tree.elements.flatMap((element, index) => {
    const trust = trustOf(element, index - start);
    if (trust === undefined || isOther(element)) return [];
    const name = readByline(namedIn(element));
    return name === undefined ? [] : [{ element, name, trust, distance: Math.abs(index - start) }];
  });
  found.sort((one, other) => one.trust - other.trust || one.distance - other.distance);
  const [best] = found;
  if (best === undefined) return undefined;
  const around = tree.parentOf(best.element);
  const beside = found.filter(
    ({ element, trust }) => trust === best.trust && tree.parentOf(element) === around,
  );
  const names = new Set(beside.map(({ name }) => name));
  return { name: [...names].join(", "), isMarked: best.trust === 0 && best.distance < NEAR };
}

const MARKS =
  /^(?:p-author|fn|(?:\w+[-_]+)*(?:byline|author|auteur|signature)(?:[-_]+(?:name|nom|link))?)$/iu;

/** In elements from the title: a line below it, not the whole page. */
const NEAR = 60;

/** How surely an element names the author: 0 by a mark for machines, 1 by its class, 2 by its words alone. */
function trustOf(element: Element, distance: number): number | undefined {
  const { tagName, properties } = element;
  const isMarked =
    propertiesOf(element).includes("author") ||
    (tagName === "a" && /^author$/iu.test(String(properties.rel)));
  if (isMarked) return 0;
  if (tagName === "link" || tagName === "meta" || tagName === "body") return undefined;
  if (classesOf(element).some((name) => MARKS.test(name))) return 1;
  const isLine =
    distance > 0 && distance < NEAR && ["p", "div", "span", "li", "em", "address"].includes(tagName);
  return isLine && isByline(element) ? 2 : undefined;
}

/** The innermost one that holds the line: what is around it holds other things beside. */
function isByline(element: Element): boolean {
  return (
    BYLINE.test(lineOf(element)) &&
    !element.children.some((child) => child.type === "element" && BYLINE.test(lineOf(child)))
  );
}

function namedIn(element: Element): string {
  const named =
    findFirst(element, (each) => propertiesOf(each).includes("name")) ??
    findFirst(element, ofClass("fn", "p-name"));
  const line = lineOf(named) || readValue(element);
  if ((readByline(line) ?? "").length < LONGEST_NAME) return line;
  return lineOf(findFirst(element, ({ properties }) => PERSON.test(String(properties.href ?? ""))));
}

/** In characters: two or three names. */
const LONGEST_NAME = 80;

const PERSON = /author|auteur|journalist|people|profil|\/u(?:ser)?s?\//iu;

const BY =
  /^(?:(?:publié|posté|écrit|rédigé|article|propos recueillis|posted|written|published|reported)e?s?\s+)?(?:par|by)\s*:?\s+/iu;
const BYLINE =
  /^(?:(?:Publié|Posté|Écrit|Rédigé|Posted|Written|Published) )?(?:[Pp]ar|[Bb]y)\s*:?\s+\p{Lu}.{2,150}$/u;

/** In characters. */
const LONGEST_LINE = 500;

/** What follows a name in the line that it stands in: a date, the place where more of them can be read. */
const AFTER =
  /\s*(?:[|•·]|\s[-–—]\s|[,.]?\s*(?<!\p{L})(?:publiée?|postée?|mise?s? (?:à jour|en ligne)|modifiée?|published|posted|updated|last updated|le|on)(?!\p{L})(?=.*\d)|\s@\w|\b\d{1,2}\s?[:h]\s?\d\d|\b\d{1,2}(?:er|st|nd|rd|th)?[ /.]).*$/iu;

/** The name in a line such as "Par Ana Ruiz, publié le 4 mars 2019"; `undefined` for what is no name. */
export function readByline(line: string): string | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const name = line
    .replace(/\s+/gu, " ")
    .trim()
    .replace(BY, "")
    .replace(AFTER, "")
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, "");
  const isName = /\p{L}/u.test(name) && name.length < 100 && !NO_NAME.test(name);
  return isName && readDate(name, undefined) === undefined ? name : undefined;
}

/** Addresses and hosts, and what leads to an author's other texts. */
const NO_NAME =
  /^(?:\w+:\/\/|@|(?:[\w-]+\.)+[a-z]{2,}$|more |all |see |follow |view |plus |tous |toutes |voir |suivre )/iu;
