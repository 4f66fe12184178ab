import { describe, expect, it, test } from "vitest";
import { createMentionReader } from "../../../../lib/text/links/mentions";
import type { MarkdownContext } from "../../../../lib/text/markdown/context";
import {
  excerptMarkdown,
  renderMarkdown,
  renderMarkdownToHtml,
} from "../../../../lib/text/markdown/markdown";
import { spellControls } from "../../../../lib/text/writing/unicode";
import { context, editorial, elementsOf, french, markupOf, readableText } from "./render";

describe("text survives", () => {
  test.each([
    ["Vec<String>"],
    ["<unprintable> words <b>bold</b>"],
    ["a < b && c > d"],
    ["it ends with a backslash\\"],
    ["<!-- a remark -->"],
    ["<script>alert(1)</script>"],
    ["AT&T and &nosuchthing;"],
    ["[not a reference] and [ ] nothing"],
    ["<javascript:alert(1)>"],
    ["[words](javascript:alert(1))"],
    ['[words](data:text/html,x "a title")'],
    ["![alt](data:image/png,x)"],
    ["[unused]: https://example.org/ 'A title'"],
    ["[^unused]: a note nobody calls"],
    ["1986. A good year"],
    ["1) with a parenthesis"],
    ["- said she, leaving"],
    ["[x] no list, no task"],
  ])("%s reads the same", (source) => {
    expect(readableText(markupOf(source)).trim()).toBe(source);
  });

  it("keeps a line break after a backslash, and the backslash, in either voice", () => {
    for (const of of [context, editorial])
      expect(readableText(markupOf("one\\\ntwo", of))).toBe("one\\\ntwo");
  });

  it("keeps single line breaks in comments, once each", () => {
    expect(markupOf("one\ntwo  \nthree\r\n*four*\n**five**")).toBe(
      "<p>one<br>two<br>three<br><em>four</em><br><strong>five</strong></p>",
    );
    expect(markupOf("one\ntwo", editorial)).toBe("<p>one\ntwo</p>");
  });

  it.each([
    ["https://example.org/a", "address"],
    ["www.example.org", "address"],
    ["<mailto:ada@example.org>", "address"],
    ["[https://example.org/a](https://example.org/a)", "address"],
    ["[example.org](https://example.org/a)", undefined],
    ["[a](https://example.org/a)", undefined],
  ])("marks a link whose words are its address, so that paper shows it once: %s", (source, mark) => {
    const link = elementsOf(markupOf(source)).find(({ tag }) => tag === "a");
    expect(link?.attributes.class).toBe(mark);
  });

  it("shows a block of HTML to the letter, its Markdown unread", () => {
    expect(readableText(markupOf("<div class='x'>\n*a*\n</div>"))).toBe("<div class='x'>\n*a*\n</div>");
  });

  it("shows the info string of a code fence", () => {
    const [block, label] = elementsOf(markupOf("```js {1,3} title\nx\n```"));
    expect(block?.attributes.class).toBe("code");
    expect(label).toMatchObject({ attributes: { class: "info" }, text: "js {1,3} title" });
  });

  it("widens a table for a row that has too many cells", () => {
    const cells = elementsOf(markupOf("|a|b|\n|:-|-:|\n|1|2|3|4|\n|5|")).filter(({ tag }) =>
      /^t[hd]$/.test(tag),
    );
    expect(cells.map(({ text }) => text)).toEqual(["a", "b", "", "", "1", "2", "3", "4", "5", "", "", ""]);
    expect(cells.slice(0, 3).map(({ attributes }) => attributes.class)).toEqual(["left", "right", undefined]);
  });

  it("shows a duplicate definition, and not the one in use", () => {
    const text = readableText(markupOf("[a]\n\n[a]: /one\n[a]: /two"));
    expect(text).toContain("[a]: /two");
    expect(text).not.toContain("/one");
  });

  it("replaces what no HTML can hold by U+FFFD", () => {
    expect(markupOf("a\0b\uD800c")).toBe("<p>a\uFFFDb\uFFFDc</p>");
  });

  it("shows a text whose words the parser would drop as plain text", () => {
    const { plain } = renderMarkdown("![[words](https://example.org/lost)](https://example.org/)", context);
    expect(plain).toBe("syntax");
  });
});

