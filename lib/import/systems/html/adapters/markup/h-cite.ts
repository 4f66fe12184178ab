import type { Element } from "hast";
import { attribute, hasClass } from "../../../../conversion/hast";
import type { SourceParent } from "../../../../model";
import { dateOf } from "../../page/dates";
import { findEnclosing, nestedIn } from "../../page/nesting";
import { resolve } from "../../page/page-address";
import { classesOf, findFirst, lineOf, ofClass, type PageTree } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../../thread-adapter";

/** microformats2: comments as `u-comment h-cite`, or `h-cite` and `h-entry` in a section of comments; likes and reposts are none. */
export const hCite: ThreadAdapter = { name: "microformats h-cite", read: readCites };

function readCites(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const cites = tree.elements.filter((each) => isComment(tree, each) && contentOf(each) !== undefined);
  if (cites.length === 0) return undefined;
  const known = new Map(cites.map((cite, index) => [cite, attribute(cite, "id") ?? `cite-${index + 1}`]));
  const isNested = cites.some((cite) => findEnclosing(tree, cite, known));
  const scene = { known, ids: new Set(known.values()), isNested };
  return { posts: cites.map((cite) => readCite(cite, page, scene)), cut: cites };
}

const OTHERS = /^u-(?:like|repost|bookmark|like-of|repost-of|bookmark-of|in-reply-to|mention|quotation-of)$/u;

function isComment(tree: PageTree, element: Element): boolean {
  if (hasClass(element, "u-comment", "p-comment") && hasClass(element, "h-cite", "h-entry")) return true;
  if (!hasClass(element, "h-cite") || classesOf(element).some((name) => OTHERS.test(name))) return false;
  return (
    tree.closest(element, (each) =>
      /(?:^|[\s_-])(?:comments|replies|responses|commentaires)(?:$|[\s_-])/u.test(
        `${attribute(each, "id") ?? ""} ${classesOf(each).join(" ")}`,
      ),
    ) !== undefined
  );
}

function contentOf(cite: Element): Element | undefined {
  const isClosed = (each: Element) => hasClass(each, "h-cite");
  return (
    findFirst(cite, ofClass("e-content", "p-content"), isClosed) ??
    findFirst(cite, (each) => hasClass(each, "p-name", "p-summary") && !hasClass(each, "h-card"), isClosed)
  );
}

type Scene = {
  readonly known: ReadonlyMap<Element, string>;
  readonly ids: ReadonlySet<string>;
  /** Whether any comment of the page lies in another. */
  readonly isNested: boolean;
};

function readCite(cite: Element, page: SavedPage, scene: Scene): PagePost {
  const { known } = scene;
  const isClosed = (each: Element) => known.has(each);
  const person = findFirst(cite, ofClass("p-author", "h-card"), isClosed);
  const named = person && findFirst(person, ofClass("p-name"));
  const published = dateOf(findFirst(cite, ofClass("dt-published"), isClosed), page.timeZone);
  const link = findFirst(cite, (each) => hasClass(each, "u-url") && !hasClass(each, "h-card"), isClosed);
  const url = resolve(link && attribute(link, "href"), page.url);
  const name = lineOf(named ?? person);
  const parent = parentOf(cite, page, scene);
  return {
    id: known.get(cite) ?? "",
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(parent && { parent }),
    content: contentOf(cite)?.children ?? [],
    ...(url && { url }),
  };
}

function parentOf(
  cite: Element,
  { tree, url }: SavedPage,
  { known, ids, isNested }: Scene,
): SourceParent | undefined {
  const around = findEnclosing(tree, cite, known);
  if (around) return nestedIn(known.get(around));
  const link = findFirst(cite, ofClass("u-in-reply-to"), (each) => known.has(each));
  const address = resolve(link && attribute(link, "href"), url);
  const [, anchor] = /#(.+)$/u.exec(address ?? "") ?? [];
  if (anchor !== undefined && ids.has(anchor)) return { kind: "post", id: anchor, basis: "explicit" };
  return isNested ? { kind: "article" } : undefined;
}
