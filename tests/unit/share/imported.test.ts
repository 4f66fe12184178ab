import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findArticle, findComment } from "../../../lib/archive/find";
import { readArchive } from "../../../lib/archive/reading/read";
import { createContext } from "../../../lib/share/article-context";
import { composeCard } from "../../../lib/share/cards/card";
import { writeBibtex } from "../../../lib/share/citations/bibtex";
import { citeThread } from "../../../lib/share/citations/citation";
import { writeCsl } from "../../../lib/share/citations/csl";
import { printReference, referToArticle } from "../../../lib/share/citations/iso690";
import { writeRis } from "../../../lib/share/citations/ris";
import type { FeedEntry } from "../../../lib/share/feeds/feed";
import { writeJsonFeed } from "../../../lib/share/feeds/json-feed";
import { describeThreadFeed } from "../../../lib/share/feeds/thread-feed";
import { writeOembed } from "../../../lib/share/oembed";
import { writeSitemaps } from "../../../lib/share/sitemap";
import { serializeData, structureArticle, structureComment } from "../../../lib/share/structured-data";
import { copyThread } from "../../../lib/share/thread-copy/thread-copy";
import { threadCopyShape } from "../../../lib/share/thread-copy/thread-copy-shape";
import { rebuildFiles } from "../../rebuild-files";
import { imported } from "../../sites";
import { feedOf } from "./archive-feed";

const result = readArchive(imported);
const archive = result.ok ? result.archive : expect.unreachable("the archive has problems");
const { settings } = archive;

function articleAt(slug: string) {
  return findArticle(archive, slug) ?? expect.unreachable(`there is no ${slug}`);
}

function copyOf(slug: string) {
  return copyThread(archive, articleAt(slug), () => expect.unreachable("there is no picture"));
}

describe("thread.json", () => {
  it.each(["topic", "without-words", "taken-down"])("of %s keeps to its schema", (slug) => {
    const written = JSON.parse(JSON.stringify(copyOf(slug)));
    expect(threadCopyShape.safeParse(written).error?.issues).toBeUndefined();
  });

  it("holds what the topic's files say", () => {
    const { article, author, archive: kept, comments, completeness } = copyOf("topic");
    expect(author).toBeUndefined();
    expect(kept).not.toHaveProperty("keeper");
    expect(article).toMatchObject({
      languageBasis: "detected",
      published: "2009-03-07T21:40",
      position: 1,
      captures: [{ file: "glue.json" }],
      events: [{ what: "closed", published: "2009-04-01", author: "Nadia", position: 5 }, { what: "other" }],
    });
    expect(completeness).toMatchObject({ hidden: 1, gaps: [7, 8, 9] });
    expect(comments).toMatchObject([
      { id: "2", authorLabel: "Staff", edited: "unknown", likes: 3 },
      {
        id: "3",
        edited: "2009-03-09",
        format: "plain",
        reply: { basis: "nesting", isDeduced: true, isCertain: false },
      },
      { id: "6", reply: { basis: "nesting", isDeduced: true }, notAfter: "2010-01-01T12:00:00Z" },
      {
        id: "4",
        status: "hidden",
        notAfter: "2010-01-01",
        authorLabel: "Banned",
        reason: "flagged by readers",
      },
    ]);
    expect(comments[2]?.reply).not.toHaveProperty("isCertain");
  });

  it("names the files beside the article, with what recognises them and where their bytes are", () => {
    const { article } = copyOf("topic");
    expect(article.files).toEqual([
      {
        path: "topic/measures.csv",
        address: "http://localhost:3000/topic/measures.csv",
        mediaType: "text/csv",
        bytes: 20,
        sha256: createHash("sha256").update("glue,holds\nbone,yes\n").digest("hex"),
      },
    ]);
  });

  it.each(["topic", "without-words", "taken-down"])("of %s gives its files back, byte for byte", (slug) => {
    const files = rebuildFiles(JSON.stringify(copyOf(slug)));
    expect(files.size).toBeGreaterThan(2);
    for (const [path, bytes] of files)
      expect(bytes.equals(readFileSync(join(imported, path))), path).toBe(true);
  });

  it("holds of an article that was taken down the whole tombstone and no text", () => {
    const { article } = copyOf("taken-down");
    expect(article).toMatchObject({
      status: "erased",
      reason: "At the author's request.",
      source: { name: "The Felt Forum" },
    });
    expect(article).not.toHaveProperty("text");
    expect(article.source).not.toHaveProperty("url");
  });
});

