import { describe, expect, it } from "vitest";
import { removePassages } from "../../../../lib/archive/erasure/passages";
import { holdsName, removeName } from "../../../../lib/archive/erasure/person-names";
import { type ContentFile, planErasure } from "../../../../lib/archive/erasure/plan";
import { parseFrontMatter } from "../../../../lib/archive/format/front-matter";
import { serializeFile } from "../../../../lib/archive/format/serialize";

describe("removePassages", () => {
  const erased = "J’habite au 12, rue des Lilas, et mon voisin est insupportable depuis des années.";
  const cases: [string, string, string][] = [
    ["a quotation", "> J’habite au 12, rue des Lilas\n\nAh bon ?", "> […]\n\nAh bon ?"],
    ["a quotation of three words", "> rue des Lilas\n\nJe connais.", "> […]\n\nJe connais."],
    ["a quotation with other markup", "> mon **voisin** est _insupportable_\n", "> […]_\n"],
    ["a quotation in capitals", "> MON VOISIN EST INSUPPORTABLE !\n", "> […] !\n"],
    [
      "seven words in talk",
      "Tu dis : mon voisin est insupportable depuis des années, vraiment ?",
      "Tu dis : […], vraiment ?",
    ],
    [
      "six words in talk, which stay",
      "Le voisin est insupportable depuis des siècles.",
      "Le voisin est insupportable depuis des siècles.",
    ],
    ["two words of its own in talk", "rue des voisins", "rue des voisins"],
    ["nothing", "Rien à voir.", "Rien à voir."],
  ];
  it.each(cases)("takes out %s", (_, body, expected) => {
    expect(removePassages(body, erased, "[…]")).toBe(expected);
  });

  it("leaves ordinary talk alone when two words were erased, but not their quotation", () => {
    expect(removePassages("bon débarras, dit-on", "bon débarras", "[…]")).toBe("bon débarras, dit-on");
    expect(removePassages("> bon débarras\n\nOh.", "bon débarras", "[…]")).toBe("> […]\n\nOh.");
  });

  it("leaves everything when nothing but signs was erased", () => {
    expect(removePassages("> ?\n!", "…!", "[…]")).toBe("> ?\n!");
  });
});

describe("removeName", () => {
  const cases: [string, string, string, boolean, string][] = [
    ["a mention", "@Zoé oui", "Zoé", false, "@X oui"],
    ["a mention in other letters", "@zoÉ oui", "Zoé", false, "@X oui"],
    ["a longer name's beginning, not", "@Zoélie oui", "Zoé", true, "@Zoélie oui"],
    ["a bare name", "Zoé a raison, Zoé.", "Zoé", true, "X a raison, X."],
    ["a bare name, not when it may be a word", "Zoé a raison", "Zoé", false, "Zoé a raison"],
    ["signs of regular expressions", "@a.(b)* et a.(b)*", "a.(b)*", true, "@X et X"],
    ["an underscore's neighbour, not", "_Ludo_ et _Ludo", "_Ludo", true, "_Ludo_ et X"],
  ];
  it.each(cases)("replaces %s", (_, text, name, bare, expected) => {
    expect(removeName(text, name, "X", bare)).toBe(expected);
  });

  it("keeps dollar signs of a label", () => {
    expect(removeName("@a", "a", "$&$1", false)).toBe("@$&$1");
  });
});

