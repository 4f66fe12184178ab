import type { Element, ElementContent } from "hast";
import { element, text } from "../../../../text/markdown/display/nodes";
import { attribute } from "../../../conversion/hast";
import { type ElementTest, findFirst, lineOf, ofClass } from "./page-tree";

const NAMES = ofClass("file-name", "filename");

/**
 * The files that a forum hangs below a post, as links by their names: they are the post's own, and its text may speak of them.
 *
 * @param isList what holds a post's files
 */
export function listAttachments(post: Element, isList: ElementTest): ElementContent[] {
  const list = findFirst(post, isList);
  if (list === undefined) return [];
  const seen = new Set<string>();
  return findLinks(list).flatMap(({ href, name }) => {
    if (seen.has(href)) return [];
    seen.add(href);
    return [element("p", {}, [element("a", { href }, [text(name)])])];
  });
}

type File = { readonly href: string; readonly name: string };

function findLinks(list: Element): File[] {
  const files: File[] = [];
  const visit = (node: Element, around: string | undefined) => {
    const isItem = node.tagName === "li" || node.tagName === "dl";
    const named = isItem ? lineOf(findFirst(node, NAMES)) || undefined : around;
    const href = node.tagName === "a" ? attribute(node, "href") : undefined;
    const name = named ?? (lineOf(node) || pictureName(node));
    if (href && name) files.push({ href, name });
    for (const child of node.children) if (child.type === "element") visit(child, named);
  };
  visit(list, undefined);
  return files;
}

function pictureName(link: Element): string | undefined {
  const picture = findFirst(link, ({ tagName }) => tagName === "img");
  return picture && (attribute(picture, "alt") || attribute(picture, "title"));
}
