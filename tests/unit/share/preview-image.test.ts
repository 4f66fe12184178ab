import { describe, expect, it } from "vitest";
import {
  describeArticlePage,
  describeCommentPage,
  describePostedPage,
  describeVanishedPage,
} from "../../../components/page/page-facts";
import type { ArchiveSettings, Picture } from "../../../lib/archive/model";
import { choosePreview } from "../../../lib/share/preview-image";
import { structureArticle } from "../../../lib/share/structured-data";
import { articleOf, commentsOf, settings } from "./small-archive";

const home = "https://archive.example/un/";
const kept: Picture = {
  status: "preserved",
  file: "p.jpg",
  width: 800,
  height: 600,
  alt: "Un pont",
  credit: "X",
};
const lost: Picture = { status: "lost", alt: "Un pont", credit: "X" };
const pictureOf = (cards: ArchiveSettings["cards"], picture?: Picture) => {
  const article = articleOf({ comments: commentsOf(1), ...(picture && { picture }) });
  const given = { ...settings, cards };
  return [choosePreview(given, article)?.url, choosePreview(given, article, "1")?.url];
};

/** Everything that an article's pages say to machines in their heads and data. */
function describePages(cards: ArchiveSettings["cards"], picture?: Picture) {
  const given = { ...settings, cards };
  const article = articleOf({ comments: commentsOf(1), ...(picture && { picture }) });
  const [node = expect.unreachable()] = article.thread.inSourceOrder;
  return [
    describeArticlePage(given, article),
    describePostedPage(given, article),
    describeCommentPage(given, article, node),
    describeVanishedPage(given, article, `${home}c/9/`),
    structureArticle(given, article, choosePreview(given, article)?.url),
  ];
}

describe("what stands for a page where a link to it is shown", () => {
  it.each<[string, ArchiveSettings["cards"], Picture | undefined, string | undefined, string | undefined]>([
    ["its card, a comment's own", "all", kept, `${home}card.png`, `${home}c/1/card.png`],
    ["its article's card", "articles", kept, `${home}card.png`, `${home}card.png`],
    ["its article's picture", "none", kept, `${home}p.jpg`, `${home}p.jpg`],
    ["nothing, where the picture is lost", "none", lost, undefined, undefined],
    ["nothing, where there was none", "none", undefined, undefined, undefined],
  ])("is %s (cards: %s)", (_, cards, picture, article, comment) => {
    expect(pictureOf(cards, picture)).toEqual([article, comment]);
  });

  it("is said with a picture's own size and words", () => {
    const [page] = describePages("none", kept);
    expect(page).toMatchObject({
      preview: expect.arrayContaining([
        ["og:image", `${home}p.jpg`],
        ["og:image:width", "800"],
        ["og:image:height", "600"],
        ["og:image:alt", "Un pont"],
      ]),
      other: { "twitter:card": "summary_large_image" },
    });
  });

  it("is named by no page of an archive without cards and pictures", () => {
    for (const page of describePages("none", lost)) {
      // A property without content is left out of the head.
      expect(JSON.stringify(page)).not.toMatch(/card|image(?!(?::\w+)?",null)/u);
    }
    for (const page of describePages("articles", lost)) {
      expect(JSON.stringify(page)).toContain(`${home}card.png`);
    }
  });
});
