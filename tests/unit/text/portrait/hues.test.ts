import { describe, expect, it } from "vitest";
import { buildThread } from "../../../../lib/archive/thread/thread";
import { assignHues, HUES, hueIn } from "../../../../lib/text/portrait/hues";
import { makeComment } from "../../share/archives";

const people = (count: number) => Array.from({ length: count }, (_, number) => `Person ${number}`);

describe("hues of a thread", () => {
  it.each([2, 5, 9, 12])("are as many as its %i people", (count) => {
    expect(new Set(assignHues(people(count)).values()).size).toBe(count);
  });

  it("are used once more by the thirteenth on, each as often as any other", () => {
    const hues = [...assignHues(people(60)).values()];
    const uses = Array.from({ length: HUES }, (_, hue) => hues.filter((other) => other === hue).length);
    expect(uses).toEqual(Array(HUES).fill(5));
  });

  it("are the name's own for whoever comes first", () => {
    for (const name of people(30)) {
      const alone = [...assignHues([name]).values()];
      expect([...assignHues([name, ...people(30)]).values()].slice(0, 1)).toEqual(alone);
    }
  });

  it("are the name's own where that is free, else the free one that lies farthest from those taken", () => {
    const own = (name: string) => [...assignHues([name]).values()][0] ?? -1;
    const [first = "", ...others] = people(200);
    const same = others.find((name) => own(name) === own(first)) ?? "";
    const other = others.find((name) => own(name) === (own(first) + 1) % HUES) ?? "";
    expect([...assignHues([first, other]).values()]).toEqual([own(first), own(other)]);
    expect([...assignHues([first, same]).values()]).toEqual([own(first), (own(first) + 6) % HUES]);
  });

  it("do not change for anybody when a thread grows", () => {
    const [few, many] = [assignHues(people(7)), assignHues(people(40))];
    expect([...many].slice(0, 7)).toEqual([...few]);
  });

  it("are one for all the ways to write a name, the article's author's among them", () => {
    const comments = ["Ludo", "Grace", "ludo", "ZOÉ"].map((author, index) =>
      makeComment(index + 1, { author }),
    );
    const built = buildThread({ folder: "", comments, troubled: new Set() });
    if (!built.ok) throw new Error("the thread of this test has a problem");
    expect(hueIn(built.thread, "LUDO")).toBe(hueIn(built.thread, "Ludo"));
    expect(hueIn(built.thread, "Zoe\u0301")).toBe(hueIn(built.thread, "ZOÉ"));
  });
});
