import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import ArticlePage from "../../../app/[article]/page";
import IndexPage from "../../../app/page";
import { imported } from "../../sites";

beforeAll(() => {
  vi.stubEnv("ARCHIVE_CONTENT", imported);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function open(slug: string) {
  return load(renderToStaticMarkup(await ArticlePage({ params: Promise.resolve({ article: slug }) })));
}

/** What a reader reads of it, with one space for any white space. */
const read = (text: string) => text.replace(/\s+/gu, " ").trim();

describe("the page of a topic whose first post is the article", () => {
  let page = load("");
  beforeAll(async () => {
    page = await open("topic");
  });
  const headerOf = (id: string) => read(page(`#c-${id} > .own > header`).text());

  it("gives date and number without an author, and no card nor way to one", () => {
    expect(read(page(".byline").text())).toBe("Published on 7 March 2009 at 21:40 · no. 1");
    expect(page("time.dt-published").first().attr("datetime")).toBe("2009-03-07T21:40");
    expect(page("#author, a[href='#author']")).toHaveLength(0);
  });

  it("shows the post's line breaks as they were typed", () => {
    expect(page(".e-content").first().html()).toBe("<p>I tried flour paste.<br>It did not hold.</p>");
  });

  it("tells what it was imported from, what was detected, and what the times mean", () => {
    const provenance = read(page("#provenance").text());
    expect(provenance).toContain("Imported from glue.json, SHA-256 0b8efa5a3bf104413a");
    expect(provenance).toContain("The language was recognised by a program.");
    expect(provenance).toContain("The source does not say in which zone its times are");
  });

  it("counts neither the article nor an event as a gap, and counts what is hidden", () => {
    const provenance = read(page("#provenance").text());
    expect(provenance).toContain("3 comments archived of 7 announced. 1 comment is hidden by the source.");
    expect(provenance).toContain("The comments at positions 7 to 9 are missing.");
  });

  it("tells what happened to the thread, in its words and the source's", () => {
    const events = page(".events li")
      .get()
      .map((event) => read(page(event).text()));
    expect(events).toEqual(["Closed on 1 April 2009 by Nadia: Answered. · no. 5", "Other: tags changed"]);
  });

  it("shows likes, labels, and that a comment was edited, with the date where there is one", () => {
    expect(headerOf("2")).toContain("Nadia Staff no. 2 · 7 March 2009 at 22:05 · edited · 3 likes");
    expect(headerOf("3")).toContain("8 March 2009 · edited on 9 March 2009 · 1 like");
  });

  it("says of an undated comment by when it was there, and calls that no date of publication", () => {
    expect(headerOf("6")).toContain("Ilseno. 6 · no later than 1 January 2010 at 12:00");
    expect(headerOf("4")).toContain("no. 4 · no later than 1 January 2010");
    expect(page("#c-6 > .own > header time").attr()).toEqual({ datetime: "2010-01-01T12:00:00Z" });
  });

  it("says how it knows a relation from nesting, and that it may be wrong", () => {
    expect(headerOf("3")).toContain("in reply to Nadia, going by the nesting, uncertain");
    expect(headerOf("6")).toMatch(/in reply to Nadia, going by the nesting(?!, uncertain)/u);
  });

  it("shows a plain text to the letter", () => {
    expect(page("#c-3 pre.plain").text()).toBe(
      "*not* emphasis,  two  spaces\nand [Nadia](https://felt.example/t/glue/12/2)\n",
    );
  });

  it("leads to a file beside the article, not to a relative address of the source", () => {
    expect(page("#c-6 .text a:contains('the table')").attr()).toEqual({
      href: "/topic/measures.csv",
      download: "",
    });
  });

  it("keeps the place of a comment that the source hides, with the reason", () => {
    expect(read(page("#c-4 .tombstone").text())).toBe(
      "This comment is hidden by the source. Reason: flagged by readers",
    );
    expect(headerOf("4")).toContain("Grump Banned");
  });
});

describe("an article", () => {
  it("without a text says so in words, and has neither date nor byline", async () => {
    const page = await open("without-words");
    expect(page("#article > .tombstone").text()).toBe(
      "The text of this article is not in what was captured or exported of it.",
    );
    expect(page(".byline, time")).toHaveLength(0);
    expect(page("#c-1 .text").text()).toBe("Only this is left.");
  });

  it("that was taken down keeps title, byline and thread, and says why", async () => {
    const page = await open("taken-down");
    expect(page("h1").text()).toBe("A quarrel");
    expect(page("#article > .tombstone").text()).toBe(
      "The text of this article was removed from the archive. Reason: At the author's request.",
    );
    expect(page("#provenance").text()).not.toContain("Original address");
    expect(page("#c-2 .text").text()).toContain("I disagree");
  });

  it("that is a post of its thread is where a mention of its author leads", async () => {
    const page = await open("taken-down");
    expect(page("#c-2 a.mention").attr("href")).toBe("/taken-down/#article");
    expect(page("#c-2 .note")).toHaveLength(0);
  });
});

describe("an archive without keeper, contact and address", () => {
  it("leaves them out of its pages", () => {
    const page = load(renderToStaticMarkup(<IndexPage />));
    expect(read(page("footer").text())).toBe("The texts belong to their authors.");
    expect(page("footer a")).toHaveLength(0);
  });

  it("lists its articles newest first, the undated last, each with what is known of it", () => {
    const page = load(renderToStaticMarkup(<IndexPage />));
    const facts = page(".entry .facts")
      .get()
      .map((entry) => read(page(entry).text()));
    expect(facts).toEqual([
      "The Felt Forum · 2 May 2010 · Otto Walker · 1 comment",
      "The Felt Forum · 7 March 2009 at 21:40 · 3 comments",
      "The Felt Forum · 1 comment",
    ]);
    expect(page(".entry .tombstone").text()).toContain("was removed from the archive");
  });
});
