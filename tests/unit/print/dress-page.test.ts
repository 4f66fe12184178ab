import { load } from "cheerio";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PageKind, PageNotes } from "../../../components/page/page-notes";
import { dressPage } from "../../../lib/print/page/dress-page";
import { EARLY_PREFERENCES_HASH } from "../../../lib/share/reader/early-preferences";
import { writeHtml } from "../../../lib/text/markdown/html";
import { dress, finder, noteOf, reader, sheets } from "./dresses";

/** A page as React writes it. */
const markup = (body = "<h1>Art</h1>") =>
  `<html lang="fr"><head><meta charSet="utf-8"/><title>Art</title></head><body>${body}</body></html>`;
const scriptTag = (name: string) => `<script src="/archive/${name}" defer=""></script>`;

describe("a finished page", () => {
  it("has its encoding first, then its policy, then its style, then all else as it was rendered", () => {
    const html = dressPage(markup(), noteOf("plain"), dress);
    const policy = `default-src 'none'; script-src '${EARLY_PREFERENCES_HASH}'; style-src '${sheets.plain.hash}'; img-src 'self'; base-uri 'none'; form-action 'none'`;
    expect(html).toBe(
      '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">' +
        `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${sheets.plain.css}</style>` +
        "<title>Art</title></head><body><h1>Art</h1></body></html>",
    );
  });

  it("has the base of its kind, and in one order the layers that it noted and no others", () => {
    const stylesOf = (notes: PageNotes) =>
      [...dressPage(markup(), notes, dress).matchAll(/<style>(.*?)<\/style>/gu)].map(([, css]) => css);
    expect(stylesOf(noteOf("article"))).toEqual([sheets.article.css]);
    const all = [sheets.article.css, sheets.guide.css, sheets.text.css];
    expect(stylesOf(noteOf("article", "rich-text", "guide"))).toEqual(all);
    expect(stylesOf(noteOf("article", "guide", "rich-text"))).toEqual(all);
  });

  it("names scripts by their content and allows those that it names, not those of other pages", () => {
    const both = dressPage(markup(scriptTag("reader.fr.js") + scriptTag("find.js")), noteOf("plain"), dress);
    for (const { path, integrity } of [reader, finder])
      expect(both).toContain(`<script src="/archive/${path}" integrity="${integrity}" defer=""></script>`);
    const own = [reader, finder].map(({ integrity }) => integrity);
    const hashes = [EARLY_PREFERENCES_HASH, ...own].map((hash) => `'${hash}'`).sort();
    expect(both).toContain(`script-src ${hashes.join(" ")};`);
    const one = dressPage(markup(scriptTag("find.js")), noteOf("plain"), dress);
    expect(one).toContain(finder.integrity);
    expect(one).not.toContain(reader.integrity);
  });

  it("leaves a script that is only spoken of as the text that it is", () => {
    const spoken = "&lt;script src=&quot;/archive/reader.fr.js&quot; defer=&quot;&quot;&gt;&lt;/script&gt;";
    const html = dressPage(markup(spoken), noteOf("plain"), dress);
    expect(html).toContain(spoken);
    expect(html).toContain(`script-src '${EARLY_PREFERENCES_HASH}';`);
  });

  it("is only what its components gave: React's hints for pictures are not in it", () => {
    const page = createElement(
      "html",
      null,
      createElement("head", null, createElement("meta", { charSet: "utf-8" })),
      createElement("body", null, createElement("img", { src: "/a&b.png", alt: "" })),
    );
    const rendered = renderToStaticMarkup(page);
    expect(rendered).toContain('rel="preload"');
    const html = dressPage(rendered, noteOf("article"), dress);
    expect(html).not.toContain("preload");
    expect(html).toContain('<img src="/a&amp;b.png" alt="">');
  });

  it("holds texts and values to the letter, whatever React and HTML write alike", () => {
    const words = `<br/> <img alt="<hr/>" /> dateTime="1" charSet="x" dateTime= &#x27; ' /> "/>`;
    const fromMarkdown = writeHtml([
      {
        type: "element",
        tagName: "em",
        properties: { title: words },
        children: [{ type: "text", value: words }],
      },
      { type: "element", tagName: "img", properties: { alt: words }, children: [] },
    ]);
    const fromReact = renderToStaticMarkup(createElement("p", { title: words }, words, createElement("br")));
    const page = load(dressPage(markup(fromReact + fromMarkdown), noteOf("article"), dress));
    expect([page("p").text(), page("em").text()]).toEqual([words, words]);
    const values = [page("p").attr("title"), page("em").attr("title"), page("img").attr("alt")];
    expect(values).toEqual([words, words, words]);
  });

  it.each<[PageKind, string | undefined]>([
    ["find", "connect-src 'self'"],
    ["index", "manifest-src 'self'"],
    ["article", undefined],
    ["comment", undefined],
    ["plain", undefined],
  ])("of the kind %s may fetch %s", (kind, fetches) => {
    const html = dressPage(markup(), noteOf(kind), dress);
    const found = /(?:connect|manifest)-src '[^']+'/u.exec(html)?.[0];
    expect(found).toBe(fetches);
  });

  it.each([
    ["without a head of ours", "<p>x</p>"],
    ["with two", markup('<meta charSet="utf-8"/>')],
  ])("is not made of markup %s", (_, given) => {
    expect(() => dressPage(given, noteOf("plain"), dress)).toThrow("expected one <meta charSet");
  });
});
