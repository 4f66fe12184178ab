import type { Element, ElementContent } from "hast";
import type { ThreadNode } from "../../archive/model";
import { element, text } from "../../text/markdown/display/nodes";
import { ofInterface, showLine } from "../feeds/entry-html";
import { type BookContext, DOCUMENTS } from "./book-context";
import { titleInList } from "./comment-chapter";

/** Levels of replies in the table of contents; deeper ones stand on the last, in the order of reading. */
const LEVELS = 4;

/** The navigation document's body (EPUB 3.2 §5): the contents, the thread's in its tree, and where the parts begin. */
export function showNavigation(context: BookContext): ElementContent[] {
  const { words } = context;
  return [
    element("nav", { "epub:type": "toc", id: "toc" }, [
      element("h1", ofInterface(context), [text(words.book.contents)]),
      element("ol", {}, [
        listArticle(context),
        ...listThread(context),
        list(DOCUMENTS.provenance, [text(words.provenance)]),
      ]),
    ]),
    element("nav", { "epub:type": "landmarks", hidden: true }, [element("ol", {}, listLandmarks(context))]),
  ];
}

function listArticle(context: BookContext): Element {
  const { article, words } = context;
  const author = article.author ? [list(`${DOCUMENTS.article}#author`, [text(words.aboutAuthor)])] : [];
  return list(DOCUMENTS.article, [showLine(article.title, context)], author);
}

function listThread(context: BookContext): Element[] {
  const { article, words, parts } = context;
  const [first] = parts;
  if (first === undefined) return [];
  const heading = words.commentsHeading(article.thread.completeness.present);
  return [list(first.path, [text(heading)], growTree(article.thread.inReadingOrder, context))];
}

/** The entries of the comments that answer nobody, with their replies in them; without recursion, for they may be deep. */
function growTree(inReadingOrder: readonly ThreadNode[], context: BookContext): Element[] {
  const levels: Element[][] = [[]];
  for (const node of inReadingOrder) {
    const level = Math.min(node.depth, LEVELS - 1);
    closeLevels(levels, level);
    levels[level]?.push(list(context.placeOf(node.comment.id), [text(titleInList(node, context))]));
    levels[level + 1] = [];
  }
  closeLevels(levels, 0);
  return levels[0] ?? [];
}

/** Puts what was gathered below a level into the last entry of each level above. */
function closeLevels(levels: Element[][], level: number): void {
  for (let lower = levels.length - 1; lower > level; lower--) {
    const entries = levels.pop() ?? [];
    if (entries.length > 0) levels[lower - 1]?.at(-1)?.children.push(element("ol", {}, entries));
  }
}

function listLandmarks({ words, parts }: BookContext): Element[] {
  const [thread] = parts;
  return [
    landmark("cover", DOCUMENTS.cover, words.book.cover),
    landmark("toc", `${DOCUMENTS.navigation}#toc`, words.book.contents),
    landmark("bodymatter", DOCUMENTS.article, words.book.text),
    ...(thread ? [landmark("chapter", thread.path, words.book.thread)] : []),
    landmark("colophon", DOCUMENTS.provenance, words.provenance),
  ];
}

function landmark(type: string, href: string, label: string): Element {
  return element("li", {}, [element("a", { "epub:type": type, href }, [text(label)])]);
}

function list(href: string, content: readonly ElementContent[], entries: readonly Element[] = []): Element {
  const below = entries.length > 0 ? [element("ol", {}, [...entries])] : [];
  return element("li", {}, [element("a", { href }, [...content]), ...below]);
}
