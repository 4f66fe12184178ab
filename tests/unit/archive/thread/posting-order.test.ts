import { describe, expect, it } from "vitest";
import type { Comment } from "../../../../lib/archive/model";
import { orderByPosting } from "../../../../lib/archive/thread/posting-order";
import { articleOf } from "../../share/small-archive";

/** `2@09:30` is a comment `2` of half past nine, `2` one without a date; the first letter `<` answers the comment before. */
function order(...written: readonly string[]) {
  const comments = written.map((text, index): Comment => {
    const [id = "", time] = text.replace("<", "").split("@");
    return {
      ...{ id, status: "present", position: index + 1, author: "Ana", body: "Oui." },
      published: time && `2021-01-15T${time}`,
      reply: text.startsWith("<")
        ? { parentId: written[index - 1]?.replace(/<|@.*/gu, "") ?? "", basis: "explicit" }
        : undefined,
    };
  });
  const { nodes, dated } = orderByPosting(articleOf({ comments }).thread);
  return [nodes.map(({ comment }) => comment.id).join(" "), dated];
}

describe("orderByPosting", () => {
  it.each([
    ["by date, whoever answers whom", ["a@09:00Z", "<b@11:00Z", "c@10:00Z"], "a c b", "all"],
    ["by instant, not by the digits of a zone", ["a@09:00+01:00", "b@08:30Z", "c@07:59Z"], "c a b", "all"],
    ["by place in the source at one instant", ["b@09:00Z", "a@09:00Z", "c@08:00Z"], "c b a", "all"],
    ["as the source has them where it dates none", ["c", "<a", "b"], "c a b", "none"],
    ["one without a date behind the one before it", ["a@10:00Z", "x", "b@09:00Z", "y"], "b y a x", "some"],
    ["one without a date before all that have one", ["x", "a@10:00Z", "b@09:00Z"], "x b a", "some"],
  ])("orders %s", (_, comments, ids, dated) => {
    expect(order(...comments)).toEqual([ids, dated]);
  });

  it("has nothing to order in a thread without comments", () => {
    expect(order()).toEqual(["", "none"]);
  });
});
