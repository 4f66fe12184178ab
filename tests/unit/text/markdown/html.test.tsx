import { describe, expect, it } from "vitest";
import type { MarkdownContext } from "../../../../lib/text/markdown/context";
import { renderMarkdownToHtml } from "../../../../lib/text/markdown/markdown";
import { context, editorial, elementsOf, markupOf, readableText } from "./render";

const page = "https://archive.example/kept/some-article/";
const elsewhere: MarkdownContext = { ...context, page };
const htmlOf = (source: string, of: MarkdownContext = elsewhere) => renderMarkdownToHtml(source, of).html;
const squeeze = (text: string) => text.replace(/\s/gu, "");

const texts = [
  "*a* **b** ~~c~~ `d` <e>",
  "- a\n- b\n\n  > c",
  "3) a\n4) b",
  "| a | b |\n| :- | -: |\n| c | d |",
  "![alt](https://pictures.example/p.png) ![](https://pictures.example/p.png)",
  "```js\nlet a;\n```\n\n    b",
  "<script>alert(1)</script> & &amp; &lt;img src=x onerror=alert(1)&gt;",
  "[x](javascript:alert(1)) [y](//other.example/z '\"><script>')",
  "\u0007 \u202Eturned \u{E000} \uFFFE \uD83D",
  `${"> ".repeat(100)}too deep`,
  "@nobody :smiley: [x] a[^n]\n\n[^n]: b",
  "مرحبا `x` word",
];

describe("a text as HTML for readers without the page", () => {
  it.each(texts)("says what the page says: %j", (source) => {
    expect(squeeze(readableText(htmlOf(source)))).toBe(squeeze(readableText(markupOf(source))));
  });

  it.each(texts)("has no class, no id, no script and no relative address: %j", (source) => {
    for (const { tag, attributes } of elementsOf(htmlOf(source))) {
      expect(tag).not.toBe("script");
      expect(Object.keys(attributes)).not.toContain("class");
      expect(Object.keys(attributes)).not.toContain("id");
      expect(Object.keys(attributes).filter((name) => name.startsWith("on"))).toEqual([]);
      if (attributes.href !== undefined) expect(attributes.href).toMatch(/^https?:\/\//);
    }
  });

  it("leads from a footnote's call into the page, and back", () => {
    const hrefs = elementsOf(htmlOf("a[^1]\n\n[^1]: b")).flatMap(({ attributes }) => attributes.href ?? []);
    expect(hrefs).toEqual([`${page}#c-2-fn-1`, `${page}#c-2-call-1.1`]);
  });

  it("resolves links against the page that the text was captured from", () => {
    expect(htmlOf("[a](../b)")).toContain('href="https://example.org/b"');
  });

  it("numbers a list natively where the numbers say the same", () => {
    expect(htmlOf("7. a\n8. b", editorial)).toBe('<ol><li value="7">a</li><li value="8">b</li></ol>');
    expect(htmlOf("1. a\n\n   b\n2. c", editorial)).toMatch(/<li value="1">\s*<p>a<\/p>\s*<p>b<\/p>/u);
    expect(htmlOf("7) a", editorial)).toContain("7) a");
    expect(htmlOf("- a", editorial)).toMatch(/<ul>\s*<li>a<\/li>/u);
  });

  it("keeps a stranger's hyphens, without a second mark before them", () => {
    expect(htmlOf("- a")).toMatch(/<ul style="list-style:none">\s*<li>- a<\/li>/u);
  });

  it("marks a control that is spelled out", () => {
    expect(htmlOf("\u202Ea")).toBe("<p><code>U+202E</code>a</p>");
  });

  it("shows a text beyond a limit whole, with its lines", () => {
    const { html, plain } = renderMarkdownToHtml(`${"> ".repeat(100)}a\n\nb`, elsewhere);
    expect(plain).toBe("nesting");
    expect(html).toMatch(/^<pre style="white-space:pre-wrap">.*a\n\nb<\/pre>$/u);
  });
});
