import { describe, expect, it } from "vitest";
import { dressPage } from "../../../../lib/print/page/dress-page";
import { checkPage } from "../../../../lib/publish/proof/check-page";
import { EARLY_PREFERENCES } from "../../../../lib/share/reader/early-preferences";
import { dress, noteOf, reader } from "../../print/dresses";
import { renderedPage } from "./exported";

const url = new URL("https://example.org/archive/");
const address = new URL("https://example.org/archive/art/");

const printed = (parts: Parameters<typeof renderedPage>[0] = {}) =>
  dressPage(renderedPage(parts), noteOf(), dress);
const check = (html: string) => checkPage(html, address, url, dress);

describe("a printed page", () => {
  it("is good, with its script, data for machines and pictures", () => {
    const body =
      '<script src="/archive/reader.fr.js" defer=""></script><script type="application/ld+json">{"name":"\\u003c/script>"}</script><img src="/archive/art/p.png" alt=""/><pre>\n\n\n  x\n</pre>';
    expect(check(printed({ body })).problems).toEqual([]);
  });

  it("needs its script, its pictures, its icon and the pages its head names, not where its text leads", () => {
    const head =
      '<title>Art</title><link rel="icon" href="/archive/icon.svg"/><link rel="canonical" href="https://example.org/archive/art/"/><link rel="license" href="https://elsewhere.example/"/>';
    const body =
      '<script src="/archive/reader.fr.js" defer=""></script><a href="/archive/nowhere/">x</a><img src="p.png" alt=""/>';
    const needs = ["icon.svg", "art/index.html", reader.path, "art/p.png"];
    expect(check(printed({ head, body })).needs).toEqual(needs);
  });

  it("may have the lines that apply a reader's preferences, and no line more", () => {
    const problemsOf = (text: string) => check(printed({ body: `<script>${text}</script>` })).problems;
    expect(problemsOf(EARLY_PREFERENCES)).toEqual([]);
    for (const text of [`${EARLY_PREFERENCES};alert(1)`, EARLY_PREFERENCES.replace("taste", "tastes")])
      expect(problemsOf(text)).toEqual([expect.stringContaining("unknown script")]);
  });

  it("may say javascript: in its words, its description and its labels", () => {
    const words = "javascript:alert(1)";
    const head = `<title>${words}</title><meta name="description" content="${words}"/>`;
    const body = `<p title="${words}">${words}</p><img src="/archive/a.png" alt="${words}"/>`;
    expect(check(printed({ head, body })).problems).toEqual([]);
  });

  it.each([
    ["an unknown script", '<script src="/archive/other.js"></script>', "unknown script: /archive/other.js"],
    [
      "the reader's script without its hash",
      `<script src="/archive/${reader.path}"></script>`,
      `unknown script: /archive/${reader.path}`,
    ],
    [
      "a script of another origin",
      '<script src="https://x.example/reader.js"></script>',
      "unknown script: https://x.example/",
    ],
    ["an inline script", "<script>alert(1)</script>", "unknown script: alert(1)"],
    ["JSON-LD that is not JSON", '<script type="application/ld+json">{</script>', "not JSON"],
    ["a style attribute", '<p style="color:red">x</p>', 'style attribute "color:red"'],
    ["a style element", "<style>p{}</style>", "<style> that is none of the site's"],
    ["an event handler", '<p onclick="x()">x</p>', "handler onclick"],
    ["an address that runs", '<a href=" javascript:x()">x</a>', "address"],
    ["an address that runs in a form", '<button formaction="JavaScript:x()">x</button>', "address"],
    ["a frame", '<iframe src="/x"></iframe>', "<iframe>"],
    ["an object", '<object data="/x"></object>', "<object>"],
    ["an embedding", '<embed src="/x"/>', "<embed>"],
    ["another base", '<base href="/x"/>', "<base>"],
    [
      "a picture from elsewhere",
      '<img src="https://x.example/p.png" alt=""/>',
      "loads https://x.example/p.png from elsewhere",
    ],
    [
      "an icon whose address forgets the base path",
      '<link rel="icon" href="/icon.svg"/>',
      "loads /icon.svg from elsewhere",
    ],
    [
      "markup that reads differently once it is written",
      '<form id="a"><div></form><form id="b"></form></div>',
      "reads differently",
    ],
  ])("is refused with %s", (_, body, problem) => {
    expect(check(printed({ body })).problems.join("\n")).toContain(problem);
  });

  it.each([
    ["without a title", printed({ head: "" }), "there are 0 <title>, expected 1"],
    [
      "with two titles",
      printed({ head: "<title>a</title><title>b</title>" }),
      "there are 2 <title>, expected 1",
    ],
    ["without a policy", renderedPage().replace("charSet", "charset"), "there are 0 policies, expected 1"],
    ["without its encoding", printed().replace('<meta charset="utf-8">', ""), "no <meta charset>"],
    [
      "whose encoding comes late",
      printed().replace("<head>", `<head><meta name="x" content="${"x".repeat(1000)}"/>`),
      "no <meta charset>",
    ],
  ])("is refused %s", (_, html, problem) => {
    expect(check(html).problems.join("\n")).toContain(problem);
  });

  it("with a title within a drawing has one title", () => {
    const body = "<svg><title>a drawing</title></svg>";
    expect(check(printed({ body })).problems).toEqual([]);
  });
});
