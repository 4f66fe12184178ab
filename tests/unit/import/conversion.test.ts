import { describe, expect, it } from "vitest";
import { convertBody } from "../../../lib/import/conversion/convert";
import { findLoss } from "../../../lib/import/conversion/verify";
import { addParagraphs } from "../../../lib/import/systems/wordpress/autop";

const baseUrl = "https://forum.example/t/topic/57";
const convert = (text: string) => convertBody({ format: "html", text, baseUrl }, "comment");

describe("HTML as Markdown", () => {
  it.each([
    ["emphasis", "<p><b>a</b> <i>b</i> <s>c</s></p>", "**a** *b* ~~c~~"],
    ["emphasis within a word", "<p>a<em>b</em>c</p>", "a*b*c"],
    ["blanks at the ends of emphasis", "<p>a<b> b </b>c</p>", "a **b** c"],
    [
      "code in a cell",
      "<table><tr><th>a</th></tr><tr><td><pre>b\nc</pre></td></tr></table>",
      "| a |\n| - |\n| `b / c` |",
    ],
    ["a line break", "<p>a<br>b</p>", "a\nb"],
    ["breaks within emphasis", "<p><b>a<br><br>b</b></p>", "**a\nb**"],
    ["a power and an index", "<p>x<sup>2</sup>, H<sub>2</sub>O, x<sup>n+1</sup></p>", "x², H₂O, xⁿ⁺¹"],
    ["an ordinal", "<p>le 1<sup>er</sup> mai</p>", "le 1er mai"],
    ["words above the line", "<p>x<sup>max</sup></p>", "x^(max)"],
    ["spaces that do not break", "<p>a\u00a0! b\u202f; c</p>", "a\u00a0! b\u202f; c"],
    ["the language of code", '<pre><code class="lang-ruby">a &lt; b\n</code></pre>', "```ruby\na < b\n```"],
    ["code of no language", '<pre><code class="lang-auto">a</code></pre>', "```\na\n```"],
    [
      "breaks in a cell",
      "<table><tr><th>a</th></tr><tr><td>1<br>2</td></tr></table>",
      "| a |\n| - |\n| 1 / 2 |",
    ],
    [
      "an emoji",
      '<p><img class="emoji" alt=":smile:" src="s.png"> <img class="emoji" alt="🐟" src="f.png"></p>',
      "😄 🐟",
    ],
    ["an emoji that nobody knows", '<p><img class="emoji" alt=":our_cat:" src="c.png"></p>', ":our_cat:"],
    ["a picture", '<p><img src="/a.png" alt="A pond"></p>', "![A pond](https://forum.example/a.png)"],
    ["a link without words", '<p><a href="https://a.example/"></a></p>', "<https://a.example/>"],
    ["a relative link", '<p><a href="/u/x">x</a></p>', "[x](https://forum.example/u/x)"],
    ["a link that runs", '<p><a href="javascript:alert(1)">x</a></p>', "x"],
    ["a mention", '<p><a class="mention" href="/u/bob">@bob</a> hi</p>', "@bob hi"],
    ["a spoiler", '<p>It was <span class="spoiler">the cook</span>.</p>', "It was ||the cook||."],
    ["details", "<details><summary>More</summary><p>inside</p></details>", "> ▸ **More**\n>\n> inside"],
    ["underlined and marked words", "<p><u>a</u> <mark>b</mark></p>", "*a* **b**"],
    ["a film", '<iframe src="https://v.example/1"></iframe>', "▶ <https://v.example/1>"],
    ["comments and scripts", "<p>a<!-- b --></p><script>c</script>", "a"],
    [
      "signs of Markdown",
      "<p># a</p><p>1986. b</p><p>- c</p><p>&lt;b&gt; [d] *e*</p>",
      "\\# a\n\n1986\\. b\n\n\\- c\n\n\\<b> \\[d] \\*e\\*",
    ],
  ])("writes %s", (_, html, markdown) => {
    expect(convert(html)).toMatchObject({ text: markdown, format: "markdown" });
    expect(convert(html)?.fallback).toBeUndefined();
  });

  it("names whom a quotation quotes, and links to the post", () => {
    const html =
      '<aside class="quote" data-username="bob" data-post="3" data-topic="57"><div class="title"><div class="quote-controls"></div>bob:</div><blockquote><p>words</p></blockquote></aside>';
    expect(convert(html)?.text).toBe("> [bob](https://forum.example/t/topic/57/3):\n>\n> words");
  });

  it("keeps the lines of code in a preview as lines", () => {
    const html =
      '<pre><code class="lang-py"><ol class="start lines"><li>a = 1</li>\n<li>b = 2</li></ol></code></pre>';
    expect(convert(html)?.text).toBe("```py\na = 1\nb = 2\n```");
  });

  it("shows control characters by their pictures, and counts them", () => {
    expect(convert("<p>a\u0007b</p>")).toMatchObject({ text: "a␇b", stray: { controls: 1 } });
  });
});

describe("the check of a conversion", () => {
  it("misses a letter, a link and their order", () => {
    expect(findLoss({ text: "abc", links: [] }, "ab", "comment")).toMatchObject({ kind: "letters" });
    expect(findLoss({ text: "ab", links: [] }, "ba", "comment")).toMatchObject({ kind: "letters" });
    expect(findLoss({ text: "", links: ["https://a.example/"] }, "b", "comment")).toMatchObject({
      kind: "links",
    });
    expect(
      findLoss({ text: "ab", links: ["https://a.example/"] }, "[ab](https://a.example)", "comment"),
    ).toBeUndefined();
  });

  it.each([
    ["too deep", `${"<div>".repeat(5000)}the words${"</div>".repeat(5000)}`],
    ["too long", `<p>the words</p>${"<p>x</p>".repeat(40_000)}`],
    ["a wall of links", `${'<a href="https://a.example/">'.repeat(3000)}the words`],
    ["half a tag", '<p>the words</p><a href="https://a.example/'],
  ])("has words come back from markup that is %s", (_, html) => {
    const converted = convert(html);
    expect(converted?.text).toContain("the words");
  });

  it("has links come back from such markup, as addresses", () => {
    const html = `${"<div>".repeat(5000)}<a class="x" href="/u/1?a=1&amp;b=2">the words</a>`;
    expect(convert(html)?.text).toBe("the words\n\n<https://forum.example/u/1?a=1&b=2>");
  });

  it("gives up a text that no file may hold", () => {
    expect(convert("x".repeat(2_000_000))).toBeUndefined();
  });
});

describe("WordPress's paragraphs", () => {
  it.each([
    ["a\n\nb\nc", "<p>a</p>\n<p>b<br>\nc</p>"],
    ["<ul>\n<li>a</li>\n</ul>", "<ul>\n<li>a</li>\n</ul>"],
    ["<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"],
  ])("of %j are %j", (text, html) => {
    expect(addParagraphs(text).trim()).toBe(html);
  });
});