describe("lists", () => {
  const markersOf = (source: string, of: MarkdownContext = context) =>
    elementsOf(markupOf(source, of))
      .filter(({ attributes }) => attributes.class === "marker")
      .map(({ text }) => text);

  it("shows each marker as it was typed", () => {
    expect(markersOf("1. a\n1. b\n7. c\n\n12) d")).toEqual(["1. ", "1. ", "7. ", "12) "]);
    expect(markersOf("> 3. a\n>    - b\n>\n>      0. c")).toEqual(["3. ", "- ", "0. "]);
    expect(markersOf("* a\n\n  b\n\n+ c")).toEqual(["* ", "+ "]);
  });

  it("leaves bullets to the browser in editorial text, but not numbers", () => {
    expect(markersOf("- a\n\n1. b", editorial)).toEqual(["1. "]);
    expect(markupOf("- a", editorial)).toBe("<ul>\n<li>a</li>\n</ul>");
  });

  it("puts the marker on the first paragraph's line", () => {
    expect(markupOf("1. a\n\n   b")).toContain('<p><span class="marker">1. </span>a</p>');
  });

  it("keeps the box of a task as text and says what it stands for", () => {
    const boxes = elementsOf(markupOf("- [x] a\n- [ ] *b*\n\n- [X]\n\n  c")).filter(
      ({ attributes }) => attributes.class === "task",
    );
    expect(boxes.map(({ text, attributes }) => [text, attributes["aria-label"]])).toEqual([
      ["[x]", "done"],
      ["[ ]", "open"],
    ]);
    expect(elementsOf(markupOf("- [x] a")).some(({ tag }) => tag === "input")).toBe(false);
  });
});

describe("links", () => {
  const linksOf = (source: string, of: MarkdownContext = context) =>
    elementsOf(markupOf(source, of)).filter(({ tag }) => tag === "a");
  const hrefOf = (source: string, of: MarkdownContext = context) => linksOf(source, of)[0]?.attributes.href;

  test.each([
    ["[a](/b?c)", "https://example.org/b?c"],
    ["[a](b)", "https://example.org/a/b"],
    ["[a](#b)", "https://example.org/a/page.html#b"],
    ["[a](//example.com/é)", "https://example.com/%C3%A9"],
    ["[a](https://example.com/é)", "https://example.com/é"],
    ["[a](<https://example.com/a b>)", "https://example.com/a%20b"],
    ["[a](HTTPS://EXAMPLE.com)", "https://example.com/"],
    ["www.example.com", "http://www.example.com"],
    ["me@example.com", "mailto:me@example.com"],
    ["[a][b]\n\n[B]: https://example.com", "https://example.com"],
  ])("%s leads to %s", (source, href) => expect(hrefOf(source)).toBe(href));

  test.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](vbscript:x)",
    "[a](data:text/html,x)",
    "[a](file:///etc/passwd)",
    "[a](https://)",
    "[a]()",
  ])("%s leads nowhere", (source) => expect(linksOf(source)).toEqual([]));

  it("has no relative links without a page to resolve them against", () => {
    for (const source of ["[a](/b)", "[a](#b)", "[a](b)"]) {
      expect(readableText(markupOf(source, { ...context, baseUrl: undefined }))).toBe(source);
    }
  });

  it("vouches for no stranger's link", () => {
    expect(linksOf("[a](/b)")[0]?.attributes.rel).toBe("nofollow noopener ugc");
    expect(linksOf("[a](/b)", editorial)[0]?.attributes.rel).toBe("noopener");
  });

  it("turns a remote picture into a labelled link", () => {
    const [picture] = linksOf('![a cat](https://example.com/cat.png "Tom")');
    expect(picture).toMatchObject({
      text: "picture a cat",
      attributes: { class: "picture", href: "https://example.com/cat.png", title: "Tom" },
    });
    expect(elementsOf(markupOf("![a](/b)")).some(({ tag }) => tag === "img")).toBe(false);
  });

  it("puts no link into a link", () => {
    const links = linksOf("[![a cat](/cat.png) and more[^1]](/page)\n\n[^1]: note");
    expect(links.slice(0, 3).map(({ text }) => text)).toEqual(["a cat and more", "picture", "1"]);
  });

  it("shows the address of a link without words", () => {
    expect(linksOf("[](/b)")[0]?.text).toBe("/b");
  });
});

