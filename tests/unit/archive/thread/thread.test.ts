import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../../lib/archive/format/problem";
import type { Comment, ReplyBasis, Thread } from "../../../../lib/archive/model";
import {
  buildThread,
  findMentioned,
  findParticipants,
  type ThreadSource,
} from "../../../../lib/archive/thread/thread";

type Options = { readonly author?: string; readonly basis?: ReplyBasis };

/** A comment whose id is its position. */
function present(
  position: number,
  parentId?: number | string,
  { author = "Ana", basis = "explicit" }: Options = {},
) {
  return makeComment(
    { status: "present", id: String(position), position, author, body: "Text." },
    parentId,
    basis,
  );
}

function missing(id: string, parentId?: number | string, position?: number) {
  return makeComment({ status: "missing", id, position }, parentId, "explicit");
}

function makeComment(comment: Comment, parentId: number | string | undefined, basis: ReplyBasis): Comment {
  return parentId === undefined ? comment : { ...comment, reply: { parentId: String(parentId), basis } };
}

function build(comments: readonly Comment[], options: Partial<ThreadSource> = {}) {
  return buildThread({ folder: "c", comments, troubled: new Set(), ...options });
}

function thread(...comments: readonly Comment[]): Thread {
  const built = build(comments);
  if (!built.ok) throw new Error(built.problems.map(formatProblem).join("\n"));
  return built.thread;
}

function problems(comments: readonly Comment[], options?: Partial<ThreadSource>): readonly string[] {
  const built = build(comments, options);
  return built.ok ? [] : built.problems.map(formatProblem);
}

/** The order of reading, each comment under its parent by two spaces. */
function draw({ inReadingOrder }: Thread): string {
  return inReadingOrder.map(({ comment, depth }) => `${"  ".repeat(depth)}${comment.id}`).join("\n");
}

function idsInSourceOrder({ inSourceOrder }: Thread): readonly string[] {
  return inSourceOrder.map(({ comment }) => comment.id);
}

describe("buildThread", () => {
  it("places each comment under its parent, replies and roots in source order", () => {
    const built = thread(present(10, 1), present(2), present(4, 2), present(1), present(3, 1), present(5, 3));
    expect(draw(built)).toBe("1\n  3\n    5\n  10\n2\n  4");
    expect(idsInSourceOrder(built)).toEqual(["1", "2", "3", "4", "5", "10"]);
    expect(built.roots.map(({ descendants }) => descendants)).toEqual([3, 1]);
    const reply = built.byId.get("5");
    expect(reply?.parent?.comment.id).toBe("3");
    expect(reply?.parent?.replies).toEqual([reply]);
  });

  it("has nothing to place where nobody commented", () => {
    const built = thread();
    expect(built).toMatchObject({ roots: [], inReadingOrder: [], inSourceOrder: [] });
    expect(built.completeness).toEqual({ present: 0, erased: 0, missing: 0, gaps: [] });
  });

  it("puts a missing comment before its first reply, and shares it among its replies", () => {
    const built = thread(present(1), missing("a"), present(4, "a"), present(2), present(6, "a"));
    expect(draw(built)).toBe("1\n2\na\n  4\n  6");
    expect(idsInSourceOrder(built)).toEqual(["1", "2", "a", "4", "6"]);
  });

  it("puts missing comments that answer each other in their order, and those without a reply last", () => {
    const built = thread(missing("z"), missing("b", "z"), present(2, "b"), missing("lonely"), present(1));
    expect(idsInSourceOrder(built)).toEqual(["1", "z", "b", "2", "lonely"]);
    expect(draw(built)).toBe("1\nz\n  b\n    2\nlonely");
  });

  it("keeps a missing comment at its position where that is known", () => {
    expect(idsInSourceOrder(thread(present(1), missing("a", undefined, 2), present(5, "a")))).toEqual([
      "1",
      "a",
      "5",
    ]);
  });

  it("counts what is there, and names the positions that no file accounts for", () => {
    const comments = [present(1), missing("a", undefined, 3), missing("b"), present(6)];
    const erased: Comment = { status: "erased", id: "e", position: 2, author: "Ana", reason: "Why." };
    const built = build([...comments, erased], { announced: 8 });
    expect(built.ok && built.thread.completeness).toEqual({
      present: 2,
      erased: 1,
      missing: 2,
      announced: 8,
      gaps: [4, 5, 7, 8],
    });
    expect(thread(present(3)).completeness.gaps).toEqual([1, 2]);
  });

  it("counts the article's own position and those of events as accounted for, beyond the comments announced", () => {
    const article = { path: "a.md", position: 1, events: [{ what: "closed", position: 4 } as const] };
    const hidden: Comment = { status: "hidden", id: "h", position: 3 };
    const built = build([present(2), hidden, present(5)], { announced: 4, article });
    expect(built.ok && built.thread.completeness).toEqual({
      present: 2,
      erased: 0,
      missing: 0,
      hidden: 1,
      announced: 4,
      gaps: [6],
    });
  });

  it("refuses a comment at the position of the article or of an event", () => {
    const article = { path: "a.md", position: 1, events: [{ what: "closed", position: 2 } as const] };
    expect(problems([present(1), present(2)], { article })).toEqual([
      "c/1.md: position: found 1, which is also the position in a.md, expected a position of its own",
      "c/2.md: position: found 2, which is also the position in a.md, expected a position of its own",
    ]);
  });

  it("lists up to a million gaps, when they are asked for", () => {
    const built = build([present(2)], { announced: 1_000_000 });
    expect(built.ok && built.thread.completeness.gaps).toHaveLength(999_999);
  });
});

