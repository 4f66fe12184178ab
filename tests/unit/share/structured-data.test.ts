import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { StructuredDataBlock } from "../../../components/page/structured-data";
import { findArticle, findComment } from "../../../lib/archive/find";
import { readArchive } from "../../../lib/archive/reading/read";
import {
  type StructuredData,
  serializeData,
  structureArticle,
  structureComment,
} from "../../../lib/share/structured-data";
import { firstContent, situations } from "../../sites";
import { makeComment } from "./archives";
import { articleOf, settings as smallSettings } from "./small-archive";

const card = "https://archive.example/card.png";

function open(content: string, slug: string) {
  const result = readArchive(content);
  if (!result.ok) throw new Error("the archive has problems");
  const article = findArticle(result.archive, slug);
  if (!article) throw new Error(`there is no ${slug}`);
  return { settings: result.archive.settings, article };
}

function describeArticle(content: string, slug: string) {
  const { settings, article } = open(content, slug);
  return reread(structureArticle(settings, article, card));
}

function describeComment(content: string, slug: string, id: string) {
  const { settings, article } = open(content, slug);
  const found = findComment(article.thread, id);
  if (!found) throw new Error(`there is no comment ${id}`);
  return reread(structureComment(settings, article, found.node));
}

/** What is left of the data once it was written: keys without a value are gone. */
function reread(data: StructuredData) {
  return JSON.parse(serializeData(data));
}

const first = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const home = `https://verbatim.example/${first}/`;

describe("an article's data", () => {
  it("says what the source says of it, and nothing else", () => {
    const { comment, ...article } = describeArticle(firstContent.content, first);
    expect(article).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      "@id": home,
      url: home,
      headline:
        "Après son bannissement, Parler, le réseau investi par l'extrême droite, porte plainte contre Amazon",
      author: {
        "@type": "Person",
        name: "Guillaume Belfiore",
        affiliation: { "@type": "Organization", name: "Clubic" },
      },
      datePublished: "2021-01-15T09:00:00+01:00",
      inLanguage: "fr",
      publisher: { "@type": "Organization", name: "Clubic" },
      isBasedOn:
        "https://www.clubic.com/parler/actualite-77341-apres-son-bannissement-parler-le-reseau-investi-par-l-extreme-droite-porte-plainte-contre-amazon.html",
      image: card,
      commentCount: 10,
    });
    expect(comment).toHaveLength(10);
  });

  it("names each comment by its address and author, its words only on its own page", () => {
    const [one, two] = describeArticle(firstContent.content, first).comment;
    expect(one).toEqual({
      "@type": "Comment",
      "@id": `${home}c/1/`,
      author: { "@type": "Person", name: "jojozekil" },
    });
    expect(two).toEqual({
      "@type": "Comment",
      "@id": `${home}c/2/`,
      author: { "@type": "Person", name: "_Ludo" },
      parentItem: { "@id": `${home}c/1/` },
    });
  });

  it("gives the author's address and the comments' dates where they are known", () => {
    const { author, comment } = describeArticle(situations.content, "a-kept-picture");
    expect(author.url).toBe("https://authors.example/ada");
    expect(comment.map(({ datePublished }: { datePublished?: string }) => datePublished)).toEqual([
      "2019-03-02T08:05:00+00:00",
      "2019-03-02T09:00:00+00:00",
      "2019-03-02T09:30:00+00:00",
      undefined,
    ]);
  });

  it.each([
    ["---", "---"],
    ["![](map.png)", "![](map.png)"],
    ["\u000B", "␋"],
    ["a *word*\u0007", "a word"],
  ])("gives the comment %j a text, %j: without one it is none to search engines", (body, text) => {
    const article = articleOf({ comments: [makeComment(1, { body })] });
    const [node] = article.thread.roots;
    expect(node && structureComment(smallSettings, article, node)).toMatchObject({ text });
  });

  it("counts as the page's heading does: the comments whose words are here, whatever was announced", () => {
    const { article } = open(situations.content, "un-fil-troue");
    expect(article.thread.completeness).toMatchObject({ present: 3, announced: 6 });
    expect(describeArticle(situations.content, "un-fil-troue").commentCount).toBe(3);
    expect(describeArticle(situations.content, "hostile").commentCount).toBe(6);
    expect(describeArticle(situations.content, "without-comments")).toMatchObject({
      commentCount: 0,
      comment: [],
    });
  });

  it("gives the same bytes each time", () => {
    const { settings, article } = open(situations.content, "a-kept-picture");
    const write = () => serializeData(structureArticle(settings, article, card));
    expect(write()).toBe(write());
  });
});

describe("a comment's data", () => {
  it("holds its words whole, its place and its dates", () => {
    expect(describeComment(situations.content, "a-kept-picture", "third")).toEqual({
      "@context": "https://schema.org",
      "@type": "Comment",
      "@id": "https://archive.example/kept/a-kept-picture/c/third/",
      url: "https://archive.example/kept/a-kept-picture/c/third/",
      author: { "@type": "Person", name: "Grace" },
      datePublished: "2019-03-02T09:30:00+00:00",
      parentItem: { "@id": "https://archive.example/kept/a-kept-picture/c/second/" },
      text: "Agreed @Alan T. thank you. @Nobody should answer this; @Zed will.",
      about: {
        "@type": "NewsArticle",
        "@id": "https://archive.example/kept/a-kept-picture/",
        headline: "A picture that was kept, and a thread with dates",
      },
    });
  });

  it("names where it stood and when it was edited, where that is known", () => {
    expect(describeComment(situations.content, "a-kept-picture", "first")).toMatchObject({
      isBasedOn: "https://times.example/2019/picture#comment-88",
      dateModified: "2019-03-02T08:15:00+00:00",
    });
  });

  it("of a tombstone is without words: deleted when it was erased, and nothing said of one that was lost", () => {
    const erased = describeComment(situations.content, "un-fil-troue", "4");
    expect(erased).toMatchObject({
      author: { "@type": "Person", name: "participant retiré 1" },
      creativeWorkStatus: "Deleted",
    });
    const lost = describeComment(situations.content, "un-fil-troue", "perdu");
    expect(lost).toMatchObject({ author: { name: "Camille" } });
    expect(lost.creativeWorkStatus).toBeUndefined();
    for (const tombstone of [erased, lost]) expect(tombstone).not.toHaveProperty("text");
    expect(erased.author).not.toHaveProperty("url");
  });

  it("has no author where nobody knows who wrote it", () => {
    const { settings, article } = open(situations.content, "un-fil-troue");
    const node = findComment(article.thread, "perdu")?.node;
    if (node?.comment.status !== "missing") throw new Error("it is not missing");
    const { author: _, ...unknown } = node.comment;
    expect(reread(structureComment(settings, article, { ...node, comment: unknown }))).not.toHaveProperty(
      "author",
    );
  });
});

describe("the data block", () => {
  const hostile = '</script><script>alert(1)</script><!-- <script> &lt;/script> ]]> \u2028 \ud800 "\\';

  it("is one script that nothing in it can end, and reads as it was", () => {
    const { settings, article } = open(firstContent.content, first);
    const data = structureArticle(settings, { ...article, title: hostile }, card);
    const markup = renderToStaticMarkup(StructuredDataBlock({ data }));
    expect(markup.slice(markup.indexOf(">") + 1, -"</script>".length)).not.toMatch(/[<&]/u);
    const page = load(`${markup}<p>after</p>`);
    expect(page("script")).toHaveLength(1);
    expect(page("body").text()).toBe("after");
    expect(JSON.parse(page("script").text()).headline).toBe(hostile);
  });
});
