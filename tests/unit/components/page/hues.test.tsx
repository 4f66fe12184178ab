import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ArticleHeader } from "../../../../components/article/article-header";
import { AuthorCard } from "../../../../components/article/author-card";
import { createReading } from "../../../../components/page/reading";
import { CommentArticle } from "../../../../components/thread/comment";
import { FlatThread, Thread } from "../../../../components/thread/thread";
import { composeCard } from "../../../../lib/share/cards/card";
import { makeComment } from "../../share/archives";
import { articleOf, settings } from "../../share/small-archive";

const people = [
  "Max",
  "Zoé",
  "ana lopez",
  "Grace",
  "Max",
  "Ludo",
  "Alan",
  "Ada",
  "Kim",
  "Noé",
  "Eva",
  "Tom",
  "Lia",
];
const comments = people.map((author, index) => makeComment(index + 1, { author }));
const article = articleOf({ author: { id: "ana", name: "Ana Lopez", biography: "" }, comments });
const reading = createReading(settings, article, "thread");
const nodes = article.thread.inSourceOrder;

/** The hues of a page's comments in the order of the page. */
function huesOf(page: React.ReactNode, selector = "article.comment"): number[] {
  const document = load(renderToStaticMarkup(page));
  return document(selector)
    .toArray()
    .map((element) => Number(/(?:^| )h(\d+)(?: |$)/u.exec(document(element).attr("class") ?? "")?.[1]));
}

describe("the hues of twelve participants", () => {
  const hues = huesOf(<Thread reading={reading} />);

  it("are twelve, and each person's own wherever that person speaks", () => {
    expect(new Set(hues).size).toBe(12);
    expect(hues[4]).toBe(hues[0]);
  });

  it("are the same in both orders, on each comment's own page and on its card", () => {
    expect(huesOf(<FlatThread nodes={nodes} reading={reading} />)).toEqual(hues);
    expect(nodes.flatMap((node) => huesOf(<CommentArticle node={node} reading={reading} />))).toEqual(hues);
    expect(nodes.map(({ comment }) => composeCard(settings, article, comment).hue)).toEqual(hues);
  });

  it("are the map's and the list's too", () => {
    expect(huesOf(<Thread reading={reading} />, ".map path")).toEqual(hues);
    expect(new Set(huesOf(<Thread reading={reading} />, ".participants li"))).toEqual(new Set(hues));
  });

  it("are the article's author's, in the byline, on the card of the author and on that of the article", () => {
    const own = hues[2];
    expect(huesOf(<ArticleHeader reading={reading} />, ".byline")).toEqual([own]);
    expect(huesOf(<AuthorCard reading={reading} />, "#author")).toEqual([own]);
    expect(composeCard(settings, article).hue).toBe(own);
  });
});