describe("buildThread refuses", () => {
  const UNDECLARED =
    'expected the id of a file in this folder; if that comment did not survive, declare it with a file 99.md that has "status: missing"';

  it("a parent that has no file, and says how to declare it", () => {
    expect(problems([present(1), present(2, 99)])).toEqual([`c/2.md: inReplyTo: found "99", ${UNDECLARED}`]);
  });

  it("nothing about the replies to a file that holds a problem of its own", () => {
    expect(problems([present(2, 99)], { troubled: new Set(["99"]) })).toEqual([]);
  });

  it("a comment that answers itself", () => {
    expect(problems([present(1, 1)])).toEqual([
      'c/1.md: inReplyTo: found "1", the comment itself, expected another comment than this one, or no inReplyTo',
    ]);
  });

  it("a cycle, once, and not the replies below it", () => {
    expect(problems([present(1, 3), present(2, 1), present(3, 2), present(4, 2), present(5, 4)])).toEqual([
      "c/1.md: inReplyTo: found a cycle, 1 → 3 → 2 → 1, expected a parent that is not a reply to this comment; remove inReplyTo from one of them",
    ]);
  });

  it("each of several cycles, a long one cut", () => {
    const ring = Array.from({ length: 20_000 }, (_, i) => present(i + 1, i === 0 ? 20_000 : i));
    const [line, ...others] = problems([...ring, missing("x", "y"), missing("y", "x")]);
    expect(line).toContain("a cycle, 1 → 20000 → 19999 → 19998 → 19997 → 19996 → … 19994 more → 1,");
    expect(others).toHaveLength(1);
  });

  it("a parent that stands later in the source, also behind a missing one", () => {
    expect(problems([present(1, 2), present(2), present(3, "a"), missing("a", 4), present(4)])).toEqual([
      'c/1.md: inReplyTo: found comment "2" at position 2, after this one at 1, expected a parent that stands earlier in the source',
      'c/3.md: inReplyTo: found a missing comment that answers comment "4" at position 4, after this one at 3, expected a parent that stands earlier in the source',
    ]);
  });

  it("a position that is taken, naming both files", () => {
    const twin: Comment = { ...present(1), id: "2" };
    expect(problems([present(1), twin])).toEqual([
      "c/2.md: position: found 1, which is also the position in c/1.md, expected a position of its own",
    ]);
  });
});

