import type { ThreadNode } from "../../archive/model";

/** One document of a thread. */
export type ThreadPart = {
  /** In the book. */
  readonly path: string;
  readonly nodes: readonly ThreadNode[];
};

/*
 * A device with little memory lays out a document at a time, and turns from one to the next without anybody noticing:
 * some thirty pages of it are read at once, a thousand comments are not.
 */

/** From so many UTF-16 code units of text on a conversation begins a new document. */
const ENOUGH = 30_000;
/** A conversation that goes on beyond so many is cut between two comments. */
const MOST = 60_000;
/** What a comment takes beside its text. */
const FURNITURE = 300;

/** A thread as documents that an e-reader opens at once; whole conversations stay together where they can. */
export function splitThread(inReadingOrder: readonly ThreadNode[]): readonly ThreadPart[] {
  const parts: ThreadNode[][] = [];
  let weight = 0;
  for (const node of inReadingOrder) {
    const open = parts.at(-1);
    if (open === undefined || weight > (node.depth === 0 ? ENOUGH : MOST)) {
      parts.push([node]);
      weight = 0;
    } else open.push(node);
    weight += weigh(node);
  }
  return parts.map((nodes, index) => ({ path: `comments-${index + 1}.xhtml`, nodes }));
}

function weigh({ comment }: ThreadNode): number {
  return FURNITURE + (comment.status === "present" ? comment.body.length : 0);
}
