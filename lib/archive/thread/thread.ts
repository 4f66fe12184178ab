import type { Comment, Completeness, Problem, Thread, ThreadEvent } from "../model";

export { findMentioned, findParticipants } from "./participants";

/** The comments of one article, before it is known who answers whom. */
export type ThreadSource = {
  /** Where their files lie, for problems: `content/x/comments`. */
  readonly folder: string;
  /** Sorted by id. */
  readonly comments: readonly Comment[];
  /** Ids whose files are there but hold a problem of their own: it is not their replies' fault. */
  readonly troubled: ReadonlySet<string>;
  /** The count of comments that the source itself stated. */
  readonly announced?: number;
  /** What `article.md` states of places in the source's numbering that no comment has. */
  readonly article?: { readonly path: string } & ArticlePlaces;
};

type ArticlePlaces = { readonly position?: number; readonly events?: readonly ThreadEvent[] };

export type BuiltThread =
  | { readonly ok: true; readonly thread: Thread }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A `ThreadNode` while it grows. */
type Growing = {
  readonly comment: Comment;
  parent?: Growing;
  replies: Growing[];
  depth: number;
  descendants: number;
};

/**
 * Places each comment under the one it answers. Refused are two at one position, the article and its events included, and parents that are unknown,
 * later in the source, or a reply to their reply. A missing comment without a position stands right before its first
 * reply, and after everything where it has none.
 *
 * Takes O(n log n) and never recurses, so depth and width of a thread are bounded by memory alone.
 */
export function buildThread(source: ThreadSource): BuiltThread {
  const nodes = source.comments.map(
    (comment): Growing => ({ comment, replies: [], depth: 0, descendants: 0 }),
  );
  const problems = [...checkPositions(source), ...linkParents(nodes, source), ...checkCycles(nodes, source)];
  const fromAbove = orderFromAbove(nodes);
  problems.push(...checkOrder(fromAbove, source));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, thread: growThread(fromAbove, source) };
}

function describeReply(source: ThreadSource, { comment }: Growing, found: string, expected: string): Problem {
  return { path: pathOf(source, comment.id), field: "inReplyTo", found, expected };
}

function pathOf({ folder }: ThreadSource, id: string): string {
  return `${folder}/${id}.md`;
}

// ── What may be wrong. ──

/** A position, and where it is stated. */
type Placed = { readonly position: number; readonly path: string; readonly field: string };

function checkPositions(source: ThreadSource): Problem[] {
  const holders = new Map<number, Placed>();
  const problems: Problem[] = [];
  for (const placed of listPlaces(source)) {
    const { position, path, field } = placed;
    const holder = holders.get(position);
    if (holder === undefined) holders.set(position, placed);
    else {
      const found = `${position}, which is also the position in ${holder.path}`;
      problems.push({ path, field, found, expected: "a position of its own" });
    }
  }
  return problems;
}

/** Everything that has a place in the source's numbering: the article, the thread's events, the comments. */
function listPlaces(source: ThreadSource): Placed[] {
  const { path = "", position, events = [] } = source.article ?? {};
  return [
    { position, path, field: "position" },
    ...events.map((event, index) => ({
      position: event.position,
      path,
      field: `events[${index}].position`,
    })),
    ...source.comments.map((comment) => ({
      position: comment.position,
      path: pathOf(source, comment.id),
      field: "position",
    })),
  ].flatMap(({ position, ...where }) => (position === undefined ? [] : { position, ...where }));
}

function linkParents(nodes: readonly Growing[], source: ThreadSource): Problem[] {
  const byId = new Map(nodes.map((node) => [node.comment.id, node]));
  const problems: Problem[] = [];
  for (const node of nodes) {
    const parentId = node.comment.reply?.parentId;
    if (parentId === undefined) continue;
    const parent = byId.get(parentId);
    if (parent === node) problems.push(describeSelfParent(source, node));
    else if (parent !== undefined) linkReply(node, parent);
    else if (!source.troubled.has(parentId)) problems.push(describeUnknownParent(source, node, parentId));
  }
  return problems;
}

function linkReply(node: Growing, parent: Growing): void {
  node.parent = parent;
  parent.replies.push(node);
}

function describeSelfParent(source: ThreadSource, node: Growing): Problem {
  const expected = "another comment than this one, or no inReplyTo";
  return describeReply(source, node, `"${node.comment.id}", the comment itself`, expected);
}

function describeUnknownParent(source: ThreadSource, node: Growing, parentId: string): Problem {
  const declaration = `declare it with a file ${parentId}.md that has "status: missing"`;
  const expected = `the id of a file in this folder; if that comment did not survive, ${declaration}`;
  return describeReply(source, node, `"${parentId}"`, expected);
}

/** Every comment has at most one parent, so a walk upwards ends, or meets itself in the one cycle it can reach. */
function checkCycles(nodes: readonly Growing[], source: ThreadSource): Problem[] {
  const seenFrom = new Map<Growing, Growing>();
  const problems: Problem[] = [];
  for (const start of nodes) {
    const walk: Growing[] = [];
    let node: Growing | undefined = start;
    for (; node !== undefined && !seenFrom.has(node); node = node.parent) {
      seenFrom.set(node, start);
      walk.push(node);
    }
    if (node === undefined || seenFrom.get(node) !== start) continue;
    problems.push(describeCycle(source, node, walk.slice(walk.indexOf(node))));
  }
  return problems;
}

