import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { type ImportSetting, runImport } from "../../../lib/import/run-import";
import { describeImport } from "../../../lib/import/summary";
import { html } from "../../../lib/import/systems/html/html";
import { readLesson } from "../../../lib/import/systems/html/lesson";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-saved-pages-"));
  folders.push(folder);
  return folder;
}

/** Imports pages by their names; the content folder and what the archivist is told. */
async function importPages(
  pages: Readonly<Record<string, string | Buffer>>,
  more: Partial<ImportSetting> = {},
) {
  const [source, content] = [makeFolder(), makeFolder()];
  for (const [name, bytes] of Object.entries(pages)) {
    mkdirSync(join(source, name, ".."), { recursive: true });
    writeFileSync(join(source, name), bytes);
  }
  const imported = await runImport({ source, content, dryRun: false, inference: true, ...more });
  const reasons = [...imported.report.reasons.values()].map(({ first }) => first);
  const { lines } = describeImport(imported, false);
  const { report, ...rest } = imported;
  const totals = report.totals();
  report.close();
  return { ...rest, content, totals, reasons, lines };
}

function listComments(content: string): string[] {
  const [slug = ""] = readdirSync(content).filter((name) => !/^(?:archive\.md|authors)$/u.test(name));
  const folder = join(content, slug, "comments");
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

const LONG = `<p>${"The ferry has been late every day this week, and nobody on the quay knows why. ".repeat(5)}</p>`;

function makeArticle(thread: string): string {
  return `<!DOCTYPE html><html lang="en"><head><title>The ferry</title><meta property="og:type" content="article"><link rel="canonical" href="https://quay.example/ferry"></head><body><h1>The ferry</h1><article>${LONG}</article>${thread}</body></html>`;
}

const UNKNOWN = makeArticle(
  '<div class="r"><i>Ann</i><u>12 mars 2019 à 14h05</u><p>First.</p><p>And more.</p><div class="r"><i>Bob</i><u>il y a 2 jours</u><p>Second.</p></div></div>',
);

describe("a page of a system that nobody knows", () => {
  it("is read as the archivist teaches it, nested comments as replies", async () => {
    const lesson = readLesson("comment=.r; author=i; date=u; text=p");
    const { content } = await importPages({ "page.html": UNKNOWN }, { lesson });
    const [first = "", second = ""] = listComments(content);
    expect(first).toContain("author: Ann\nposition: 1\npublished: 2019-03-12T14:05\n");
    expect(first).toContain("First.\n\nAnd more.");
    expect(second).toContain("author: Bob\nposition: 2\ninReplyTo: n1\nreplyBasis: nesting\n");
  });

  it("comes without its thread where it is not taught, and says what was looked for", async () => {
    const { totals, remarks } = await importPages({ "page.html": UNKNOWN });
    expect(totals).toMatchObject({ items: 1, article: 1 });
    expect(remarks.join()).toMatch(/no thread recognised: looked for Verbatim, Discourse, .*--selector/u);
  });

  it("is said of once, whatever the number of pages", async () => {
    const pages = Object.fromEntries(
      [1, 2, 3].map((page) => [`${page}.html`, UNKNOWN.replace("/ferry", `/ferry-${page}`)]),
    );
    const { remarks, totals } = await importPages(pages);
    expect(totals.article).toBe(3);
    expect(remarks.map((remark) => remark.replace(/: looked for.*/u, ""))).toEqual([
      "1.html#article: no thread recognised",
      "2 other pages: no thread recognised",
    ]);
  });

  it.each([
    {
      system: "Invision",
      thread:
        '<div id="comments"><article id="elComment_7" class="cPost ipsComment ipsBox"><aside><h3 class="cAuthorPane_author">Ann</h3></aside><div class="ipsComment_meta"><time datetime="2019-03-12T14:05:00Z">12 March</time></div><div class="ipsComment_content"><p>First.</p></div></article><article id="elComment_8" class="cPost ipsComment ipsBox"><aside><h3 class="cAuthorPane_author">Bob</h3></aside><div class="ipsComment_meta"><time datetime="2019-03-13T14:05:00Z">13 March</time></div><div class="ipsComment_content"><p>Second.</p></div></article></div>',
      lesson: "comment=.ipsComment; author=.cAuthorPane_author; date=time; text=.ipsComment_content",
    },
    {
      system: "vBulletin",
      thread:
        '<ol id="posts"><li class="postbit" id="post_7"><span class="date">12th March 2019, 14:05</span><a class="username">Ann</a><blockquote class="postcontent">First.</blockquote></li><li class="postbit" id="post_8"><span class="date">13th March 2019, 14:05</span><a class="username">Bob</a><blockquote class="postcontent">Second.</blockquote></li></ol>',
      lesson: "comment=.postbit; author=.username; date=.date; text=.postcontent",
    },
  ])("is told how it might be taught, and can be: $system", async ({ thread, lesson }) => {
    const pages = { "page.html": makeArticle(thread) };
    const { remarks } = await importPages(pages);
    expect(remarks.join()).toContain(`; on this page perhaps: --selector "${lesson}"`);
    const { content } = await importPages(pages, { lesson: readLesson(lesson) });
    const [first = "", second = ""] = listComments(content);
    expect(first).toMatch(/author: Ann\nposition: 1\npublished: 2019-03-12T14:05.*First\.\n$/su);
    expect(second).toMatch(/author: Bob\nposition: 2\npublished: 2019-03-13T14:05.*Second\.\n$/su);
  });

  it("is read by its microdata, a forum's first post as the article: NodeBB", async () => {
    const topic =
      '<html><head><title>The ferry</title><link rel="canonical" href="https://quay.example/topic/9"></head><body><div itemscope itemtype="https://schema.org/DiscussionForumPosting"><h1 itemprop="headline">The ferry</h1><ul component="topic"><li component="post" data-pid="20" itemprop="comment" itemscope itemtype="http://schema.org/Comment"><meta itemprop="datePublished" content="2019-03-12T14:05:00.000Z"><a itemprop="author">ann</a><div component="post/content" itemprop="text"><p>Late.</p></div></li><li component="post" data-pid="21" itemprop="comment" itemscope itemtype="http://schema.org/Comment"><meta itemprop="datePublished" content="2 hours ago"><a itemprop="author">bob</a><div component="post/content" itemprop="text"><p>Again.</p></div></li></ul></div></body></html>';
    const { content, totals } = await importPages({ "topic.html": topic });
    expect(totals).toMatchObject({ comment: 2 });
    const [first = "", second = ""] = listComments(content);
    expect(first).toContain("author: ann\nposition: 1\npublished: 2019-03-12T14:05:00.000Z\n");
    expect(second).toContain("author: bob\nposition: 2\n---");
  });

  it.each(["x=.r", "comment=.r", "comment=..; text=p"])("refuses the lesson %j in one line", (lesson) => {
    expect(() => readLesson(lesson)).toThrow(/^--selector: found ".*", expected comment=/u);
  });

  it("learns from a file with a line for each", () => {
    const path = join(makeFolder(), "lesson.txt");
    writeFileSync(path, "# The old forum\ncomment=li.a, li.b\ntext=.t\n");
    expect(readLesson(path)).toEqual({ comment: "li.a, li.b", text: ".t" });
  });
});

describe("a folder of pages", () => {
  it("may hold pictures and styles, which are passed over", async () => {
    const pages = {
      "page.html": UNKNOWN,
      "page_files/a.css": "p { color: red }",
      "page_files/b.png": "\u0089PNG",
    };
    const { totals, unknownFiles } = await importPages(pages, { system: html });
    expect(totals.items).toBe(1);
    expect(unknownFiles).toBe(2);
  });

  it("gives articles that say nothing for machines, and no list of teasers", async () => {
    const teasers = `<html><body>${`<div>${LONG}</div>`.repeat(9)}</body></html>`;
    const plain = `<html><head><title>The ferry</title></head><body><div>${LONG}${LONG}${LONG}</div></body></html>`;
    const { totals } = await importPages({ "list.html": teasers, "plain.html": plain });
    expect(totals).toMatchObject({ items: 2, article: 1, skipped: 1 });
  });
});

describe("an article's date and author", () => {
  it("are none of those of comments that nobody recognises", async () => {
    const thread =
      '<div class="replies"><div class="r"><b class="author">Bob</b> <time datetime="2019-03-12T14:05:00Z">12 March</time><p>Second.</p></div></div>';
    const { content } = await importPages({ "page.html": makeArticle(thread) });
    const article = readFileSync(join(content, "the-ferry/article.md"), "utf8");
    expect(article).not.toMatch(/^(?:author|published):/mu);
  });
});

describe("a page whose comments are elsewhere", () => {
  it.each([
    ["<h2>12 comments</h2>", /^commentsAnnounced: 12\nleftOut: .*: none were recognised\."$/mu],
    ['<div id="disqus_thread"></div>', /^leftOut: .* the comments of a frame that was not captured\.$/mu],
  ])(
    "comes alone where the archivist wants it even so, and says what is missing: %s",
    async (thread, said) => {
      const page = makeArticle(thread);
      const { totals, content } = await importPages({ "page.html": page }, { articlesAlone: true });
      expect(totals).toMatchObject({ items: 1, article: 1, comment: 0, refused: 0 });
      expect(readFileSync(join(content, "the-ferry/article.md"), "utf8")).toMatch(said);
    },
  );

  it.each([
    ['<div id="disqus_thread"></div>', /in a frame that was not captured/u],
    ['<iframe src="https://x.coral.coralproject.net/embed/stream"></iframe>', /in a frame/u],
    ["<h2>12 comments</h2>", /states 12 comments and holds none/u],
    ["<button>Afficher les commentaires</button>", /wait behind a "load more" button/u],
  ])("is not written as one without any: %s", async (thread, reason) => {
    const { totals, reasons } = await importPages({ "page.html": makeArticle(thread) });
    expect(totals).toMatchObject({ items: 1, refused: 1 });
    expect(reasons[0]?.reason).toMatch(reason);
  });

  it("is refused, and nothing is said to be kept of it", async () => {
    const { lines } = await importPages({ "page.html": makeArticle('<div id="disqus_thread"></div>') });
    expect(lines.slice(0, 3)).toEqual([
      "html: 1 items in 0 threads",
      "  1 refused = 1",
      "  added 0, updated 0, kept 0",
    ]);
  });

  it("is joined with the frame that the browser saved beside it", async () => {
    const frame =
      '<html><body><article class="comment" id="remark42__comment-1a"><span class="comment__username">Ann</span><div class="comment__text"><p>Late again.</p></div></article></body></html>';
    const pages = {
      "Ferry.html": makeArticle('<div id="remark42"><iframe src="./Ferry_files/frame.html"></iframe></div>'),
      "Ferry_files/frame.html": frame,
    };
    const { totals, content } = await importPages(pages);
    expect(totals).toMatchObject({ items: 2, article: 1, comment: 1 });
    expect(listComments(content)[0]).toContain("Late again.");
  });
});

describe("a kept capture", () => {
  const page = makeArticle(
    '<ol><li id="comment-1" class="comment depth-1"><b class="fn">Ann</b><div class="comment-content"><p>Hm. <img src="./Ferry_files/a.png" alt="a boat"></p></div></li></ol>',
  );

  it("lies beside the article byte for byte, called by its SHA-256", async () => {
    const { content } = await importPages({ "page.html": page }, { keep: true });
    const digest = createHash("sha256").update(page).digest("hex");
    expect(readFileSync(join(content, "the-ferry/.captures", `${digest}.html`), "utf8")).toBe(page);
    expect(readFileSync(join(content, "the-ferry/article.md"), "utf8")).toContain(`sha256: ${digest}`);
  });

  it("is not kept where nobody asks for it, and no address of the archivist's disk gets into a text", async () => {
    const { content } = await importPages({ "page.html": page });
    expect(readdirSync(join(content, "the-ferry")).sort()).toEqual([
      ".import.json",
      "article.md",
      "comments",
    ]);
    expect(listComments(content)[0]).not.toContain("_files");
  });

  it("shows the first and the last comment, to be held against the page", async () => {
    const { samples } = await importPages({ "page.html": page });
    expect(samples).toEqual(["The ferry: first comment: Ann, no date, Hm."]);
  });
});

describe("a page that nobody meant to be read", () => {
  const comment = (id: number, words: string) =>
    `<li id="comment-${id}" class="comment depth-1"><b class="fn">Zoé</b><div class="comment-content"><p>${words}</p></div></li>`;
  const page = (thread: string) => makeArticle(`<ol class="commentlist">${thread}</ol>`);

  const END = '<li id="comment-2" class="';
  const CUT = page(`${comment(1, "Déjà.")}${END}">`);

  it.each([
    ["that ends within a tag", `${CUT.split(END)[0]}${END}`, 1],
    ["with NULs", page(comment(1, "D\0éjà.")), 1],
    ["in UTF-16 without a mark", Buffer.from(page(comment(1, "Déjà.")), "utf16le"), 1],
    ["in windows-1252 that says it is UTF-8", Buffer.from(page(comment(1, "D\u00e9j\u00e0.")), "latin1"), 1],
    ["whose comments have the same id and other words", page(comment(1, "Déjà.") + comment(1, "Encore.")), 2],
    [
      "with twenty thousand titles",
      page(comment(1, "Déjà.")).replace("<h1>", `${"<h1>a - b</h1>".repeat(20_000)}<h1>`),
      1,
    ],
    [
      "whose frames hold frames",
      `${page(comment(1, "Déjà."))}<iframe srcdoc="&lt;iframe srcdoc=x&gt;"></iframe>`,
      1,
    ],
  ])("gives its comments: %s", async (_, bytes, comments) => {
    const { totals, content } = await importPages({ "page.html": bytes });
    expect(totals).toMatchObject({ article: 1, comment: comments, refused: 0 });
    expect(listComments(content).join()).toContain("Déjà.");
  });

  it.each([1000, 2000, 60_000])("is refused in one line where it is nested %i deep", async (depth) => {
    const deep = `<!DOCTYPE html><html><body>${"<div>".repeat(depth)}x</body></html>`;
    const pages = { "deep.html": deep, "page.html": page(comment(1, "Déjà.")) };
    const { reasons, totals } = await importPages(pages);
    expect(totals).toMatchObject({ items: 3, article: 1, comment: 1, refused: 1 });
    expect(reasons.map(({ reason }) => reason).join()).toContain(
      `deep.html: page: found elements nested ${depth + 2} deep, expected at most 800, as browsers show`,
    );
  });

  it.each([
    ["empty", ""],
    ["a picture", Buffer.from("89504e470d0a1a0a3c003c", "hex")],
  ])("is passed over where it is none: %s", async (_, bytes) => {
    const { totals, unknownFiles } = await importPages({ "page.html": bytes }, { system: html });
    expect(totals.items).toBe(0);
    expect(unknownFiles).toBe(1);
  });
});

describe("a page on which the importer itself fails", () => {
  it("is refused by itself, in one line", async () => {
    const broken = {
      ...{ name: "page.html", size: 1, sha256: "0", head: "<html>" },
      // biome-ignore lint/correctness/useYield: it fails before it gives anything
      chunks: async function* () {
        throw new TypeError("no such thing");
      },
    };
    await expect(html.open({}).read(broken)[Symbol.asyncIterator]().next()).rejects.toThrow(
      /^page\.html: file: found "no such thing", expected a page that the importer can read$/u,
    );
  });
});

describe("pages in a pack", () => {
  const written = (files: Readonly<Record<string, string>>) =>
    Buffer.from(
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    );

  it("are read as in a folder, with what the browser saved beside them", async () => {
    const frame =
      '<html><body><article class="comment" id="remark42__comment-1a"><span class="comment__username">Ann</span><div class="comment__text"><p>Late again.</p></div></article></body></html>';
    const pack = written({
      "Ferry.html": makeArticle('<div id="remark42"><iframe src="./Ferry_files/frame.html"></iframe></div>'),
      "Ferry_files/frame.html": frame,
      "Ferry_files/a.png": "\u0089PNG",
    });
    const { totals, content } = await importPages({ "saved.zip": pack });
    expect(totals).toMatchObject({ items: 2, article: 1, comment: 1 });
    expect(listComments(content)[0]).toContain("Late again.");
  });

  it("are joined where a web archive (WACZ) holds several of one thread", async () => {
    const post = (number: number) =>
      `<div id="post_${number}" class="topic-body crawler-post"><span class="creator"><span itemprop="name">Ann</span></span><div class="post" itemprop="text"><p>Part ${number}.</p></div></div>`;
    const topic = (posts: string) =>
      `<!DOCTYPE html><html><head><title>Tides</title></head><body><h1><a href="/t/tides/9">Tides</a></h1>${posts}</body></html>`;
    const pages = [
      ["https://quay.example/t/tides/9?page=2", topic(post(3))],
      ["https://quay.example/t/tides/9", topic(post(1) + post(2))],
    ] as const;
    const pack = written({
      "datapackage.json": "{}",
      "archive/data.warc": pages.map(([url, text]) => writeRecord(url, text)).join(""),
      "pages/pages.jsonl": '{"format":"json-pages-1.0"}\n',
    });
    const { totals, threads, content } = await importPages({ "crawl.wacz": pack });
    expect(threads).toBe(1);
    expect(totals).toMatchObject({ items: 3, article: 1, comment: 2 });
    expect(listComments(content).map((text) => text.trim().split("\n").at(-1))).toEqual([
      "Part 2.",
      "Part 3.",
    ]);
    expect(readFileSync(join(content, "tides/article.md"), "utf8")).toContain(
      "captured: 2019-03-04T05:06:07Z",
    );
  });
});

/** A response as a web archive keeps it (WARC 1.1 §6.3). */
function writeRecord(url: string, text: string): string {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${text}`;
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2019-03-04T05:06:07Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
}
