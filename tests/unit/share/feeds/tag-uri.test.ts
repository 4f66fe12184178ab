import { describe, expect, it } from "vitest";
import {
  identifyArchive,
  identifyArticle,
  identifyComment,
  identifyThread,
} from "../../../../lib/share/feeds/tag-uri";
import { makeArticle, settings } from "../archives";

/** RFC 4151 §2.1, with the authority that these settings have. */
const TAG_URI = /^tag:archive\.example,2021:\/[a-z0-9/-]*$/;

const article = makeArticle({ slug: "old" });
const renamed = makeArticle({ slug: "newest", formerSlugs: ["old", "new"] });
const moved = { ...settings, url: "http://localhost:3000/" };

describe("an identifier", () => {
  it.each([
    ["the archive", identifyArchive(settings), identifyArchive(moved), "feed"],
    ["an article", identifyArticle(settings, article), identifyArticle(moved, renamed), "old/"],
    ["its thread", identifyThread(settings, article), identifyThread(moved, renamed), "old/feed"],
    ["a comment", identifyComment(settings, article, "2"), identifyComment(moved, renamed, "2"), "old/c/2/"],
  ])("of %s stays when the site moves and the article is renamed twice", (_, before, after, path) => {
    expect(before).toBe(`tag:archive.example,2021:/${path}`);
    expect(before).toMatch(TAG_URI);
    expect(after).toBe(before);
  });
});