describe("feeds", () => {
  const entries = new Map<string, FeedEntry>(
    ["topic", "without-words", "taken-down"]
      .flatMap((slug) => describeThreadFeed(settings, articleAt(slug)).entries)
      .map((entry) => [entry.page.replace(settings.url, ""), entry]),
  );
  const entry = (path: string) => entries.get(path) ?? expect.unreachable(`there is no ${path}`);

  it("state no instant that the source does not state, and the date in words", () => {
    expect(entry("topic/")).toMatchObject({ published: undefined, updated: "2009-03-07T21:40:00Z" });
    expect(entry("topic/").html).toContain("Published on 7 March 2009 at 21:40");
    expect(entry("topic/c/3/").published).toBeUndefined();
    expect(entry("topic/c/3/").html).toContain("Published on 8 March 2009<");
    expect(entry("taken-down/c/2/").published).toBe("2010-05-03T10:00:00+02:00");
    expect(entry("taken-down/c/2/").html).not.toContain("Published on");
  });

  it("say by when an undated comment was there, and state no date of it", () => {
    expect(entry("topic/c/6/")).toMatchObject({ published: undefined, updated: "2010-01-01T12:00:00Z" });
    expect(entry("topic/c/6/").html).toContain("no later than 1 January 2010 at 12:00");
    expect(entry("topic/c/4/").html).toContain("no later than 1 January 2010<");
  });

  it("give Atom a moment even of what has none", () => {
    expect(entry("without-words/").updated).toBe("1970-01-01T00:00:00Z");
    expect(entry("without-words/c/1/").updated).toBe("1970-01-01T00:00:00Z");
  });

  it("say whose an article is only where that is known", () => {
    expect(entry("topic/").author).toEqual({ name: "unknown author", url: undefined });
    expect(entry("taken-down/").author.name).toBe("Otto Walker");
  });

  it("lead to files beside the article by their whole address", () => {
    expect(entry("topic/c/6/").html).toContain('href="http://localhost:3000/topic/measures.csv"');
  });

  it("tell labels, likes and changes, and what happened to the thread", () => {
    expect(entry("topic/c/2/").html).toContain("Staff · 3 likes · edited");
    expect(entry("topic/c/3/").html).toContain("going by the nesting, uncertain");
    expect(entry("topic/").html).toContain("Closed on 1 April 2009 by Nadia: Answered.");
  });

  it("hold tombstones of what was taken down or hidden, and say what was not captured", () => {
    expect(entry("taken-down/").html).toContain("was removed from the archive. Reason: At the author");
    expect(entry("taken-down/").original).toBeUndefined();
    expect(entry("topic/c/4/").html).toContain("hidden by the source. Reason: flagged by readers");
    expect(entry("without-words/").html).toContain("is not in what was captured");
  });

  it("of the whole archive leave out the keeper that nobody named", () => {
    const feed = feedOf(archive);
    expect(feed.rights.text).toBe("The texts belong to their authors.");
    const dates = JSON.parse(writeJsonFeed(feed, "x")).items.map((item: object) => "date_published" in item);
    expect(dates).toEqual([false, false, false]);
  });
});