/** A chain of more comments than this is cut: the way back to its start is then found comment by comment. */
const CHAIN = 6;

function describeCycle(source: ThreadSource, first: Growing, cycle: readonly Growing[]): Problem {
  const ids = cycle.slice(0, CHAIN).map(({ comment }) => comment.id);
  if (cycle.length > CHAIN) ids.push(`… ${cycle.length - CHAIN} more`);
  const chain = [...ids, first.comment.id].join(" → ");
  const expected = "a parent that is not a reply to this comment; remove inReplyTo from one of them";
  return describeReply(source, first, `a cycle, ${chain}`, expected);
}

/** Parents before their replies; comments in a cycle, and below one, are left out. */
function orderFromAbove(nodes: readonly Growing[]): readonly Growing[] {
  const order = nodes.filter(({ parent }) => parent === undefined);
  for (const node of order) {
    for (const reply of node.replies) {
      reply.depth = node.depth + 1;
      order.push(reply);
    }
  }
  return order;
}

/** Nobody answers what was not written yet. A missing parent without a position hides nothing: its own parent counts. */
function checkOrder(fromAbove: readonly Growing[], source: ThreadSource): Problem[] {
  const lastPlaced = new Map<Growing, Growing>();
  const problems: Problem[] = [];
  for (const node of fromAbove) {
    const { parent } = node;
    const above = parent?.comment.position === undefined ? parent && lastPlaced.get(parent) : parent;
    if (above === undefined) continue;
    lastPlaced.set(node, above);
    if (isLater(above, node)) problems.push(describeLaterParent(source, node, above));
  }
  return problems;
}

function isLater({ comment: a }: Growing, { comment: b }: Growing): boolean {
  return a.position !== undefined && b.position !== undefined && a.position > b.position;
}

function describeLaterParent(source: ThreadSource, node: Growing, above: Growing): Problem {
  const { id, position } = above.comment;
  const where = `comment "${id}" at position ${position}, after this one at ${node.comment.position}`;
  const found = node.parent === above ? where : `a missing comment that answers ${where}`;
  return describeReply(source, node, found, "a parent that stands earlier in the source");
}

// ── What grows when nothing is wrong. ──

function growThread(fromAbove: readonly Growing[], source: ThreadSource): Thread {
  const inSourceOrder = sortBySource(fromAbove);
  for (const node of inSourceOrder) node.replies = [];
  for (const node of inSourceOrder) node.parent?.replies.push(node);
  const roots = inSourceOrder.filter(({ parent }) => parent === undefined);
  const inReadingOrder = orderForReading(roots);
  countDescendants(inReadingOrder);
  const byId = new Map(inSourceOrder.map((node) => [node.comment.id, node]));
  return { roots, inReadingOrder, inSourceOrder, byId, completeness: measureCompleteness(source) };
}

function sortBySource(fromAbove: readonly Growing[]): Growing[] {
  const places = findPlaces(fromAbove);
  return [...fromAbove].sort((a, b) => {
    // Comments without a position share the place of one reply, and lie on the way down to it.
    const [placeA = Infinity, placeB = Infinity] = [places.get(a), places.get(b)];
    if (placeA !== placeB) return placeA - placeB;
    return a.depth - b.depth || (a.comment.id < b.comment.id ? -1 : 1);
  });
}

/** The position, or else the place of the first reply. */
function findPlaces(fromAbove: readonly Growing[]): ReadonlyMap<Growing, number> {
  const places = new Map<Growing, number>();
  for (const node of fromAbove.toReversed()) {
    const place = node.comment.position ?? places.get(node) ?? Infinity;
    places.set(node, place);
    if (node.parent !== undefined) {
      places.set(node.parent, Math.min(place, places.get(node.parent) ?? Infinity));
    }
  }
  return places;
}

function orderForReading(roots: readonly Growing[]): readonly Growing[] {
  const order: Growing[] = [];
  const waiting = roots.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    order.push(node);
    for (const reply of node.replies.toReversed()) waiting.push(reply);
  }
  return order;
}

function countDescendants(inReadingOrder: readonly Growing[]): void {
  for (const node of inReadingOrder.toReversed()) {
    if (node.parent !== undefined) node.parent.descendants += node.descendants + 1;
  }
}

function measureCompleteness(source: ThreadSource): Completeness {
  const { comments, announced } = source;
  const count = (status: Comment["status"]) => comments.filter((comment) => comment.status === status).length;
  const hidden = count("hidden");
  const positions = new Set(listPlaces(source).map(({ position }) => position));
  // Announced is the number of comments: what else the source counts makes its last position a later one.
  const others = listPlaces({ ...source, comments: [] }).length;
  const last = announced === undefined ? 0 : announced + others;
  return {
    present: count("present"),
    erased: count("erased"),
    missing: count("missing"),
    ...(hidden > 0 && { hidden }),
    ...(announced !== undefined && { announced }),
    // Up to a million numbers: they are made when somebody asks, not kept with every thread.
    get gaps() {
      return listGaps(positions, last);
    },
  };
}

function listGaps(positions: ReadonlySet<number>, expected: number): readonly number[] {
  const last = [...positions].reduce((a, b) => Math.max(a, b), expected);
  const gaps: number[] = [];
  for (let position = 1; position <= last; position += 1) {
    if (!positions.has(position)) gaps.push(position);
  }
  return gaps;
}
