import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createReading } from "../../../../components/page/reading";
import { Thread } from "../../../../components/thread/thread";
import { writeAtom } from "../../../../lib/share/feeds/atom";
import { describeThreadFeed } from "../../../../lib/share/feeds/thread-feed";
import { listArchivedLinks } from "../../../../lib/share/old-addresses/archived-links";
import { elementsOf } from "../../text/markdown/render";
import { makeArchive, makeArticle, makeComment, settings } from "../archives";

const other = makeArticle({ slug: "other", source: { name: "Times", url: "https://times.example/other" } }, [
  makeComment(7, { source: { url: "https://times.example/other#comment-7" } }),
]);

/** An article whose second comment says `body`, in an archive with another article. */
function archiveWith(body: string) {
  const article = makeArticle({ source: { name: "Times", url: "https://times.example/2021/title" } }, [
    makeComment(1, { source: { url: "https://times.example/2021/title#comment-88" } }),
    makeComment(2, { body, source: { url: "https://times.example/2021/title#comment-89" } }),
  ]);
  const archive = makeArchive(article, other);
  return { article, elsewhere: listArchivedLinks(archive, article) };
}

function linkIn(body: string, page: "thread" | "comment" = "thread") {
  const { article, elsewhere } = archiveWith(body);
  const reading = createReading(settings, article, page === "thread" ? "thread" : "page", elsewhere);
  const markup = renderToStaticMarkup(<Thread reading={reading} />);
  const links = elementsOf(markup).filter(
    ({ tag, attributes }) => tag === "a" && attributes.rel !== "bookmark",
  );
  return links.find(({ text }) => text === "there")?.attributes;
}

describe("a link in a comment to", () => {
  it.each([
    ["a comment of its thread", "https://times.example/2021/title#comment-88", "#c-1"],
    [
      "one that writes the address in another way",
      "http://www.times.example/2021/title/?utm_source=x#comment-88",
      "#c-1",
    ],
    ["one by a relative address", "/2021/title#comment-88", "#c-1"],
    ["its article", "https://times.example/2021/title", "/kept/some-article/"],
    ["another article", "https://times.example/other", "/kept/other/"],
    ["a comment of another article", "https://times.example/other#comment-7", "/kept/other/c/7/"],
  ])("%s leads there in this archive, and keeps the original", (_, written, here) => {
    const original = written.startsWith("/") ? `https://times.example${written}` : written;
    const link = linkIn(`Look [there](${written}).`);
    expect(link).toEqual({ href: here, "data-originalurl": original });
  });

  it("a comment of its thread leads to that comment's page from a page that does not hold it", () => {
    const link = linkIn("[there](https://times.example/2021/title#comment-88)", "comment");
    expect(link?.href).toBe("/kept/some-article/c/1/");
  });

  it.each([
    ["a page that is not archived", "https://times.example/third"],
    ["a comment that is not archived", "https://times.example/2021/title#comment-90"],
  ])("%s leads to the source", (_, written) => {
    const link = linkIn(`Look [there](${written}).`);
    expect(link).toEqual({ href: written, rel: "nofollow noopener ugc" });
  });

  it("another article leads there from the feed as well", () => {
    const { article, elsewhere } = archiveWith("[there](https://times.example/other)");
    const feed = writeAtom(
      describeThreadFeed(settings, article, elsewhere),
      "https://archive.example/feed.xml",
    );
    expect(feed).toContain("https://archive.example/kept/other/");
  });
});

describe("what an article depends on elsewhere", () => {
  it.each([
    ["an inline link", "[a](https://times.example/other)"],
    ["a bare address at the end of a sentence", "See https://times.example/other."],
    ["an address without scheme", "See www.times.example/other, please"],
    ["a definition", "[a]\n\n[a]: https://times.example/other 'Title'"],
    ["an autolink", "<https://times.example/other>"],
    ["an address with what Markdown escapes", "[a](https://times.example/other?utm\\_source=a&amp;fbclid=b)"],
  ])("is found in %s", (_, body) => {
    expect([...archiveWith(body).elsewhere]).toEqual([["times.example/other", { slug: "other" }]]);
  });

  it("is nothing where its texts name no page of another article", () => {
    expect(archiveWith("https://times.example/2021/title#comment-88 and/or no/thing").elsewhere.size).toBe(0);
  });
});
