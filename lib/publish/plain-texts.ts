import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anchorOf } from "../archive/addresses";
import type { Article } from "../archive/model";
import { attributeOf, type Element, isElementNode, listNodes, readDocument } from "./html-tree";

/**
 * Texts of a finished site that the renderer did not read as Markdown, for they went beyond a limit: the
 * address of each comment or article, `some-article/#c-3`.
 */
export function findPlainTexts(site: string, articles: readonly Article[]): string[] {
  return articles.flatMap((article) => {
    const { slug } = article;
    const declared = listDeclaredPlain(article);
    const html = readFileSync(join(site, slug, "index.html"), "utf8");
    // Most pages have none, and reading a page costs more than this.
    if (!html.includes('class="plain"')) return [];
    const elements = listNodes(readDocument(html)).filter(isElementNode);
    const plain = elements.filter((element) => attributeOf(element, "class") === "plain");
    return plain
      .map(findAnchor)
      .filter((anchor) => !declared.has(anchor))
      .map((anchor) => `${slug}/#${anchor}`);
  });
}

/** The ids of an article and of comments that are no Markdown to begin with. */
function listDeclaredPlain({ format, thread }: Article): ReadonlySet<string> {
  const comments = thread.inSourceOrder.flatMap(({ comment }) =>
    comment.status === "present" && comment.format === "plain" ? [anchorOf(comment.id)] : [],
  );
  return new Set([...comments, ...(format === "plain" ? ["article"] : [])]);
}

/** The id of the comment, or of the article, that an element lies in. */
function findAnchor(element: Element): string {
  let node = element.parentNode;
  while (node && isElementNode(node)) {
    const id = node.tagName === "article" ? attributeOf(node, "id") : undefined;
    if (id !== undefined) return id;
    node = node.parentNode;
  }
  return "";
}
