import type { Element, Root } from "hast";
import { selectAll } from "hast-util-select";
import { attribute } from "../../../../conversion/hast";
import type { Lesson } from "../../lesson";
import { dateOf } from "../../page/dates";
import { findEnclosing, nestedIn } from "../../page/nesting";
import { lineOf } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../../thread-adapter";

/** What the archivist said in CSS selectors of pages that no adapter knows. */
export function teach(lesson: Lesson): ThreadAdapter {
  return { name: "--selector", read: (page) => readTaught(page, lesson) };
}

function readTaught(page: SavedPage, lesson: Lesson): PageThread | undefined {
  const { tree } = page;
  const comments = selectAll(lesson.comment, tree.root);
  if (comments.length === 0) return undefined;
  const known = new Map(comments.map((comment, index) => [comment, numberedId(comment) ?? `n${index + 1}`]));
  const isNested = comments.some((comment) => findEnclosing(tree, comment, known));
  return {
    posts: comments.map((comment) => readComment(comment, page, { lesson, known, isNested })),
    cut: comments,
  };
}

function numberedId(comment: Element): string | undefined {
  return /([\w-]*\d[\w-]*)$/u.exec(attribute(comment, "id") ?? "")?.[1];
}

type Scene = {
  readonly lesson: Lesson;
  readonly known: ReadonlyMap<Element, string>;
  readonly isNested: boolean;
};

function readComment(comment: Element, page: SavedPage, { lesson, known, isNested }: Scene): PagePost {
  const find = (selector: string | undefined) => {
    if (selector === undefined) return [];
    const root: Root = { type: "root", children: [comment] };
    return selectAll(selector, root).filter((each) => findEnclosing(page.tree, each, known) === comment);
  };
  const name = lineOf(find(lesson.author)[0]);
  const published = dateOf(find(lesson.date)[0], page.timeZone);
  const above = findEnclosing(page.tree, comment, known);
  const texts = find(lesson.text);
  const [only] = texts;
  return {
    id: known.get(comment) ?? "",
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(isNested && { parent: nestedIn(above && known.get(above)) }),
    content: texts.length === 1 && only ? only.children : withoutNested(texts, page),
    ...(only === undefined && { state: { kind: "hidden", reason: "empty" } }),
  };
}

/** Paragraphs that a selector finds one by one; what lies in one of them comes with it. */
function withoutNested(found: readonly Element[], { tree }: SavedPage): Element[] {
  return found.filter((each) => !found.some((other) => other !== each && tree.contains(other, each)));
}
