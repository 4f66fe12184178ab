import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
async function importPages(pages: Readonly<Record<string, string>>, more: Partial<ImportSetting> = {}) {
  const [source, content] = [makeFolder(), makeFolder()];
  for (const [name, html] of Object.entries(pages)) {
    mkdirSync(join(source, name, ".."), { recursive: true });
    writeFileSync(join(source, name), html);
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
