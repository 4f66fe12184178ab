import { describe, expect, it } from "vitest";
import { compareTrees } from "../../../../lib/publish/proof/compare-trees";
import { readDocument } from "../../../../lib/publish/proof/html-tree";

const compare = (printed: string, exported: string) =>
  compareTrees(readDocument(printed), readDocument(exported));

describe("two documents are the same tree", () => {
  it.each([
    ["when they are the same", "<p>a</p>", "<p>a</p>"],
    ["whatever the order of attributes", '<p id="a" class="b">x</p>', '<p class="b" id="a">x</p>'],
    ["however a sign is written", "<p>&amp;&#x27;&quot;</p>", "<p>&#38;'\"</p>"],
    ["however a tag is written", "<br/><P>a", "<br><p>a</p>"],
  ])("%s", (_, printed, exported) => expect(compare(printed, exported)).toBeUndefined());

  it("however deep they are nested", () => {
    const deep = `${"<div>".repeat(5000)}x${"</div>".repeat(5000)}`;
    expect(compare(deep, deep)).toBeUndefined();
    expect(compare(deep, deep.replace("x", "y"))).toContain('printed "x", exported "y"');
  });
});

describe("the first place at which two documents differ is named:", () => {
  it.each([
    ["a text", "<p>a</p>", "<p>b</p>", 'html > body > p: printed "a", exported "b"'],
    ["an element", "<b>a</b>", "<i>a</i>", "html > body: printed <b>, exported <i>"],
    [
      "an attribute's value",
      '<p id="a">x</p>',
      '<p id="b">x</p>',
      'html > body: printed <p id="a">, exported <p id="b">',
    ],
    ["an attribute too many", "<p>x</p>", '<p id="b">x</p>', 'html > body: printed <p>, exported <p id="b">'],
    ["a space", "<p>a b</p>", "<p>a  b</p>", 'html > body > p: printed "a b", exported "a  b"'],
    [
      "where an element ends",
      "<div><p>a</p></div><p>b</p>",
      "<div><p>a</p><p>b</p></div>",
      "html > body > div: printed </div>, exported <p>",
    ],
    ["an element of the head", "<title>a</title>", "", "html > head: printed <title>, exported </head>"],
    ["the first of two", "<p>a</p><p>b</p>", "<p>c</p><p>d</p>", 'printed "a", exported "c"'],
  ])("%s", (_, printed, exported, difference) => expect(compare(printed, exported)).toContain(difference));

  it("a long text by how it begins", () => {
    const line = compare(`<p>${"a".repeat(500)}</p>`, "<p>b</p>") ?? "";
    expect(line.length).toBeLessThan(200);
    expect(line).toContain("aaa…");
  });
});
