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
    const href = attribute(node, node.tagName === "img" ? "src" : "href");
    const name = named ?? (lineOf(node) || nameOfPicture(node));
    if (href && name) files.push({ href, name });
    if (node.tagName === "a" && href) return;
    for (const child of node.children) if (child.type === "element") visit(child, named);
  };
  visit(list, undefined);
  return files;
}

function nameOfPicture(node: Element): string | undefined {
  const picture = node.tagName === "img" ? node : findFirst(node, ({ tagName }) => tagName === "img");
  return picture && (attribute(picture, "alt") || attribute(picture, "title"));
}
