import { describe, expect, it } from "vitest";
import { expectFiles } from "../../../lib/publish/expected-files";
import {
  listArticleParams,
  listCommentCardParams,
  listMachineCopies,
} from "../../../lib/share/machine-copies";
import { archiveOf, articleOf, commentsOf } from "./small-archive";

const beside = [
  "feed.xml",
  "oembed.json",
  "card.png",
  "citations.bib",
  "citations.ris",
  "citations.json",
  "thread.json",
];
const renamed = articleOf({ comments: commentsOf(2), formerSlugs: ["ancien", "moyen"] });
const archive = archiveOf([renamed, articleOf({ slug: "autre" })]);

describe("machine-readable addresses", () => {
  it("are the same at every name that an article had, the cards of its comments included", () => {
    const atName = (slug: string) => [
      ...beside.map((file) => `${slug}/${file}`),
      ...["1", "2"].map((id) => `${slug}/c/${id}/card.png`),
    ];
    const expected = [
      ...["un", "ancien", "moyen"].flatMap(atName),
      ...beside.map((file) => `autre/${file}`),
    ].sort();
    expect(
      listMachineCopies(archive)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(expected);
    expect(expectFiles(archive, []).copies).toEqual(expect.arrayContaining(expected));
  });

  it("have no card of a comment where the archive wants none", () => {
    const plain = archiveOf([renamed], { commentCards: "off" });
    expect(listMachineCopies(plain).filter(({ commentId }) => commentId)).toEqual([]);
    expect(listMachineCopies(archiveOf([renamed], { commentCards: "on" }))).toHaveLength(3 * (7 + 2));
  });

  it("are what routes are generated for, which is never nothing", () => {
    expect(listArticleParams(archive, "card.png").map(({ article }) => article)).toEqual([
      "un",
      "ancien",
      "moyen",
      "autre",
    ]);
    expect(listCommentCardParams(archive)).toHaveLength(6);
    expect(listArticleParams(archiveOf([]), "card.png")).toEqual([{ article: "_" }]);
    expect(listCommentCardParams(archiveOf([]))).toEqual([{ article: "_", comment: "_" }]);
  });
});
