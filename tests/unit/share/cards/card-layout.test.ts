import { describe, expect, it } from "vitest";
import type { Card } from "../../../../lib/share/cards/card";
import { layOutCard } from "../../../../lib/share/cards/layout/card-layout";
import { cardOf, headlineOf, reachOf, typesetter } from "./cards";

const layOut = (given: Partial<Card>) => layOutCard(cardOf(given), typesetter);
const linesOf = (given: Partial<Card>) => layOut(given).headline.map(({ text }) => text);

const long = "Il faut bien le dire une fois pour toutes, et le redire encore, sans se lasser. "
  .repeat(12)
  .trim();
const hebrew = 'הוא אמר "שלום" ל-John Smith בשנת 2021 (ואז הלך).';
const arabic = "قال المدير إنّ الشبكة ستعود قريبًا في 15 يناير 2021، ولكنّ شركة Amazon رفضت ذلك.";
const hostile = `z${"\u0336\u0301".repeat(200)} \u202Eturned\u202C ${"W".repeat(400)} </svg><script>x</script>`;

describe("every line of a card", () => {
  it.each<[string, Partial<Card>]>([
    ["of one word", { text: "Non." }],
    ["of one letter", { text: "I" }],
    ["of a sentence", { text: "Je ne suis pas du tout d’accord avec ce que vous dites ici." }],
    ["of a long text", { text: long }],
    ["of a word without end", { text: "anticonstitutionnellement".repeat(30) }],
    ["of a long address", { text: `https://example.org/${"chemin/".repeat(60)}` }],
    ["in English", { text: "“So it goes,” she said; nobody heard her.", language: "en" }],
    ["in Hebrew", { text: hebrew, language: "he" }],
    ["in Arabic", { text: arabic, language: "ar" }],
    ["of emoji", { text: "👩‍👩‍👧‍👦".repeat(40) }],
    ["of a tombstone", { kind: "tombstone", text: "Ce commentaire a été retiré de l’archive." }],
    [
      "of a title",
      { kind: "title", text: "Après son bannissement, le réseau porte plainte contre son hébergeur" },
    ],
    ["of hostile words", { text: hostile, name: hostile, context: hostile, archive: hostile }],
    ["of long names", { name: long, context: long, archive: long }],
  ])("%s stands within the margins and above the next", (_, given) => {
    const { headline, foot } = layOut(given);
    for (const line of [...headline, ...foot]) {
      const { left, right } = reachOf(line);
      expect(left, line.text).toBeGreaterThanOrEqual(30);
      expect(right, line.text).toBeLessThanOrEqual(1170);
    }
    const [first, last] = [headline[0], headline.at(-1)];
    expect(first && first.y - first.size * 0.714).toBeGreaterThanOrEqual(90);
    expect(last?.y).toBeLessThanOrEqual(425);
    expect(headline.every(({ size }) => size >= 42)).toBe(true);
  });
});

describe("a quotation", () => {
  it.each<[string, string, string]>([
    ["fr", "Une phrase.", "«\u202F Une phrase.\u202F»"],
    ["fr-CA", "Une phrase.", "«\u202F Une phrase.\u202F»"],
    ["en", "A sentence.", "“ A sentence.”"],
    ["de", "Ein Satz.", "„ Ein Satz.“"],
    ["he", "שלום", "” שלום”"],
    ["x-unknown", "A b", "“ A b”"],
  ])("has the marks of its language: %s", (language, text, expected) => {
    expect(headlineOf(layOut({ language, text }))).toBe(expected);
  });

  it("hangs its opening mark into the margin, and is set in where the mark is too large for it", () => {
    const [mark, line] = layOut({
      text: "Une phrase qui a de quoi remplir trois ou quatre lignes de taille moyenne.",
    }).headline;
    expect([mark?.x, mark?.anchor, line?.x]).toEqual([104, "right", 104]);
    const [large, word] = layOut({ text: "Non." }).headline;
    expect(large && Math.round(reachOf(large).left)).toBe(104);
    expect(word?.x).toBe(large?.x);
  });

  it("of one word is large, the longer the smaller", () => {
    const sizes = ["Non.", "Une phrase courte, mais pas trop courte.", long].map(
      (text) => layOut({ text }).headline[0]?.size,
    );
    expect(sizes[0]).toBe(148);
    expect(sizes).toEqual(sizes.toSorted((one, other) => Number(other) - Number(one)));
    expect(sizes[2]).toBe(42);
  });

  it("is cut behind a word, with an ellipsis within its marks", () => {
    const [, ...lines] = linesOf({ text: long });
    const kept = lines.join(" ").replace(/…\u202F»$/u, "");
    expect(lines.at(-1)).toMatch(/[\p{L}\p{N}]…\u202F»$/u);
    expect(long.startsWith(kept)).toBe(true);
    expect(long.charAt(kept.length)).toMatch(/[ ,.]/u);
  });

  it("leaves no word alone on its last line", () => {
    const [, ...lines] = linesOf({
      text: "Je ne suis pas du tout d’accord avec ce que vous dites ici, non\u202F!",
    });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.at(-1)?.split(" ").length).toBeGreaterThan(1);
  });

  it("in a script of the right hand begins there, with its monogram", () => {
    for (const [text, language] of [
      [hebrew, "he"],
      [arabic, "ar"],
    ] as const) {
      const { start, headline, foot } = layOut({ text, language });
      expect(start).toBe("right");
      expect(headline.slice(1).every(({ x, anchor }) => x === 1096 && anchor === "right")).toBe(true);
      expect(foot[0]).toMatchObject({ text: "Z", x: 1064 });
    }
  });

  it("in another script than its article's goes its own way", () => {
    expect(layOut({ text: "So it goes.", language: "ar" }).start).toBe("left");
    expect(layOut({ text: "123 !", language: "ar" }).start).toBe("right");
  });
});

describe("words that no font has", () => {
  it("give up their place, a comment's to the title, that to the archive's name, that to its host", () => {
    const chinese = "这是一个评论";
    expect(linesOf({ text: chinese })).toEqual(["Un titre"]);
    expect(linesOf({ text: chinese, context: chinese })).toEqual(["Petite archive"]);
    expect(linesOf({ text: chinese, context: chinese, archive: chinese })).toEqual(["archive.example"]);
  });

  it("are left out by name among others", () => {
    expect(headlineOf(layOut({ text: "Le mot 评论 veut dire commentaire." }))).toBe(
      "«\u202F Le mot […] veut dire commentaire.\u202F»",
    );
  });

  it("leave a card without quotation marks around nothing", () => {
    expect(linesOf({ text: "" })).toEqual(["Un titre"]);
    expect(linesOf({ text: "\u200B\u202E" })).toEqual(["Un titre"]);
  });
});

describe("controls and piles of marks", () => {
  it("do nothing", () => {
    expect(headlineOf(layOut({ text: "avant \u202Etourné\u202C \u2066après\u2069" }))).toBe(
      "«\u202F avant tourné après\u202F»",
    );
    expect(headlineOf(layOut({ text: `o${"\u0316".repeat(300)}k` }))).toBe(
      `«\u202F o\u0316\u0316\u0316k\u202F»`,
    );
  });
});