describe("headings", () => {
  const levels = (source: string, topHeading: MarkdownContext["topHeading"] = 3) =>
    elementsOf(markupOf(source, { ...context, topHeading })).map(({ tag }) => tag);

  it("follow the outline without gaps", () => {
    expect(levels("# a\n\n### b\n\n###### c\n\n## d\n\n# e")).toEqual(["h3", "h4", "h5", "h4", "h3"]);
    expect(levels("#### a\n\n# b")).toEqual(["h3", "h3"]);
  });

  it("end at the sixth level", () => expect(levels("# a\n\n## b\n\n### c", 5)).toEqual(["h5", "h6", "h6"]));
});

describe("footnotes", () => {
  const source = "a[^n] b[^n] c[^a-2] d[^a]\n\n[^n]: first[^a]\n[^a]: second\n[^a-2]: third\n[^lost]: never";

  it("have ids of their own, and every fragment resolves", () => {
    const page = `${markupOf(source)}${markupOf(source, { ...context, scope: "c-20" })}`;
    const found = elementsOf(page);
    const ids = found.flatMap(({ attributes }) => attributes.id ?? []);
    const fragments = found.flatMap(({ attributes: { href } }) =>
      href?.startsWith("#") ? href.slice(1) : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(fragments).toHaveLength(20);
    expect(ids).toEqual(expect.arrayContaining(fragments));
  });

  it("show their labels as typed, and one that nobody calls as text", () => {
    const text = readableText(markupOf(source));
    expect(text).toContain("[^lost]: never");
    expect(elementsOf(markupOf(source)).find(({ tag }) => tag === "ol")?.attributes["aria-label"]).toBe(
      "Notes",
    );
    expect(text).toContain("n. first");
  });
});

describe("emoji and mentions", () => {
  const mention = createMentionReader(["ada", "Bob Smith", "later"], (name) => {
    if (name === "later") return { presence: "later" };
    return ["ada", "Bob Smith"].includes(name)
      ? { presence: "earlier", href: `#${name.length}` }
      : { presence: "absent" };
  });
  const of = { ...context, mention };

  it("shows an emoji with its shortcode as accessible name", () => {
    expect(markupOf("hi :smiley:!")).toBe(
      '<p>hi <span class="emoji" role="img" aria-label=":smiley:" title=":smiley:">😃</span>!</p>',
    );
  });

  test.each(["10:30:45", "`:smiley:`", ":no_such_name:", "x:smiley:", "https://example.com/:smiley:/a"])(
    "reads no emoji in %s",
    (source) => expect(markupOf(source)).not.toContain("emoji"),
  );

  it("links, marks or reports a mention", () => {
    const { absentNames } = renderMarkdown("@nobody, @Nobody @nobody @ada", of);
    expect(absentNames).toEqual(["nobody", "Nobody"]);
    expect(markupOf("(@Ada) @bob smith. @later @nobody", of)).toBe(
      '<p>(<a class="mention" href="#3">@Ada</a>) <a class="mention" href="#9">@bob smith</a>. ' +
        '<span class="mention">@later</span> ' +
        '<span class="mention absent" title="nobody in this thread">@nobody</span></p>',
    );
  });

  test.each(["x@ada", "ada@ada.org", "`@ada`", "@", "a/@ada", "@@ada", "    @ada"])(
    "reads no mention in %s",
    (source) => expect(markupOf(source, of)).not.toContain("mention"),
  );

  it("reads no mention in a link", () => expect(markupOf("[@ada](/x)", of)).not.toContain("mention"));
});

describe("spacing", () => {
  it("looks across inline elements, and leaves code and addresses alone", () => {
    expect(readableText(markupOf("**mot** ! *« oui* » `a ! b` https://example.com/a :", french))).toBe(
      "mot\u202F! «\u202Foui\u202F» a ! b https://example.com/a\u00A0:",
    );
    expect(readableText(markupOf("mot **!**", french))).toBe("mot\u202F!");
  });

  it("takes no line break for a space", () =>
    expect(markupOf("mot\n! suite", french)).toBe("<p>mot<br>! suite</p>"));
});

describe("Unicode", () => {
  it("spells out a control that would reorder the page", () => {
    expect(markupOf("a\u202Eb")).toBe('<p>a<span class="control">U+202E</span>b</p>');
    expect(markupOf("`a\u2066`")).toContain('<span class="control">U+2066</span>');
    expect(markupOf('[a](/b "x\u202Ey")')).toContain('title="xU+202Ey"');
  });

  const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    /[^\P{Cc}\0\t\n\r]/u.test(character),
  );

  it.each([
    "%word",
    "word%",
    "a%b",
    "%",
    "a\n%\nb",
    "# %a %",
    "- %a",
    "> %",
    "*%a*",
    "`a%`",
    "```%\n%a\n```",
    "    %",
    "|a%|b|\n|-|-|\n|%|c|",
    "[a%](https://example.org/)",
    '[a](https://example.org/ "%b")',
    "![%a](https://example.org/)",
    "https://example.org/%a",
    "<b%>",
    "a[^1]\n\n[^1]: %b",
  ])("shows every control character in the place where it stands in %j", (shape) => {
    for (const control of controls) {
      const source = shape.replaceAll("%", control);
      const seen = spellControls(control);
      for (const markup of [markupOf(source), renderMarkdownToHtml(source, context).html]) {
        expect(markup.split(seen).length, source).toBe(source.split(control).length);
        expect(markup).not.toContain(control);
      }
      expect(excerptMarkdown(source, 100)).not.toContain(control);
    }
  });

  it("leaves paired isolates, marks and joiners to the scripts that need them", () => {
    for (const source of ["a \u2067שלום\u2069 b", "שלום\u200F!", "👩‍👩‍👧", "می\u200Cخواهم"]) {
      expect(readableText(markupOf(source))).toBe(source);
    }
  });

  it("lets right-to-left text find its direction", () => {
    expect(markupOf("مرحبا")).toBe('<p dir="auto">مرحبا</p>');
    expect(markupOf("hello")).toBe("<p>hello</p>");
  });

  it("encloses a pile of marks", () => {
    const pile = `e${"\u0301".repeat(20)}`;
    expect(markupOf(`a${pile}b`)).toBe(`<p>a<span class="stacked">${pile}</span>b</p>`);
  });
});

