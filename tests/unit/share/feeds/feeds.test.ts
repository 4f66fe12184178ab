import { parseFeed } from "@rowanmanning/feed-parser";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Article, Comment } from "../../../../lib/archive/model";
import { writeAtom } from "../../../../lib/share/feeds/atom";
import { writeJsonFeed } from "../../../../lib/share/feeds/json-feed";
import { describeThreadFeed } from "../../../../lib/share/feeds/thread-feed";
import { feedOf } from "../archive-feed";
import { makeArchive, makeArticle, makeComment, settings } from "../archives";

const base = settings.url;
const slug = `${base}some-article/`;
const tag = "tag:archive.example,2021:/some-article/";

const atomOf = (article: Article) => writeAtom(describeThreadFeed(settings, article), `${slug}feed.xml`);
const archiveAtom = (...articles: readonly Article[]) =>
  writeAtom(feedOf(makeArchive(...articles)), `${base}feed.xml`);
const archiveJson = (...articles: readonly Article[]) =>
  writeJsonFeed(feedOf(makeArchive(...articles)), `${base}feed.json`);

/** The entries of a thread's comments, as a parser of others reads them. */
function readComments(article: Article) {
  return (parseAtomFeed(atomOf(article)).entries ?? []).slice(1);
}

const hostile = `</content>]]><script>alert("1")</script> & \u0001 \uFFFF \uD83D`;

const comments: readonly Comment[] = [
  makeComment(1, { published: "2021-01-15T10:00+01:00", body: "First, with <b>tags</b>." }),
  makeComment(2, {
    author: "_Ludo",
    body: "@person 1 no. @nobody[^1]\n\n[^1]: A note.",
    reply: { parentId: "1", basis: "mention" },
    source: { url: "https://forum.example/t/1/2" },
  }),
  {
    id: "3",
    status: "erased",
    position: 3,
    author: "removed participant 1",
    reason: "As asked.",
    reply: { parentId: "2", basis: "explicit" },
  },
  makeComment(4, { body: "Why?", reply: { parentId: "3", basis: "quote" } }),
  { id: "lost", status: "missing" },
];
const article = makeArticle({ commentsAnnounced: 7, captured: "2021-02-01" }, comments);

