import { spawnSync } from "node:child_process";
import { posix } from "node:path";
import { load } from "cheerio";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { ArchiveSettings, Article, Comment } from "../../../lib/archive/model";
import { listBooks, writeBook } from "../../../lib/share/books/book";
import { EPUB } from "../../../lib/share/media-types";
import { makeArchive, makeArticle, makeComment, settings } from "./archives";
import { openZip } from "./open-zip";

const sources = {
  openPicture: () => Uint8Array.of(1, 2, 3),
  elsewhere: new Map(),
  drawCover: async () => Uint8Array.of(4, 5, 6),
};

const write = (article: Article, given: Partial<ArchiveSettings> = {}) =>
  writeBook({ ...settings, ...given }, article, sources);

async function open(article: Article, given: Partial<ArchiveSettings> = {}) {
  const files = openZip(await write(article, given));
  const read = (path: string) => load(files.get(`EPUB/${path}`) ?? "", { xml: true });
  return { files, read };
}

const chain = (count: number, body: string): Comment[] =>
  Array.from({ length: count }, (_, index) =>
    makeComment(index + 1, {
      body,
      ...(index > 0 && { reply: { parentId: String(index), basis: "explicit" } as const }),
    }),
  );

const hostile = [
  "<script>alert(1)</script> ]]> & &amp; &nope; \u0007 \u0085 \ud800 \ufffe \u202e",
  "[a](https://a.example/%zz\"'<>[] x) ![p](javascript:1) https://b.example/ä?q=ü&r=%#a#b",
  "note[^1] again[^1]\n\n[^1]: A *note* <b>.\n\n| a | b |\n|:-:|--|\n| ]]> | \u0001 |",
  "- [x] done\n1. one\n\n```js\n<&]]>\n```\n\n# Heading\n\n> quoted\n\n:smiley: @nobody",
];

