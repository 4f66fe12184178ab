import { Readability } from "@mozilla/readability";
import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { parseHTML } from "linkedom";
import { attribute, findElements } from "../../conversion/hast";
import type { PagePictures } from "./page/page-pictures";
import { classesOf, lineOf, type PageTree } from "./page/page-tree";

/**
 * A page without its thread and without what is no article on any page, as HTML for `extractBody`.
 *
 * @param cut elements of the thread; the section around them goes with them
 */
export function writeRest(tree: PageTree, cut: readonly Element[], pictures: PagePictures): string {
  const titled = new Set(tree.withTag("h1").flatMap((title) => [title, ...listAround(tree, title)]));
  const gone = new Set([...cut, ...cut.flatMap((each) => findSection(tree, each, titled) ?? [])]);
  const { root } = tree;
  return toHtml({ type: "root", children: pictures.name(keep(root.children, gone)) });
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

function keep(nodes: Root["children"], gone: ReadonlySet<Element>): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "doctype" || node.type === "comment") return [];
    if (node.type !== "element") return [node];
    if (gone.has(node) || isFurniture(node)) return [];
    return [{ ...node, children: keep(node.children, gone) }];
  });
}

const NEVER: ReadonlySet<string> = new Set(
  "script style template nav footer form iframe noscript svg button dialog".split(" "),
);

const FURNITURE =
  /(?:^|[\s_-])(?:ads?|advert\w*|publicit[eé]s?|pub|sponsor\w*|promo\w*|related|read-?(?:also|more|next)|lire-?aussi|a-lire|voir-?aussi|recommend\w*|outbrain|taboola|newsletter|share|sharing|social|breadcrumbs?|cookies?|sidebar|menu|respond|disqus_thread|comments?-(?:area|form|section)|comments|print-only|skip-?link)(?:$|[\s_-])/iu;

/** What never belongs to an article's text; the page's whole is never taken for it. */
function isFurniture(element: Element): boolean {
  if (NEVER.has(element.tagName)) return true;
  if (["html", "body", "main", "head", "article"].includes(element.tagName)) return false;
  if (/^(?:navigation|banner|complementary|search|dialog)$/u.test(attribute(element, "role") ?? ""))
    return true;
  if ("hidden" in element.properties || attribute(element, "ariaHidden") === "true")
    return lineOf(element).length < 2000;
  if (FURNITURE.test(nameOf(element)))
    return findElements(element, ({ tagName }) => tagName === "h1").length === 0;
  return isPointer(element);
}

const POINTER =
  /^(?:[àa] )?(?:lire|voir)(?: aussi| également)|^(?:read|see|watch)(?: also| more| next)|^also read|^related(?: articles?| stories)?\s*:|^publicité$|^advertisement$|^sur le même sujet/iu;

/** A short line that leads elsewhere: "Lire aussi : …". */
function isPointer(element: Element): boolean {
  if (!["p", "div", "aside", "section", "ul", "strong"].includes(element.tagName)) return false;
  const words = lineOf(element);
  return words.length < 300 && POINTER.test(words);
}

/** The article's text as Readability finds it; `undefined` where it finds none. */
export function extractBody(rest: string): { readonly html: string; readonly letters: number } | undefined {
  const { document } = parseHTML(rest);
  const article = new Readability(document, { keepClasses: true, charThreshold: 250 }).parse();
  if (!article?.content) return undefined;
  const letters = (article.textContent ?? "").replace(/\s+/gu, " ").trim().length;
  return letters === 0 ? undefined : { html: article.content, letters };
}