describe("a thread's feed", () => {
  it("is well-formed, and two parsers find the article and then every comment in the order of reading", () => {
    const atom = atomOf(article);
    expect(XMLValidator.validate(atom)).toBe(true);
    const titles = [
      "A title",
      "Comment no.\u00a01 by Person 1",
      "Comment no.\u00a02 by _Ludo",
      "Comment no.\u00a03 by removed participant 1",
      "Comment no.\u00a04 by Person 4",
      "Comment no number by unknown author",
    ];
    const one = parseAtomFeed(atom);
    const other = parseFeed(atom);
    expect(one.entries?.map(({ title }) => title?.value)).toEqual(titles);
    expect(other.items.map(({ title }) => title)).toEqual(titles);
    expect(other.items.map(({ id }) => id)).toEqual(
      ["", "c/1/", "c/2/", "c/3/", "c/4/", "c/lost/"].map((path) => tag + path),
    );
    expect(other.items.map(({ url }) => url)).toEqual(
      ["", "c/1/", "c/2/", "c/3/", "c/4/", "c/lost/"].map((path) => slug + path),
    );
    expect([one.id, one.title?.value, one.xml?.lang]).toEqual([`${tag}feed`, "A title · The Archive", "en"]);
    expect([other.self, other.url]).toEqual([`${slug}feed.xml`, slug]);
  });

  it("says of each comment what it answers: another one, or the article", () => {
    const answered = readComments(article).map(({ thr }) =>
      thr?.inReplyTos?.map(({ ref, href }) => [ref, href]),
    );
    expect(answered).toEqual(["", "c/1/", "c/2/", "c/3/", ""].map((path) => [[tag + path, slug + path]]));
  });

  it("names only parents that are in it", () => {
    const entries = parseAtomFeed(atomOf(article)).entries ?? [];
    const ids = new Set(entries.map(({ id }) => id));
    const parents = entries.flatMap(({ thr }) => thr?.inReplyTos?.map(({ ref }) => ref) ?? []);
    expect(parents.filter((id) => !ids.has(id))).toEqual([]);
    expect(parents).toHaveLength(5);
  });

  it("counts replies: all and announced ones of the article, direct ones of a comment", () => {
    const entries = parseAtomFeed(atomOf(article)).entries ?? [];
    const replies = entries.map(({ links }) => links?.find(({ rel }) => rel === "replies"));
    expect(replies.map((link) => link?.thr?.count)).toEqual([5, 1, 1, 1, undefined, undefined]);
    expect(entries[0]?.thr?.total).toBe(7);
    expect(replies[0]).toMatchObject({
      href: `${slug}feed.xml`,
      type: "application/atom+xml",
      thr: { updated: "2021-01-15T10:00:00+01:00" },
    });
  });

  it("states a date of publication only where the source does", () => {
    const entries = parseAtomFeed(atomOf(article)).entries ?? [];
    const [capture, article9] = ["2021-02-01T12:00:00Z", "2021-01-15T09:00:00+01:00"];
    expect(entries.map(({ published }) => published)).toEqual([
      article9,
      "2021-01-15T10:00:00+01:00",
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(entries.map(({ updated }) => updated)).toEqual([
      article9,
      "2021-01-15T10:00:00+01:00",
      ...[capture, capture, capture, capture],
    ]);
    expect(parseAtomFeed(atomOf(article)).updated).toBe(capture);
  });

  it("keeps the place of what is gone, with its reason and without a text", () => {
    const texts = readComments(article).map(({ content }) => content?.value ?? "");
    expect(texts[2]).toContain("<p>This comment was removed from the archive. Reason: As asked.</p>");
    expect(texts[4]).toBe("<p>This comment was not preserved.</p>");
  });

  it("labels a reply that was deduced", () => {
    const texts = readComments(article).map(({ content }) => content?.value ?? "");
    const label = (path: string, name: string) =>
      `<p><small>in reply to <a href="${slug}c/${path}/"><bdi>${name}</bdi></a>`;
    expect(texts[0]).not.toContain("in reply to");
    expect(texts[1]).toContain(`${label("1", "Person 1")}, going by the mention</small></p>`);
    expect(texts[2]).toContain(`${label("2", "_Ludo")}</small></p>`);
  });

  it("has absolute addresses in the texts: mentions, footnotes", () => {
    const text = readComments(article)[1]?.content?.value ?? "";
    const hrefs = [...text.matchAll(/ href="([^"]*)"/gu)].map(([, href]) => href);
    expect(hrefs).toEqual([`${slug}c/1/`, `${slug}c/1/`, `${slug}#c-2-fn-1`, `${slug}#c-2-call-1.1`]);
    expect(text).toContain("@nobody has no comment in this thread.");
  });

  it("leads to the comment at its publisher", () => {
    const via = readComments(article).map(({ links }) => links?.find(({ rel }) => rel === "via")?.href);
    expect(via).toEqual([undefined, "https://forum.example/t/1/2", undefined, undefined, undefined]);
  });

  it("holds hostile words as words", () => {
    const name = `<b onclick="x">&\u202E\u0001`;
    const given = makeArticle(
      {
        title: hostile,
        author: { id: "a", name, biography: "" },
        body: hostile,
        source: { name: hostile, url: 'https://times.example/?"><script>' },
      },
      [makeComment(1, { author: name, body: hostile })],
    );
    const atom = atomOf(given);
    expect(XMLValidator.validate(atom)).toBe(true);
    expect(atom).not.toMatch(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
    expect(atom).not.toContain("<script");
    const [first, second] = parseAtomFeed(atom).entries ?? [];
    expect(first?.title?.value).toBe('</content>]]><script>alert("1")</script> & ␁ \uFFFD \uFFFD');
    expect(first?.content?.value).toBe(
      '<p>&lt;/content>]]>&lt;script>alert("1")&lt;/script> &amp; <code>␁</code> \uFFFD \uFFFD</p>',
    );
    expect(second?.authors?.[0]?.name).toBe('<b onclick="x">&⟨U+202E⟩⟨U+0001⟩');
    expect(first?.links?.find(({ rel }) => rel === "via")?.href).toBe(
      "https://times.example/?%22%3E%3Cscript%3E",
    );
  });

  it("gives a text from right to left its direction, and the interface's words their language", () => {
    const body = "تعليق";
    const given = makeArticle({ language: "ar", title: "كلام", body }, [
      makeComment(1, { body }),
      makeComment(2, { body, reply: { parentId: "1", basis: "quote" } }),
    ]);
    const atom = parseAtomFeed(atomOf(given));
    expect(atom.xml?.lang).toBe("ar");
    expect(atom.entries?.map(({ title }) => title?.xml?.lang)).toEqual([undefined, "en", "en"]);
    expect(atom.entries?.[0]?.content?.value).toContain('<div dir="rtl">');
    expect(atom.entries?.[2]?.content?.value).toMatch(/^<p lang="en" dir="ltr"><small>in reply to /u);
  });

  it("is whole for a chain of 20,000 replies", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      makeComment(index + 1, {
        body: `Words of ${index + 1}.`,
        ...(index > 0 && { reply: { parentId: String(index), basis: "explicit" } }),
      }),
    );
    const atom = atomOf(makeArticle({}, chain));
    expect(atom.match(/<entry>/gu)).toHaveLength(20_001);
    expect(atom).toContain(`<thr:in-reply-to ref="${tag}c/19999/"`);
  });
});

describe("the archive's feeds", () => {
  const picture = { status: "preserved", file: "p.png", width: 2, height: 1, alt: "A", credit: "C" } as const;
  const whole = makeArticle(
    {
      summary: "The *standfirst*.",
      picture,
      body: "Text with ![a](https://x.example/p.png).",
      citedSources: [{ name: "One", url: "https://one.example/" }, { name: "Two" }],
    },
    [makeComment(1)],
  );

  it("are read by parsers of others with the same fields", () => {
    const atom = archiveAtom(whole);
    const json = archiveJson(whole);
    expect(XMLValidator.validate(atom)).toBe(true);
    const feed = parseFeed(atom);
    expect([feed.title, feed.description, feed.url]).toEqual(["The Archive", "What it is about.", base]);
    expect(feed.items[0]).toMatchObject({ id: tag, url: slug, title: "A title" });
    expect(feed.items[0]?.published?.toISOString()).toBe("2021-01-15T08:00:00.000Z");
    expect(feed.items[0]?.description).toBe("The standfirst.");
    const [entry] = parseAtomFeed(atom).entries ?? [];
    const [item] = parseJsonFeed(json).items ?? [];
    expect(item?.content_html).toBe(entry?.content?.value);
    expect(item?.id).toBe(entry?.id);
    expect(item).toMatchObject({
      url: slug,
      title: "A title",
      summary: "The standfirst.",
      authors: [{ name: "Ada Example" }],
      external_url: "https://times.example/2021/title",
      image: `${slug}p.png`,
      date_published: "2021-01-15T09:00:00+01:00",
      language: "en",
    });
  });

  it("are in JSON what JSON Feed 1.1 demands", () => {
    const feed: Record<string, unknown> = JSON.parse(archiveJson(whole));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      home_page_url: base,
      feed_url: `${base}feed.json`,
      language: "en",
    });
    expect(archiveJson(makeArticle({ body: hostile }))).not.toContain("\u0001");
  });

  it("hold the article whole: picture, standfirst, text, sources", () => {
    const [entry] = parseAtomFeed(archiveAtom(whole)).entries ?? [];
    expect(entry?.content?.value).toBe(
      [
        `<figure><img src="${slug}p.png" width="2" height="1" alt="A"><figcaption>C</figcaption></figure>`,
        "<p>The <em>standfirst</em>.</p>",
        '<p>Text with <a href="https://x.example/p.png" rel="noopener">picture a</a>.</p>',
        '<p>Sources: <a href="https://one.example/">One</a>, Two</p>',
      ].join("\n"),
    );
  });

  it("say what a lost picture was", () => {
    const given = makeArticle({ picture: { status: "lost", alt: "A field", credit: "C" } });
    const [entry] = parseAtomFeed(archiveAtom(given)).entries ?? [];
    expect(entry?.content?.value).toContain(
      "<p>The picture was not preserved. Its caption: A field</p><figcaption>C</figcaption>",
    );
  });

  it("hold the fifty newest articles, newest first", () => {
    const many = Array.from({ length: 60 }, (_, index) => makeArticle({ slug: `article-${index}` }));
    const pages = parseFeed(archiveAtom(...many)).items.map(({ url }) => url);
    expect(pages).toHaveLength(50);
    expect(pages[0]).toBe(`${base}article-0/`);
    expect(parseJsonFeed(archiveJson(...many)).items?.map(({ url }) => url)).toEqual(pages);
  });

  it("exist for an archive without articles", () => {
    expect(parseAtomFeed(archiveAtom()).updated).toBe("1970-01-01T00:00:00Z");
    expect(JSON.parse(archiveJson()).items).toEqual([]);
  });
});
