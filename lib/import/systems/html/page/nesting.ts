import type { Element } from "hast";
import type { SourceParent } from "../../../model";
import type { PageTree } from "./page-tree";

/**
 * Whom each post answers where replies lie inside what they answer, or are indented below it.
 *
 * @param depths from 0, in the order of the page
 * @param cap the depth below which the system indents no further: what lies there may answer a neighbour
 */
export function parentsByDepth(
  posts: readonly { readonly id: string; readonly depth: number }[],
  cap = Number.POSITIVE_INFINITY,
): Map<string, SourceParent> {
  const parents = new Map<string, SourceParent>();
  const open: { readonly id: string; readonly depth: number }[] = [];
  for (const post of posts) {
    while ((open.at(-1)?.depth ?? -1) >= post.depth) open.pop();
    parents.set(post.id, nestedIn(open.at(-1)?.id, post.depth >= cap));
    open.push(post);
  }
  return parents;
}

export function nestedIn(parent: string | undefined, uncertain = false): SourceParent {
  if (parent === undefined) return { kind: "article" };
  return { kind: "post", id: parent, basis: "nesting", ...(uncertain && { uncertain }) };
}

/** The post that an element lies in, among those that a set or a map has. */
export function findEnclosing(
  tree: PageTree,
  element: Element,
  posts: { has(element: Element): boolean },
): Element | undefined {
  const around = tree.parentOf(element);
  return around && tree.closest(around, (each) => posts.has(each));
}

/** The first whole number in a text: "1 204 comments" is 1204. */
export function numberIn(text: string): number | undefined {
  const [digits] = /\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|\d+/u.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(/\D/gu, ""));
}
