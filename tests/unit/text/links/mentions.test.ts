import { describe, expect, it, test } from "vitest";
import { createMentionReader } from "../../../../lib/text/links/mentions";

const present = (names: readonly string[]) =>
  createMentionReader(names, (name) =>
    names.includes(name) ? { presence: "earlier", href: `#${name}` } : { presence: "absent" },
  );

describe("a mention", () => {
  const read = present(["_Ludo", "g-m1n1", "Jean", "Jean Paul", "Zoé", "M. X (ex-Y)", "dot.name", "ada"]);

  test.each([
    ["_Ludo, oui", "_Ludo"],
    ["g-m1n1.", "g-m1n1"],
    ["Jean est là", "Jean"],
    ["Jean Paul est là", "Jean Paul"],
    ["JEAN PAUL", "JEAN PAUL"],
    ["Jean Pauline", "Jean"],
    ["M. X (ex-Y) dit", "M. X (ex-Y)"],
    ["dot.name. Fin", "dot.name"],
    ["Zoe\u0301 !", "Zoe\u0301"],
    ["dot.name...", "dot.name"],
  ])("in %j is of %j", (text, name) => expect(read(text)).toMatchObject({ name, presence: "earlier" }));

  test.each([
    ["jean-paul", "jean-paul"],
    ["iosandroid C’est", "iosandroid"],
    ["nobody-.", "nobody"],
    ["日本 x", "日本"],
  ])("in %j is of %j, who is absent", (text, name) =>
    expect(read(text)).toEqual({ name, presence: "absent" }),
  );

  test.each(["", " x", ".x", "-x", "!", "@x"])("is not read in %j", (text) =>
    expect(read(text)).toBeUndefined(),
  );

  it("keeps the text's spelling and leads to the participant's", () => {
    expect(read("ADA, yes")).toEqual({ name: "ADA", presence: "earlier", href: "#ada" });
  });
});

it("is found among ten thousand participants", () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `person ${i} of many`);
  const read = present(names);
  for (const name of names) expect(read(`${name}, hello`)?.name).toBe(name);
});
