import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type ImportSetting, runImport } from "../../../lib/import/run-import";
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
async function importPages(pages: Readonly<Record<string, string>>, more: Partial<ImportSetting> = {}) {
  const [source, content] = [makeFolder(), makeFolder()];
  for (const [name, html] of Object.entries(pages)) {
    mkdirSync(join(source, name, ".."), { recursive: true });
    writeFileSync(join(source, name), html);
  }
  const imported = await runImport({ source, content, dryRun: false, inference: true, ...more });
  const reasons = [...imported.report.reasons.values()].map(({ first }) => first);
  const { report, ...rest } = imported;
  const totals = report.totals();
  report.close();
  return { ...rest, content, totals, reasons };
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

describe("a page whose comments are elsewhere", () => {
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