describe("planErasure", () => {
  const file = (
    article: string,
    comment: string | undefined,
    fields: Record<string, string>,
    body: string,
  ): ContentFile => ({
    path: comment ? `${article}/comments/${comment}.md` : `${article}/article.md`,
    article,
    comment,
    fields,
    body,
  });
  const files = [
    file("a", undefined, { title: "Un titre" }, "Un texte."),
    file("a", "1", { author: "Zoé", position: "1" }, "Un secret à taire absolument.\n"),
    file(
      "a",
      "2",
      { author: "Max", position: "2", inReplyTo: "1" },
      "> secret à taire\n\n@zoé chut ! Zoé exagère.\n",
    ),
    file("a", "3", { author: "Zoé", position: "3" }, "Un autre propos.\n"),
    file("b", undefined, { title: "La station Zoé" }, "La gare de Zoé."),
    file("b", "1", { author: "zoé", position: "1" }, "Zoé est une gare.\n"),
  ];
  const erasure = {
    article: "a",
    comment: "1",
    reason: "À sa demande.",
    author: true,
    pictures: ["me.png", "house.jpg", "map.png", "other.png"],
    labels: { participant: (number: number) => `participant retiré ${number}`, passage: "[passage retiré]" },
  };
  const nameOf = (path: string) => `content/${path}`;
  const apply = (asked: Partial<typeof erasure>) => {
    const plan = planErasure(files, { ...erasure, ...asked }, nameOf);
    return { plan, texts: Object.fromEntries(plan.changes.map(({ path, text }) => [path, text])) };
  };

  it("without --author takes the text and its quotations and leaves the name", () => {
    const { texts } = apply({ author: false });
    expect(texts).toEqual({
      "a/comments/1.md": "---\nauthor: Zoé\nposition: 1\nstatus: erased\nreason: À sa demande.\n---\n",
      "a/comments/2.md":
        "---\nauthor: Max\nposition: 2\ninReplyTo: 1\n---\n> [passage retiré]\n\n@zoé chut ! Zoé exagère.\n",
    });
  });

  it("with --author takes the name from every comment of that person, and every mention", () => {
    const { texts } = apply({});
    expect(texts["a/comments/1.md"]).toContain("author: participant retiré 1\n");
    expect(texts["a/comments/2.md"]).toContain("@participant retiré 1 chut ! participant retiré 1 exagère.");
    expect(texts["a/comments/3.md"]).toContain("author: participant retiré 1\n");
    expect(texts["b/comments/1.md"]).toContain("author: participant retiré 1\n");
  });

  it("leaves a name that an article uses as a word, and names the files that hold it", () => {
    const { plan, texts } = apply({});
    expect(texts["b/comments/1.md"]).toContain("Zoé est une gare.");
    expect(plan.leftovers).toEqual(["b/article.md", "b/comments/1.md"]);
  });

  it("lists where the comment stood at its source and takes it off the tombstone", () => {
    const source = { id: "0088", url: "https://forum.example/t/1#88" };
    const withSource = files.map((each) =>
      each.path === "a/comments/1.md" ? { ...each, fields: { ...each.fields, source } } : each,
    );
    const plan = planErasure(withSource, erasure, nameOf);
    expect(plan.erased).toBe("a/1\t0088\thttps://forum.example/t/1#88");
    expect(plan.changes[0]?.text).not.toContain("0088");
  });

  it("takes the pictures of the comment along, but for those that something else names", () => {
    const shows = (path: string, body: string) => (each: ContentFile) =>
      each.path === path ? { ...each, body } : each;
    const withPictures = files
      .map(
        shows("a/comments/1.md", "![Me](me.png) ![](<house.jpg> 'x') ![map][1] name.png\n\n[1]: map.png\n"),
      )
      .map(shows("a/article.md", "![A map](map.png) some.png"))
      .map(shows("b/comments/1.md", "![Not that one](me.png)"));
    const { pictures, sharedPictures } = planErasure(withPictures, erasure, nameOf);
    expect(pictures).toEqual(["a/me.png", "a/house.jpg"]);
    expect(sharedPictures).toEqual(["a/map.png"]);
  });

  it("refuses a comment that is not there or has no text, by its path with the content folder", () => {
    expect(() => apply({ comment: "9" })).toThrow(
      "content/a/comments/9.md: file: found nothing, expected a comment that is archived",
    );
    expect(() => apply({ article: "z" })).toThrow(
      "content/z: file: found nothing, expected the folder of an article",
    );
    const erasedBefore = [
      file("a", "1", { author: "Zoé", position: "1", status: "erased", reason: "x" }, ""),
    ];
    expect(() => planErasure(erasedBefore, erasure, nameOf)).toThrow(
      'content/a/comments/1.md: status: found "erased"',
    );
  });
});

describe("serializeFile", () => {
  it("writes what parseFrontMatter reads back, value for value", () => {
    const fields = {
      author: "@iosandroid: # [x]",
      position: "0010",
      reason: "no",
      list: [{ name: "a\nb" }, { name: "---" }],
      empty: "",
    };
    const text = serializeFile(fields, "\n---\nbody\n");
    const parsed = parseFrontMatter(new TextEncoder().encode(text));
    expect(parsed.ok && parsed.value.body).toBe("\n---\nbody\n");
    expect(parsed.ok && JSON.parse(JSON.stringify(parsed.value.fields))).toEqual(fields);
  });
});

describe("holdsName", () => {
  it("finds a name in any case, as a word of its own", () => {
    expect(holdsName("dit zoé.", "Zoé")).toBe(true);
    expect(holdsName("Zoélie", "Zoé")).toBe(false);
  });
});
