import { describe, expect, it, test } from "vitest";
import { findExcess, LIMITS } from "../../../../lib/text/markdown/limits";
import { renderMarkdown } from "../../../../lib/text/markdown/markdown";
import { context, editorial, elementsOf, readableText } from "./render";

/** Texts that grow with `n` and hurt a parser that does not look out. */
const PATTERNS: Readonly<Record<string, (n: number) => string>> = {
  "emphasis in emphasis": (n) => `${"*".repeat(n)}a${"*".repeat(n)}`,
  "strong in emphasis in strong": (n) => `${"*a **a ".repeat(n)}b${" a** a*".repeat(n)}`,
  "openers and closers that never meet": (n) => "*a_ ".repeat(n),
  "openers without closers": (n) => "_a ".repeat(n),
  "brackets in brackets": (n) => `${"[".repeat(n)}a${"]".repeat(n)}`,
  "brackets hidden in code": (n) => "[`]` ".repeat(n) + "`[` ] ".repeat(n),
  "closing brackets": (n) => "a] ".repeat(n),
  "escaped brackets": (n) => "\\[^a]: ".repeat(n),
  "links that never end": (n) => "[a](<b".repeat(n),
  "pictures of nothing": (n) => "![[]()".repeat(n),
  "quotes in quotes": (n) => `${"> ".repeat(n)}a`,
  "lists on one line": (n) => `${"- ".repeat(n)}x${"\n".repeat(n)}`,
  "lists in lists": (n) => Array.from({ length: n }, (_, i) => `${"  ".repeat(i)}- a\n`).join(""),
  "footnotes in footnotes": (n) => "[^a]: ".repeat(n),
  "fences of every length": (n) => Array.from({ length: n }, (_, i) => `e${"`".repeat(i)}`).join(""),
  "escaped fences": (n) => "``[\\".repeat(n),
  "remarks that never end": (n) => `x ${"<!--".repeat(n)}`,
  "tags that never end": (n) => '<a b="'.repeat(n),
  "a table of n by n cells": (n) => `${`${"|a".repeat(n)}\n${"|-".repeat(n)}\n`}${"b\n".repeat(n)}`,
  "a row wider than its table": (n) => `a|b\n-|-\n${"b\n".repeat(n)}${"|c".repeat(n)}`,
  "references to one long address": (n) => `[a]: /${"u".repeat(n * 5)}\n\n${"[a]\n\n".repeat(n)}`,
  "an address that may end anywhere": (n) => `http://a.b/${"!.".repeat(n)}x`,
  "an address for each word": (n) => "a@b.c ".repeat(n),
  footnotes: (n) =>
    Array.from({ length: n }, (_, i) => `[^${i}]`).join(" ") +
    Array.from({ length: n }, (_, i) => `\n\n[^${i}]: n${i}`).join(""),
  "spaces before a mark": (n) => `a${" ".repeat(n * 10)}!`,
  "emoji without end": (n) => ":a:".repeat(n),
  "a pile of marks": (n) => `e${"\u0301".repeat(n)}`,
  controls: (n) => "\u202E".repeat(n),
  lines: (n) => "a\n".repeat(n),
};

/** Letters of a source that a reader finds less often in its text and its links together; emoji stand for theirs. */
function listLost(source: string, html: string): string[] {
  const addresses = elementsOf(html).map(({ attributes }) => attributes.href ?? "");
  const shown = countLetters(readableText(html) + addresses.join(""));
  const wanted = countLetters(source.replaceAll(":a:", ""));
  return [...wanted].filter(([letter, count]) => (shown.get(letter) ?? 0) < count).map(([letter]) => letter);
}

function countLetters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/\p{L}/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

describe("a hostile text is shown, and nothing of it is lost", () => {
  test.each(Object.entries(PATTERNS))("%s", (_, pattern) => {
    for (const n of [100, 1_000, 10_000]) {
      const source = pattern(n).slice(0, 2 * LIMITS.length);
      const { html, plain } = renderMarkdown(source, context);
      if (plain) expect(readableText(html).replaceAll("U+202E", "\u202E")).toBe(source);
      else expect(listLost(source, html)).toEqual([]);
    }
  });
});

describe("the limits", () => {
  test.each([
    ["length", "a ".repeat(LIMITS.length)],
    ["length", "\n".repeat(LIMITS.lines)],
    ["nesting", "> ".repeat(LIMITS.containers + 1)],
    ["nesting", `${"[".repeat(LIMITS.inlines + 1)}${"]".repeat(LIMITS.inlines + 1)}`],
    ["cells", `${"|a".repeat(101)}\n${"|-".repeat(101)}\n${"b\n".repeat(101)}`],
    ["size", "- a\n".repeat(LIMITS.items + 1)],
    ["syntax", "a_ ".repeat(4_000)],
  ])("call it %s", (excess, source) => {
    expect(findExcess(source)).toBe(excess);
    const { html, plain, absentNames } = renderMarkdown(source, context);
    expect(plain).toBe(excess);
    expect(absentNames).toEqual([]);
    const [block, ...others] = elementsOf(html);
    expect(block).toMatchObject({ tag: "pre", attributes: { class: "plain" }, text: source });
    expect(others).toEqual([]);
  });

  it("leave a long post with deep quotes and lists alone", () => {
    const quotes = Array.from(
      { length: 10 },
      (_, depth) => `${"> ".repeat(depth + 1)}level *${depth}* of a [link](/x)\n`,
    ).join("");
    const lists = Array.from(
      { length: 6 },
      (_, depth) => `${"  ".repeat(depth)}- item **${depth}** with \`code\`\n`,
    ).join("");
    const paragraph = "Some _words_ that are 5*6 long, a snake_case_name, a < b, and **more**.\n\n";
    const post = `${quotes}\n${lists}\n${paragraph.repeat(6)}`.repeat(32);
    expect(post.length).toBeGreaterThan(30_000);
    expect(renderMarkdown(post, context).plain).toBeUndefined();
  });

  it("leave a long article alone", () => {
    const section = `## Heading\n\n${"A sentence of *ordinary* prose with a [link](https://example.org/). ".repeat(12)}\n\n`;
    expect(renderMarkdown(section.repeat(200), editorial).plain).toBeUndefined();
  });
});