describe("a book", () => {
  it("begins with its media type, as it is, where a look at the first bytes finds it", async () => {
    const bytes = Buffer.from(await write(makeArticle({})));
    expect(bytes.subarray(30, 38 + EPUB.length).toString("latin1")).toBe(`mimetype${EPUB}`);
  });

  it("has the same bytes in every time zone", () => {
    const program = `
      import { writeBook } from "./lib/share/books/book";
      import { makeArticle, makeComment, settings } from "./tests/unit/share/archives";
      const article = makeArticle({}, [makeComment(1, { body: "Words." })]);
      const sources = { openPicture: () => Uint8Array.of(1), elsewhere: new Map() };
      const book = await writeBook({ ...settings, cards: "none" }, article, sources);
      console.log(Buffer.from(book).toString("base64"));`;
    const books = ["UTC", "America/New_York", "Pacific/Apia"].map((TZ) => {
      const words = ["--import", "tsx", "--input-type=module", "--eval", program];
      const { stdout, stderr } = spawnSync(process.execPath, words, {
        env: { ...process.env, TZ },
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      return stdout;
    });
    expect(books[0]?.length).toBeGreaterThan(2000);
    expect(new Set(books).size).toBe(1);
  });

  it("is well-formed XML with every letter of its texts, whatever they hold", async () => {
    const comments = hostile.map((body, index) =>
      makeComment(index + 1, { author: `<&]]>${index}\u200b`, body }),
    );
    const article = makeArticle(
      { title: "<&\"']]>", body: hostile.join("\n\n"), summary: hostile[0] },
      comments,
    );
    const { files, read } = await open(article);
    for (const [path, text] of files) {
      if (/\.(?:xhtml|opf|xml)$/u.test(path)) expect(XMLValidator.validate(text), path).toBe(true);
    }
    // Not every parser minds the end of a section where none is (XML 1.0 §2.4).
    expect(files.get("EPUB/comments-1.xhtml")).not.toContain("]]>");
    const thread = read("comments-1.xhtml");
    expect(thread("script")).toHaveLength(0);
    expect(thread("#c-1 .text").text()).toContain("<script>alert(1)</script> ]]>");
    expect(thread("#c-1 .control").first().text()).toBe("␇");
  });

  it("holds no link within itself that leads nowhere, and no id twice", async () => {
    const comments = chain(300, `${"word ".repeat(120)}[^1] @Person 1\n\n[^1]: A note.`);
    const { files } = await open(makeArticle({ body: "Text[^1].\n\n[^1]: A note." }, comments));
    const pages = [...files].filter(([path]) => path.endsWith(".xhtml"));
    const places = new Set(
      pages.flatMap(([path, text]) => {
        const ids = load(text, { xml: true })("[id]")
          .toArray()
          .map(({ attribs }) => `${path}#${attribs.id}`);
        expect(new Set(ids).size, path).toBe(ids.length);
        return [path, ...ids];
      }),
    );
    const links = pages.flatMap(([path, text]) =>
      load(text, { xml: true })("a[href]")
        .toArray()
        .flatMap(({ attribs }) =>
          /^\w+:/u.test(attribs.href ?? "") ? [] : [[path, attribs.href ?? ""] as const],
        ),
    );
    expect(links.length).toBeGreaterThan(900);
    const lost = links.filter(([path, href]) => {
      const target = href.startsWith("#") ? `${path}${href}` : posix.join("EPUB", href);
      return !places.has(target);
    });
    expect(lost).toEqual([]);
  });

  it("splits a long thread over documents that are all in its spine, and keeps conversations whole", async () => {
    const roots = Array.from({ length: 90 }, (_, index) =>
      index % 3 === 0
        ? makeComment(index + 1, { body: "word ".repeat(300) })
        : makeComment(index + 1, {
            body: "word ".repeat(300),
            reply: { parentId: String(index - (index % 3) + 1), basis: "explicit" },
          }),
    );
    const { files, read } = await open(makeArticle({}, roots));
    const parts = [...files.keys()].filter((path) => path.includes("comments-"));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(files.get(part)?.length).toBeLessThan(80_000);
      expect(
        load(files.get(part) ?? "", { xml: true })("article")
          .first()
          .attr("class"),
      ).toContain("level-0");
    }
    const spine = read("package.opf")("itemref")
      .toArray()
      .map(({ attribs }) => attribs.idref);
    expect(spine).toHaveLength(parts.length + 4);
  });

  it("cuts a conversation that never ends", async () => {
    const { files } = await open(makeArticle({}, chain(300, "word ".repeat(200))));
    const parts = [...files.keys()].filter((path) => path.includes("comments-"));
    expect(parts.length).toBeGreaterThan(3);
  });

  it("lists the thread as a tree: replies below what they answer, the deepest on the last level", async () => {
    const { read } = await open(makeArticle({}, chain(40, "Words.")));
    const nav = read("nav.xhtml");
    const thread = nav("nav[epub\\:type=toc] > ol > li").eq(1);
    expect(thread.find("li")).toHaveLength(40);
    expect(thread.find("> ol > li > a").text()).toBe("no.\u00a01 Person 1");
    expect(thread.find("> ol > li > ol > li > a").text()).toBe("no.\u00a02 Person 2");
    expect(
      nav("nav[epub\\:type=landmarks] a")
        .toArray()
        .map(({ attribs }) => attribs["epub:type"]),
    ).toEqual(["cover", "toc", "bodymatter", "chapter", "colophon"]);
  });

  it("leads from a reply to what it answers and back, and to its address on the site", async () => {
    const { read } = await open(makeArticle({}, chain(2, "Words.")));
    const thread = read("comments-1.xhtml");
    const links = (selector: string) =>
      thread("a", thread(selector))
        .toArray()
        .map(({ attribs }) => attribs.href);
    expect(links("#c-2")).toEqual(["https://archive.example/kept/some-article/c/2/", "comments-1.xhtml#c-1"]);
    expect(links("#c-1")).toEqual(["https://archive.example/kept/some-article/c/1/", "comments-1.xhtml#c-2"]);
  });

  it("is dated by the newest moment of its content, in UTC, and by nothing else", async () => {
    const later = makeComment(1, { body: "Words.", published: "2021-02-01T23:30:00.5-02:00" });
    const modified = async (article: Article) =>
      (await open(article)).read("package.opf")("meta[property='dcterms:modified']").text();
    expect(await modified(makeArticle({}, [later]))).toBe("2021-02-02T01:30:00Z");
    expect(await modified(makeArticle({ captured: "2022-03-01" }, [later]))).toBe("2022-03-01T12:00:00Z");
    expect(await modified(makeArticle({ published: undefined }))).toBe("1970-01-01T00:00:00Z");
  });

  it("has the article's card on its cover, and without cards its title, author and source", async () => {
    const carded = await open(makeArticle({}));
    expect(carded.read("package.opf")("item[properties=cover-image]").attr("href")).toBe("cover.png");
    expect(carded.read("cover.xhtml")("img").attr("alt")).toBe("A title");
    const bare = await open(makeArticle({}), { cards: "none" });
    expect(bare.files.has("EPUB/cover.png")).toBe(false);
    expect(bare.read("cover.xhtml")("section").text()).toBe("A titleAda ExampleThe Example TimesThe Archive");
  });

  it("holds the pictures that every reader shows, and leads to the others on the site", async () => {
    const pictures = ["a.png", "b.webp"].map((file) => ({ file, width: 3, height: 2 }));
    const { files, read } = await open(makeArticle({ pictures, body: "![one](a.png) ![two](b.webp)" }));
    expect(files.has("EPUB/pictures/a.png")).toBe(true);
    expect(files.has("EPUB/pictures/b.webp")).toBe(false);
    const text = read("article.xhtml");
    expect(text("img").attr("src")).toBe("pictures/a.png");
    expect(text(".text a").attr("href")).toBe("https://archive.example/kept/some-article/b.webp");
    expect(text(".text a").text()).toBe("two");
  });

  it("turns its pages from right to left where its language is written so", async () => {
    const { read } = await open(makeArticle({ language: "ar" }, chain(1, "نص")));
    expect(read("package.opf")("spine").attr("page-progression-direction")).toBe("rtl");
    expect(read("comments-1.xhtml")("html").attr("dir")).toBe("rtl");
    expect(read("comments-1.xhtml")("html").attr("xml:lang")).toBe("ar");
    expect(read("comments-1.xhtml")("h1").attr("lang")).toBe("en");
  });

  it("says in the place of what was taken down why it is not there", async () => {
    const erased: Comment = {
      id: "1",
      status: "erased",
      position: 1,
      author: "A",
      reason: "At their request.",
    };
    const { read } = await open(makeArticle({}, [erased, { id: "2", status: "missing" }]));
    expect(read("comments-1.xhtml")("#c-1 .tombstone").text()).toContain("Reason: At their request.");
    expect(read("comments-1.xhtml")("#c-2 .tombstone").text()).toBe("This comment was not preserved.");
  });
});

it("is made where the archive asks for books, under each name that the article had", () => {
  const archive = makeArchive(makeArticle({ formerSlugs: ["old"] }));
  expect(listBooks(archive)).toEqual([]);
  expect(listBooks({ ...archive, settings: { ...settings, books: "on" } })).toEqual([
    { slug: "some-article", file: "some-article.epub" },
    { slug: "old", file: "old.epub" },
  ]);
});