describe("JSON-LD", () => {
  const dataOf = (slug: string) =>
    JSON.parse(serializeData(structureArticle(settings, articleAt(slug), "x")));
  const commentOf = (slug: string, id: string) => {
    const { node } = findComment(articleAt(slug).thread, id) ?? expect.unreachable();
    return JSON.parse(serializeData(structureComment(settings, articleAt(slug), node)));
  };

  it("calls an article that is a post of its thread a posting to a forum", () => {
    expect(dataOf("topic")).toMatchObject({
      "@type": "DiscussionForumPosting",
      datePublished: "2009-03-07T21:40",
    });
    expect(commentOf("topic", "2").about["@type"]).toBe("DiscussionForumPosting");
    expect(dataOf("without-words")["@type"]).toBe("NewsArticle");
  });

  it("leaves out author and date where they are not known", () => {
    expect(dataOf("without-words")).not.toHaveProperty("author");
    expect(dataOf("without-words")).not.toHaveProperty("datePublished");
  });

  it("counts likes, dates a change where its date is known, and takes a plain text to the letter", () => {
    expect(commentOf("topic", "2").interactionStatistic).toMatchObject({ userInteractionCount: 3 });
    expect(commentOf("topic", "2")).not.toHaveProperty("dateModified");
    expect(commentOf("topic", "3")).toMatchObject({ dateModified: "2009-03-09" });
    expect(commentOf("topic", "3").text).toMatch(/^\*not\* emphasis/u);
  });

  it("says that an article was deleted, not where it stood", () => {
    expect(dataOf("taken-down").creativeWorkStatus).toBe("Deleted");
    expect(dataOf("taken-down")).not.toHaveProperty("isBasedOn");
  });
});

describe("citations", () => {
  const cite = (slug: string) => citeThread(createContext(settings, articleAt(slug)));
  const refer = (slug: string) => printReference(referToArticle(createContext(settings, articleAt(slug))));

  it("of what has neither author nor date state neither", () => {
    const [article] = cite("without-words");
    expect(article).toMatchObject({ author: undefined, published: undefined });
    expect(refer("without-words")).toMatch(/^Wool\. The Felt Forum \[online\]\. \[n\.d\.\]\. Archived in/u);
    expect(writeBibtex(cite("without-words").slice(0, 1))).not.toMatch(/author|date/u);
    expect(writeRis(cite("without-words").slice(0, 1))).not.toMatch(/^(?:AU|PY|DA) /mu);
    expect(JSON.parse(writeCsl(cite("without-words")))[0]).not.toHaveProperty("issued");
  });

  it("hold the day of a local time as it is written", () => {
    expect(cite("topic")[0]?.published).toBe("2009-03-07");
  });

  it("of an article that was taken down say so, and not where it stood", () => {
    expect(refer("taken-down")).toMatch(/was removed from the archive\. Archived in An import: \S+$/u);
    expect(writeBibtex(cite("taken-down").slice(0, 1))).toContain(
      "note = {The text of this article was removed",
    );
  });
});

describe("previews", () => {
  it("of an article without author and date stand on their title and source", () => {
    expect(composeCard(settings, articleAt("without-words"))).toMatchObject({
      kind: "title",
      text: "Wool",
      name: "",
      context: "The Felt Forum",
    });
    const { author_name, html } = JSON.parse(writeOembed(settings, articleAt("without-words")));
    expect(author_name).toBeUndefined();
    expect(html).toContain("The Felt Forum · The text of this article is not in what was captured");
  });

  it("of a tombstone are one", () => {
    const card = composeCard(settings, articleAt("taken-down"));
    expect(card).toMatchObject({ kind: "tombstone", context: "A quarrel", name: "Otto Walker" });
    expect(JSON.parse(writeOembed(settings, articleAt("taken-down"))).html).toContain(
      "was removed from the archive",
    );
  });

  it("of a comment in plain text quote it to the letter", () => {
    const { comment } = articleAt("topic").thread.byId.get("3") ?? expect.unreachable();
    expect(composeCard(settings, articleAt("topic"), comment).text).toMatch(/^\*not\* emphasis/u);
  });
});

it("a sitemap lists no tombstone of an article, but the comments that stay", () => {
  const sitemap = writeSitemaps(archive).get("sitemap.xml") ?? "";
  expect(sitemap).not.toContain("/taken-down/<");
  expect(sitemap).toContain("/taken-down/c/2/<");
});
