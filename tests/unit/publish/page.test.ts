import { describe, expect, it } from "vitest";
import { digestOf } from "../../../lib/publish/bytes";
import { publishPage } from "../../../lib/publish/page";
import { css, exportedPage, finder, place, reader } from "./exported";

const publish = (parts: Parameters<typeof exportedPage>[0] = {}) => publishPage(exportedPage(parts), place);

describe("an exported page", () => {
  it("keeps its words and elements and loses everything of Next's", () => {
    const { html, problems } = publish({
      body: '<main><h1>Un <!-- -->mot<!-- --> &amp; &lt;b&gt;</h1><p data-x="">é</p></main>',
    });
    expect(problems).toEqual([]);
    expect(html).toContain('<body><main><h1>Un mot &amp; &lt;b&gt;</h1><p data-x="">é</p></main></body>');
    expect(html).not.toMatch(/_next|<!--|<script|preload|data-precedence|next-size-adjust|hidden/u);
  });

  it("has its encoding first, then its policy, then its style, which the policy allows by its hash", () => {
    const { html, style } = publish();
    const hash = `sha256-${digestOf(css, "base64")}`;
    expect(html).toMatch(
      /^<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/u,
    );
    expect(html).toContain(`<style>${css}</style>`);
    expect(html).toContain(`style-src '${hash}'`);
    expect(style).toEqual({ place: "page", css, hash });
  });

  it("names the reader's script by its content and allows nothing else to run", () => {
    const { html, needs, problems } = publish({
      body: '<script src="/archive/reader.js" defer=""></script>',
    });
    expect(problems).toEqual([]);
    expect(html).toContain(
      `<script src="/archive/${reader.path}" integrity="${reader.integrity}" defer=""></script>`,
    );
    expect(html).toContain(`script-src '${reader.integrity}';`);
    expect(needs).toContain(reader.path);
  });

  it("allows by its own policy the scripts that it names, not those of other pages", () => {
    const tag = (name: string) => `<script src="/archive/${name}" defer=""></script>`;
    expect(publish().html).toContain("script-src 'none';");
    expect(publish({ body: tag("find.js") }).html).toContain(`script-src '${finder.integrity}';`);
    const both = [reader.integrity, finder.integrity].sort().map((hash) => `'${hash}'`);
    const { html } = publish({ body: tag("reader.js") + tag("find.js") });
    expect(html).toContain(`script-src ${both.join(" ")};`);
  });

  it("keeps data for machines, which does not run", () => {
    const data = '<script type="application/ld+json">{"name":"\\u003c/script>"}</script>';
    const { html, problems } = publish({ body: data });
    expect(problems).toEqual([]);
    expect(html).toContain(data);
  });

  it("may say javascript: in its words, its description and its labels", () => {
    const words = "javascript:alert(1)";
    const head = `<title>${words}</title><meta name="description" content="${words}"/>`;
    const body = `<p title="${words}">${words}</p><img src="/archive/a.png" alt="${words}"/>`;
    expect(publish({ head, body }).problems).toEqual([]);
  });

  it("keeps the first line break of a preformatted text", () => {
    const { html, problems } = publish({ body: "<pre>\n\n\n  x\n</pre>" });
    expect(problems).toEqual([]);
    expect(html).toContain("<pre>\n\n\n  x\n</pre>");
  });

  it("needs its pictures, its icon and the pages its head names, not where its text leads", () => {
    const head =
      '<title>Art</title><link rel="icon" href="/archive/icon.svg"/><link rel="canonical" href="https://example.org/archive/art/"/><link rel="license" href="https://elsewhere.example/"/>';
    const body = '<a href="/archive/nowhere/">x</a><img src="/archive/art/p.png" alt=""/>';
    expect(publish({ head, body }).needs).toEqual(["icon.svg", "art/index.html", "art/p.png"]);
  });

  it.each([
    ["an unknown script", '<script src="/archive/other.js"></script>', "unknown script: /archive/other.js"],
    [
      "a script of another origin",
      '<script src="https://x.example/reader.js"></script>',
      "unknown script: https://x.example/",
    ],
    ["an inline script", "<script>alert(1)</script>", "unknown script: alert(1)"],
    ["JSON-LD that is not JSON", '<script type="application/ld+json">{</script>', "not JSON"],
    ["a style attribute", '<p style="color:red">x</p>', 'style attribute "color:red"'],
    ["a style element", "<style>p{}</style>", "<style> that is not from a stylesheet"],
    ["an event handler", '<p onclick="x()">x</p>', "handler onclick"],
    ["an address that runs", '<a href=" javascript:x()">x</a>', "address"],
    ["a frame", '<iframe src="/x"></iframe>', "<iframe>"],
    ["a fallback", '<!--$?--><template id="B:0"></template><p>wait</p><!--/$-->', "fallback"],
    ["streamed content", '<div hidden="" id="S:0"><p>late</p></div>', "placeholder"],
    [
      "a picture from elsewhere",
      '<img src="https://x.example/p.png" alt=""/>',
      "loads https://x.example/p.png from elsewhere",
    ],
  ])("is refused with %s", (_, body, problem) => {
    expect(publish({ body }).problems.join("\n")).toContain(problem);
  });

  it.each([
    ["without a title", "", "0 <title>"],
    ["with two titles", "<title>a</title><title>b</title>", "2 <title>"],
    [
      "with an unknown stylesheet",
      '<title>a</title><link rel="stylesheet" href="/x.css"/>',
      "unknown stylesheet: /x.css",
    ],
  ])("is refused %s", (_, head, problem) => {
    expect(publish({ head }).problems.join("\n")).toContain(problem);
  });

  it("links one shared file instead of a style that is heavier than a request", () => {
    const heavy = Array.from(
      { length: 3000 },
      (_, n) => `.c${digestOf(String(n)).slice(0, 9)}{--n:${n}}`,
    ).join("");
    const plan = { ...place.plan, stylesheets: new Map([["_next/static/chunks/a.css", heavy]]) };
    const { html, style } = publishPage(exportedPage(), { ...place, plan });
    expect(style?.place).toBe("file");
    expect(html).toMatch(/<link rel="stylesheet" href="\/archive\/_assets\/style\.[0-9a-f]{16}\.css">/u);
    expect(html).toContain("style-src 'self';");
    expect(html).not.toContain("<style>");
  });

  it("is published however deep its thread is nested", () => {
    const depth = 5000;
    const body = `${"<div>".repeat(depth)}deep${"</div>".repeat(depth)}`;
    expect(publish({ body }).html).toContain(body);
  });
});
