import { describe, expect, it } from "vitest";
import { dressPage } from "../../../../lib/print/page/dress-page";
import { compareTrees } from "../../../../lib/publish/proof/compare-trees";
import { readDocument, writeDocument } from "../../../../lib/publish/proof/html-tree";
import { takeOffDress } from "../../../../lib/publish/proof/take-off-dress";
import { takeOutNext } from "../../../../lib/publish/proof/take-out-next";
import { dress, noteOf } from "../../print/dresses";
import { exportedPage, renderedPage } from "./exported";

function strip(html: string) {
  const document = readDocument(html);
  const problems = takeOutNext(document);
  return { problems, html: writeDocument(document) };
}

describe("an exported page", () => {
  it("without what is Next's own is what its components gave", () => {
    const body = '<main><h1>Un <!-- -->mot<!-- --> &amp; &lt;b&gt;</h1><p data-x="">é</p></main>';
    const { html, problems } = strip(exportedPage({ body }));
    expect(problems).toEqual([]);
    expect(html).not.toMatch(/_next|<!--|<script|preload|data-precedence|next-size-adjust|hidden/u);
    const rendered = renderedPage({ body: body.replaceAll("<!-- -->", "") });
    expect(compareTrees(readDocument(html), readDocument(`<!DOCTYPE html>${rendered}`))).toBeUndefined();
  });

  it("keeps the page's own script, its data, its links and its pictures", () => {
    const head =
      '<title>a</title><link rel="canonical" href="https://a.example/"/><link rel="icon" href="/icon.svg"/>';
    const body =
      '<script src="/archive/reader.fr.js" defer=""></script><script type="application/ld+json">{"a":1}</script><img src="/p.png" alt=""/><p hidden="">x</p>';
    const { html } = strip(exportedPage({ head, body }));
    for (const kept of ["canonical", "icon.svg", "reader.fr.js", '{"a":1}', "p.png", "<p hidden"])
      expect(html).toContain(kept);
  });

  it.each([
    ["an inline script", "<script>alert(1)</script>", "alert(1)"],
    [
      "a script that speaks of Next's data",
      '<script>x();"self.__next_f.push("</script>',
      'x();"self.__next_f.push("',
    ],
    ["a stylesheet from elsewhere", '<link rel="stylesheet" href="/other.css"/>', "/other.css"],
    ["a hidden element that holds something", '<div hidden=""><p>x</p></div>', "<p>x</p>"],
  ])("keeps %s, which is not Next's: it shows as a difference", (_, body, kept) => {
    expect(strip(exportedPage({ body })).html).toContain(kept);
  });

  it.each([
    ["a fallback", '<!--$?--><template id="B:0"></template><p>wait</p><!--/$-->', "fallback"],
    ["streamed content", '<div hidden="" id="S:0"><p>late</p></div>', "placeholder"],
    ["a boundary that failed", "<!--$!--><p>x</p><!--/$-->", "fallback"],
  ])("that is not finished is refused: %s", (_, body, problem) => {
    expect(strip(exportedPage({ body })).problems.join()).toContain(problem);
  });
});

describe("a printed page", () => {
  it("without its dress is what its components gave", () => {
    const rendered = renderedPage({ body: '<script src="/archive/reader.fr.js" defer=""></script><p>x</p>' });
    const document = readDocument(dressPage(rendered, noteOf("article", "rich-text"), dress));
    takeOffDress(document, dress);
    expect(compareTrees(document, readDocument(`<!DOCTYPE html>${rendered}`))).toBeUndefined();
  });

  it("keeps a style and a script that are not of its dress", () => {
    const body = '<style>p{color:red}</style><script src="/archive/other.js"></script>';
    const document = readDocument(dressPage(renderedPage({ body }), noteOf("article", "rich-text"), dress));
    takeOffDress(document, dress);
    expect(writeDocument(document)).toContain(body);
  });
});
