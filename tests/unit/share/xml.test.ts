import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { writeXml, xml } from "../../../lib/share/xml";

describe("an XML document", () => {
  it("is written from data, without what is undefined", () => {
    const root = xml("a", { x: "1", y: undefined }, [xml("b"), xml("c", { "d:e": "f" }, ["g"])]);
    expect(writeXml(root)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a x="1">\n<b/>\n<c d:e="f">g</c>\n</a>\n',
    );
  });

  it.each([
    ["markup", "<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"],
    ["the end of a section", "]]>", "]]&gt;"],
    ["quotation marks", `"'`, `"'`],
    ["lines and tabs", "a\n\tb", "a\n\tb"],
    ["a carriage return", "a\rb", "a&#13;b"],
    ["controls", "a\u0000\u0007\u001Bb", "a\uFFFD␇␛b"],
    ["halves of pairs", "a\uD83D b\uDE03", "a\uFFFD b\uFFFD"],
    ["noncharacters", "\uFFFE\uFFFF", "\uFFFD\uFFFD"],
    ["whole pairs and C1 controls", "😃\u0085", "😃\u0085"],
  ])("holds %s in a text", (_, text, written) => {
    const document = writeXml(xml("a", {}, [text]));
    expect(document).toContain(`<a>${written}</a>`);
    expect(XMLValidator.validate(document)).toBe(true);
  });

  it.each([
    ["what would end it", `"'/><b`, `&quot;&#39;/&gt;&lt;b`],
    ["white space, which a parser would make spaces", "a\n\t\rb", "a&#10;&#9;&#13;b"],
    ["controls", "\u0001", "␁"],
  ])("holds %s in an attribute", (_, value, written) => {
    const document = writeXml(xml("a", { b: value }));
    expect(document).toContain(`<a b="${written}"/>`);
    expect(XMLValidator.validate(document)).toBe(true);
  });
});