describe("buildThread bears", () => {
  it("a chain of 20,000 replies", () => {
    const built = thread(...Array.from({ length: 20_000 }, (_, i) => present(i + 1, i || undefined)));
    expect(built.inReadingOrder.at(-1)?.depth).toBe(19_999);
    expect(built.roots[0]?.descendants).toBe(19_999);
  });

  it("a chain of 20,000 missing comments", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      missing(`m${i}`, i === 0 ? undefined : `m${i - 1}`),
    );
    expect(idsInSourceOrder(thread(present(1), ...chain, present(2, "m19999"))).slice(0, 3)).toEqual([
      "1",
      "m0",
      "m1",
    ]);
  });

  it("10,000 replies to one comment", () => {
    const built = thread(present(1), ...Array.from({ length: 10_000 }, (_, i) => present(i + 2, 1)));
    expect(built.roots[0]?.replies).toHaveLength(10_000);
  });

  it("any forest: every comment once, below its parent, in source order", () => {
    const forest = fc
      .array(fc.nat(), { maxLength: 60 })
      .map((parents) => parents.map((parent, i) => present(i + 1, parent % (i + 1) || undefined)));
    const property = fc.property(forest, fc.infiniteStream(fc.nat()), (comments, order) => {
      const shuffled = comments
        .map((comment) => ({ comment, at: order.next().value }))
        .sort((a, b) => a.at - b.at);
      const built = thread(...shuffled.map(({ comment }) => comment));
      expect(idsInSourceOrder(built)).toEqual(comments.map(({ id }) => id));
      expect(new Set(built.inReadingOrder).size).toBe(comments.length);
      for (const node of built.inReadingOrder) {
        expect(node.parent?.comment.id).toBe(node.comment.reply?.parentId);
        expect(node.depth).toBe(node.parent === undefined ? 0 : node.parent.depth + 1);
        expect(node.descendants).toBe(node.replies.reduce((sum, reply) => sum + reply.descendants + 1, 0));
      }
    });
    fc.assert(property, { numRuns: 300, seed: 20210115 });
  });
});

describe("findMentioned", () => {
  const built = thread(
    present(1, undefined, { author: "Zoé" }),
    present(2, undefined, { author: "_Ludo" }),
    present(3, undefined, { author: "zoe\u0301" }),
    present(4, undefined, { author: "Late" }),
  );

  function mention(name: string, position: number) {
    const from = built.byId.get(String(position));
    if (from === undefined) throw new Error("no such comment");
    const found = findMentioned(built, name, from);
    return found.presence === "earlier" ? found.node.comment.id : found.presence;
  }

  it("finds the nearest earlier comment, whatever the case and the encoding of accents", () => {
    expect(mention("ZOÉ", 4)).toBe("3");
    expect(mention("zoé", 3)).toBe("1");
    expect(mention("_ludo", 3)).toBe("2");
  });

  it("tells who only speaks later from who never does", () => {
    expect(mention("Late", 1)).toBe("later");
    expect(mention("Zoé", 1)).toBe("later");
    expect(mention("iosandroid", 4)).toBe("absent");
    expect(mention("__proto__", 4)).toBe("absent");
  });
});

describe("findParticipants", () => {
  it("lists everybody once, by the spelling first used, in order of first appearance", () => {
    const erased: Comment = { status: "erased", id: "e", position: 2, author: "Bob", reason: "Why." };
    const built = thread(
      present(3, undefined, { author: "Zoé" }),
      present(1, undefined, { author: "ana" }),
      erased,
      present(4),
      missing("m"),
      present(5, undefined, { author: "zoe\u0301" }),
      present(6, undefined, { author: "ａna" }),
    );
    const list = findParticipants(built).map(({ name, comments }) => [
      name,
      comments.map(({ comment }) => comment.id),
    ]);
    expect(list).toEqual([
      ["ana", ["1", "4"]],
      ["Bob", ["e"]],
      ["Zoé", ["3", "5"]],
      ["ａna", ["6"]],
    ]);
  });
});