describe("an excerpt", () => {
  const source =
    "# A title\n\nSome *words* with a [link](/x) :smiley:,\nand ![alt](/y) `code`.\n\n[x]: /z\n\n> quoted";

  it("has the words and nothing else, on one line", () => {
    expect(excerptMarkdown(source, 200)).toBe("A title Some words with a link 😃, and alt code. quoted");
  });

  it.each([
    [
      "cells and rows",
      "| Left | Right |\n|---|---|\n| one | two |\n\nAfter.",
      "Left · Right · one · two · After.",
    ],
    ["items, those within items too", "Say:\n- a\n- b\n  1. c\n  2. d\n", "Say: a · b · c · d"],
    ["blocks of code from what follows", "```js\nfoo();\nbar();\n```\nnext", "foo(); bar(); · next"],
    ["indented code", "    a\tb\n\nc", "a b · c"],
    ["empty cells not at all", "|a||b|\n|-|-|-|\n||x||", "a · b · x"],
    ["lines, with a space", "one\\\ntwo  \nthree\n# four\nfive", "one\\ two three four five"],
  ])("of an excerpt keep apart %s", (_, source, words) => {
    expect(excerptMarkdown(source, 200)).toBe(words);
  });

  it("is cut at a word, never longer than asked", () => {
    expect(excerptMarkdown(source, 20)).toBe("A title Some words…");
    expect(excerptMarkdown("a".repeat(50), 10)).toBe(`${"a".repeat(9)}…`);
    expect(excerptMarkdown("", 10)).toBe("");
    for (let length = 1; length < 60; length++)
      expect([...excerptMarkdown(source, length)].length).toBeLessThanOrEqual(length);
  });
});
