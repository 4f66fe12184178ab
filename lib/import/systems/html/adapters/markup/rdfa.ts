import type { Element } from "hast";
import { attribute } from "../../../../conversion/hast";
import type { SourceParent } from "../../../../model";
import { dateOf, readDate } from "../../page/dates";
import { findEnclosing, nestedIn } from "../../page/nesting";
import { resolve } from "../../page/page-address";
import { findFirst, lineOf, readValue } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../../thread-adapter";

/** RDFa 1.1: `typeof="schema:Comment"`, and `sioc:Post`, `sioct:Comment`, which name what they answer in `sioc:reply_of`. */
export const rdfa: ThreadAdapter = { name: "RDFa", read: readResources };

const TYPE =
  /(?:^|\s)(?:(?:schema:)?(?:Comment|Answer)|sioc:Post|sioct:Comment|https?:\/\/schema\.org\/Comment)(?:$|\s)/u;

function readResources(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const all = tree.elements.filter(
    (each) => TYPE.test(typeOf(each)) && findProperty(each, "text", "encoded", "content") !== undefined,
  );
  if (all.length === 0) return undefined;
  const known = new Map(all.map((each, index) => [each, idOf(each) ?? `r${index + 1}`]));
  const aliases = new Map(
    [...known].flatMap(([each, id]) =>
      namesOf(each).map((name): [string, string] => [addressOf(name, page), id]),
    ),
  );
  return { posts: all.map((each) => readResource(each, page, { known, aliases })), cut: all };
}

function typeOf({ properties }: Element): string {
  const type = properties.typeOf ?? properties.typeof ?? "";
  return Array.isArray(type) ? type.join(" ") : String(type);
}

type Scene = {
  readonly known: ReadonlyMap<Element, string>;
  /** The ids of posts by their whole addresses. */
  readonly aliases: ReadonlyMap<string, string>;
};

function namesOf(each: Element): string[] {
  const id = attribute(each, "id");
  return [attribute(each, "about"), attribute(each, "resource"), id && `#${id}`].flatMap(
    (name) => name || [],
  );
}

function addressOf(name: string, { url }: SavedPage): string {
  return resolve(name, url) ?? name;
}

function idOf(each: Element): string | undefined {
  const written = attribute(each, "about") ?? attribute(each, "resource") ?? attribute(each, "id");
  return written && (/([\w-]+)\/?$/u.exec(written)?.[1] ?? written);
}

function isOther(each: Element): boolean {
  return TYPE.test(typeOf(each));
}

function findProperty(each: Element, ...names: readonly string[]): Element | undefined {
  return findFirst(
    each,
    ({ properties }) => listProperties(properties.property).some((name) => names.includes(name)),
    isOther,
  );
}

function listProperties(property: unknown): string[] {
  const all = Array.isArray(property) ? property.map(String) : String(property ?? "").split(/\s+/u);
  return all.map((name) => name.replace(/^.*[:/]/u, ""));
}

function readResource(each: Element, page: SavedPage, scene: Scene): PagePost {
  const person =
    findProperty(each, "author", "creator") ?? findRelation(each, "has_creator", "author", "creator");
  const named = person && findProperty(person, "name");
  const dated = findProperty(each, "dateCreated", "datePublished", "date", "created");
  const published = dated && (readDate(readValue(dated), page.timeZone) ?? dateOf(dated, page.timeZone));
  const name = readValue(named) || lineOf(person);
  const parent = parentOf(each, page, scene);
  return {
    id: scene.known.get(each) ?? "",
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(parent && { parent }),
    content: findProperty(each, "text", "encoded", "content")?.children ?? [],
  };
}

function findRelation(each: Element, ...names: readonly string[]): Element | undefined {
  return findFirst(
    each,
    ({ properties }) => listProperties(properties.rel).some((name) => names.includes(name)),
    isOther,
  );
}

function parentOf(each: Element, page: SavedPage, { known, aliases }: Scene): SourceParent | undefined {
  const around = findEnclosing(page.tree, each, known);
  if (around) return nestedIn(known.get(around));
  const links = [findRelation(each, "reply_of", "parentItem"), findProperty(each, "parentItem")];
  for (const link of links) {
    const written = link && (attribute(link, "resource") ?? attribute(link, "href"));
    const id = written && aliases.get(addressOf(written, page));
    if (id !== undefined) return { kind: "post", id, basis: "explicit" };
  }
  return undefined;
}
