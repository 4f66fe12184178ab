import { Readability } from "@mozilla/readability";
import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { parseHTML } from "linkedom";
import { attribute } from "../../../conversion/hast";
import type { PagePictures } from "../page/page-pictures";
import { classesOf, lineOf, type PageTree } from "../page/page-tree";
import { isAnnouncement, isFurniture, isOnlyLinks } from "./furniture";

/**
 * A page without its thread and without what is no article on any page, as HTML for `extractBody`.
 *
 * @param cut elements of the thread; the section around them goes with them
 * @param title of the article
 */
export function writeRest(
  tree: PageTree,
  cut: readonly Element[],
  pictures: PagePictures,
  title?: string,
): string {
  const titled = new Set(tree.withTag("h1").flatMap((title) => [title, ...listAround(tree, title)]));
  const gone = new Set([...cut, ...cut.flatMap((each) => findSection(tree, each, titled) ?? [])]);
  const { root } = tree;
  return toHtml({ type: "root", children: pictures.name(keep(root.children, { gone, title })) });
}

const SECTION = /(?:^|[\s_-])(?:comments?|commentaires?|respond|discussion|replies|thread)(?:$|[\s_-])/iu;

/** The outermost part of the page that is called a thread and does not hold the title. */
function findSection(tree: PageTree, element: Element, titled: ReadonlySet<Element>): Element | undefined {
  const around = listAround(tree, element);
  const end = around.findIndex((each) => titled.has(each) || ["body", "main"].includes(each.tagName));
  return around.slice(0, end < 0 ? around.length : end).findLast((each) => SECTION.test(nameOf(each)));
}

/** What an element lies in, from the inside out. */
function listAround(tree: PageTree, element: Element): Element[] {
  const around: Element[] = [];
  for (let each = tree.parentOf(element); each; each = tree.parentOf(each)) around.push(each);
  return around;
}

function nameOf(element: Element): string {
  return `${attribute(element, "id") ?? ""} ${classesOf(element).join(" ")}`;
}

/** Parts that follow a line that only announces them ("Read more:") go with it. */
function keep(nodes: Root["children"], page: Page): ElementContent[] {
  let isAnnounced = false;
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "doctype" || node.type === "comment") return [];
    if (node.type !== "element") return [node];
    isAnnounced = isAnnouncement(node) || (isAnnounced && isOnlyLinks(node));
    if (isAnnounced || page.gone.has(node) || isFurniture(node) || isTitle(node, page.title)) return [];
    return [{ ...node, children: keep(node.children, page) }];
  });
}

type Page = { readonly gone: ReadonlySet<Element>; readonly title: string | undefined };

/** The title stands above the article's text already. */
function isTitle(element: Element, title: string | undefined): boolean {
  return /^h[1-3]$/u.test(element.tagName) && lineOf(element) === title;
}

/** The article's text as Readability finds it; `undefined` where it finds none. */
export function extractBody(rest: string): { readonly html: string; readonly letters: number } | undefined {
  const { document } = parseHTML(rest);
  // Readability takes the first thing that looks like an author's line out of the text, unless it knows the author.
  const known = document.createElement("meta");
  known.setAttribute("name", "author");
  known.setAttribute("content", "known");
  document.head.append(known);
  const article = new Readability(document, { keepClasses: true, charThreshold: 250 }).parse();
  if (!article?.content) return undefined;
  const letters = (article.textContent ?? "").replace(/\s+/gu, " ").trim().length;
  return letters === 0 ? undefined : { html: article.content, letters };
}
