import { describe, expect, it } from "vitest";
import { readPictures } from "../../../../lib/text/links/pictures";
import { renderMarkdownThrough, renderMarkdownToHtml } from "../../../../lib/text/markdown/markdown";
import { schema } from "../../../../lib/text/markdown/sanitize-schema";
import { articleOf } from "../../share/small-archive";
import { context, elementsOf, markupOf } from "../markdown/render";

const article = articleOf({
  slug: "some-article",
  pictures: [
    { file: "map.png", width: 320, height: 200 },
    { file: "Plan_2.JPG", width: 10, height: 20 },
  ],
});
const withPictures = { ...context, picture: readPictures(article, (path) => `/kept/${path}`) };
const picturesIn = (source: string) =>
  elementsOf(markupOf(source, withPictures)).filter(({ tag }) => tag === "img");

describe("a picture that lies beside the article", () => {
  it("is shown with its dimensions, its alternative text and its title", () => {
    expect(markupOf('![A map](map.png "By hand")', withPictures)).toBe(
      '<p><img src="/kept/some-article/map.png" width="320" height="200" alt="A map" title="By hand" loading="lazy"></p>',
    );
  });

  it.each([
    "![](map.png)",
    "![a][1]\n\n[1]: map.png",
    "![a](<map.png>)",
    "*![a](map.png)*",
    "# ![a](map.png)",
  ])("is shown by %j", (source) =>
    expect(picturesIn(source).map(({ attributes }) => attributes.src)).toEqual([
      "/kept/some-article/map.png",
    ]),
  );

  it("is shown within a link, which is named where the picture says nothing", () => {
    const link = (source: string) =>
      elementsOf(markupOf(source, withPictures)).find(({ tag }) => tag === "a");
    expect(link("[![A map](map.png)](https://example.org/)")?.text).toBe("");
    expect(picturesIn("[![A map](map.png)](https://example.org/)")).toHaveLength(1);
    expect(link("[![](map.png)](https://example.org/)")?.text).toBe("https://example.org/");
    expect(picturesIn("[![](map.png)](https://example.org/)")).toHaveLength(1);
  });

  it.each([
    '"><script>alert(1)</script>',
    "' onerror='alert(1)",
    "javascript:alert(1)",
    "{{7*7}} #{7} <%= 1 %>",
  ])("keeps a hostile alternative text a text: %s", (alt) => {
    const [picture, ...others] = elementsOf(markupOf(`![${alt}](map.png)`, withPictures)).slice(1);
    expect(picture?.attributes).toEqual({
      ...{ src: "/kept/some-article/map.png", width: "320", height: "200", loading: "lazy" },
      alt,
    });
    expect(others).toEqual([]);
  });

  it("has its controls spelled out in its attributes", () => {
    const [picture] = picturesIn('![a\u0007\u202eb](map.png "\u0085")');
    expect(picture?.attributes).toMatchObject({ alt: "a␇U+202Eb", title: "U+0085" });
  });

  it("is shown at its absolute address to whoever reads elsewhere", () => {
    const picture = readPictures(article, (path) => `https://archive.example/${path}`);
    expect(renderMarkdownToHtml("![A map](map.png)", { ...context, picture }).html).toContain(
      '<img src="https://archive.example/some-article/map.png" width="320" height="200" alt="A map"',
    );
  });

  it("is a picture only because the wall lets its name pass, and never by an address", () => {
    const narrower = {
      ...schema,
      attributes: { ...schema.attributes, img: [["dataFile", "other.png"] as [string, string], "alt"] },
    };
    const markup = (wall: Parameters<typeof renderMarkdownThrough>[0]) =>
      renderMarkdownThrough(wall, "![A map](map.png)", withPictures).html;
    expect(markup(schema)).toContain("<img ");
    expect(markup(narrower)).toBe("<p><span>A map</span></p>");
    const addressed = { ...schema, attributes: { ...schema.attributes, img: ["src", "alt"] } };
    expect(markup(addressed)).toBe("<p><span>A map</span></p>");
  });
});

describe("no picture is shown", () => {
  it.each([
    "../some-article/map.png",
    "./map.png",
    "comments/map.png",
    "..%2fmap.png",
    "map%2Epng",
    "map.png?x",
    "map.png#x",
    "MAP.png",
    "/some-article/map.png",
    "//tracker.example/map.png",
    "https://tracker.example/map.png",
    "https://archive.example/kept/some-article/map.png",
    "data:image/png;base64,AAAA",
    "javascript:alert(1)",
    "missing.png",
    "__proto__",
    "constructor",
    "map.png\u0000",
    "map.png\u202e",
  ])("by ![a](<%s>)", (address) => {
    expect(picturesIn(`![a](<${address}>)`)).toEqual([]);
    expect(markupOf(`![a](<${address}>)`, withPictures)).toBe(markupOf(`![a](<${address}>)`, context));
  });

  it("where the page knows none", () => {
    expect(markupOf("![A map](map.png)", context)).toContain(
      '<a href="https://example.org/a/map.png" rel="nofollow noopener ugc" class="picture">',
    );
  });

  it("by raw HTML", () => {
    expect(picturesIn('<img data-file="map.png" alt="x"> <img src="map.png">')).toEqual([]);
  });
});
