import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Archive, Article } from "../../../../lib/archive/model";
import { formatProblem, readArchive } from "../../../../lib/archive/reading/read";
import { SPECIMEN_PLAN, writeSpecimen } from "../../../../lib/publish/proof/specimen";
import { makeFolder } from "../../folders";
import { smallContent } from "../../small-content";

/** A small archive with the specimen beside its own article. */
function readSpecimen(): Archive {
  const folder = join(makeFolder({ ...smallContent(2), "content/permalinks.txt": "/art/\n" }), "content");
  writeSpecimen(folder);
  const read = readArchive(folder);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  expect(readFileSync(join(folder, "permalinks.txt"), "utf8")).toMatch(/^\/art\/\n/u);
  return read.archive;
}

describe("the specimen", () => {
  const { articles, vanished } = readSpecimen();
  const own = articles.filter(({ slug }) => slug !== "art");
  const comments = own.flatMap(({ thread }) => thread.inReadingOrder.map(({ comment }) => comment));
  const bases = new Set(comments.flatMap(({ reply }) => (reply ? [reply.basis] : [])));

  it.each<[string, boolean]>([
    ["a tombstone", comments.some(({ status }) => status === "erased")],
    ["a placeholder", comments.some(({ status }) => status === "missing")],
    ["a vanished comment, under a former name too", [...vanished.values()].every((ids) => ids.size > 0)],
    ["two names with a vanished comment", vanished.size === 2],
    ["a renamed article", own.some(({ formerSlugs }) => formerSlugs.length > 0)],
    ["both languages of the interface", ["fr", "en"].every((tag) => own.some((a) => a.language === tag))],
    ["another language", own.some(({ language }) => language === "de")],
    ["a language from right to left", own.some(({ language }) => language === "ar")],
    ["an article without comments", own.some(({ thread }) => thread.roots.length === 0)],
    ["a thread of a thousand comments", own.some(({ thread }) => thread.byId.size >= 1000)],
    [
      "replies deeper than a page nests",
      own.some(({ thread }) => thread.inReadingOrder.some(({ depth }) => depth > 50)),
    ],
    ["a standfirst", own.some(({ summary }) => summary !== undefined)],
    ["a lost picture", own.some(({ picture }) => picture?.status === "lost")],
    ["cited sources, with address and without", own.some(citesBothWays)],
    ["what was left out", own.some(({ leftOut }) => leftOut !== undefined)],
    ["an announced number of comments", own.some((article) => article.commentsAnnounced !== undefined)],
    ["a day of capture", own.some(({ captured }) => captured !== undefined)],
    ["comments with dates and without", [true, false].every((isDated) => comments.some(datedOrNot(isDated)))],
    ["an edited comment", comments.some((comment) => comment.status === "present" && comment.edited)],
  ])("has %s", (_, isThere) => expect(isThere).toBe(true));

  it("has replies known from every basis", () => {
    expect(bases).toEqual(new Set(["explicit", "mention", "quote", "editor"]));
  });

  it("plans only pages that there are, of each of its articles", () => {
    for (const [slug, ids] of Object.entries(SPECIMEN_PLAN)) {
      const article = own.find((one) => [one.slug, ...one.formerSlugs].includes(slug));
      const known = [...(article?.thread.byId.keys() ?? []), ...(vanished.get(slug) ?? [])];
      expect(known, slug).toEqual(expect.arrayContaining([...ids]));
    }
    const planned = Object.keys(SPECIMEN_PLAN);
    const slugs = own.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
    expect(planned.sort()).toEqual(slugs.sort());
  });
});

function citesBothWays({ citedSources = [] }: Article): boolean {
  return citedSources.some(({ url }) => url) && citedSources.some(({ url }) => !url);
}

function datedOrNot(isDated: boolean) {
  return (comment: { readonly published?: string }) => (comment.published !== undefined) === isDated;
}
