import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../lib/archive/format/front-matter";
import { readArchive } from "../../../lib/archive/reading/read";
import { runImport } from "../../../lib/import/run-import";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-capture-dates-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WORDS = `<p>${"The ferry has been late every day this week, and nobody on the quay knows why. ".repeat(5)}</p>`;

/** A page with a comment that is dated "2 hours ago" and one that has a date. */
function makePage(note: string, more = ""): string {
  return `<!DOCTYPE html>${note}<html lang="en"><head><title>The ferry</title><meta property="og:type" content="article">${more}</head><body><h1>The ferry</h1><article>${WORDS}</article><ol class="comment-list">
<li id="comment-1" class="comment depth-1"><b class="fn">Ann</b><time>2 hours ago</time><div class="comment-content"><p>Late.</p></div></li>
<li id="comment-2" class="comment depth-1"><b class="fn">Bob</b><time datetime="2020-01-01T08:00:00Z">1 January</time><div class="comment-content"><p>Again.</p></div></li></ol></body></html>`;
}

function makeSingleFile(date: string): string {
  return makePage(
    `<!--\n Page saved with SingleFile \n url: https://quay.example/ferry \n saved date: ${date}\n-->`,
  );
}

/** A response of a web archive's file, with headers of HTTP. */
function makeWarc(...headers: readonly string[]): string {
  const body = makePage("", '<link rel="canonical" href="https://quay.example/ferry">');
  const http = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", ...headers, "", body].join(
    "\r\n",
  );
  const head = [
    "WARC/1.1",
    "WARC-Type: response",
    "WARC-Target-URI: https://quay.example/ferry",
    "WARC-Date: 2024-05-01T10:00:00Z",
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${Buffer.byteLength(http)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${http}\r\n\r\n`;
}

async function importPages(pages: Readonly<Record<string, string>>) {
  const source = mkdtempSync(join(folder, "source-"));
  for (const [name, page] of Object.entries(pages)) {
    mkdirSync(join(source, name, ".."), { recursive: true });
    writeFileSync(join(source, name), page);
    utimesSync(join(source, name), 0, 0);
  }
  const content = join(folder, "content");
  const { report } = await runImport({ source, content, dryRun: false, inference: true });
  const { changes } = report;
  report.close();
  expect(readArchive(content)).toMatchObject({ ok: true });
  const fieldsOf = (path: string) => {
    const parsed = parseFrontMatter(readFileSync(join(content, "the-ferry", path)));
    return parsed.ok ? parsed.value.fields : {};
  };
  return {
    changes,
    article: fieldsOf("article.md"),
    undated: fieldsOf("comments/1.md"),
    dated: fieldsOf("comments/2.md"),
  };
}

describe("a comment that its page dates by the hours since", () => {
  it.each([
    [
      "SingleFile",
      { "a.html": makeSingleFile("Wed May 01 2024 12:00:00 GMT+0200 (CEST)") },
      "2024-05-01T12:00:00+02:00",
    ],
    [
      "HTTrack",
      {
        "a.html": makePage(
          "<!-- Mirrored from quay.example/ferry by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 01 May 2024 10:00:00 GMT -->",
        ),
      },
      "2024-05-01T10:00:00Z",
    ],
    ["a crawler", { "a.warc": makeWarc() }, "2024-05-01T10:00:00Z"],
    [
      "a crawler of a web archive",
      { "a.warc": makeWarc("Memento-Datetime: Thu, 02 Jan 2020 03:04:05 GMT") },
      "2020-01-02T03:04:05Z",
    ],
    [
      "a browser at a web archive",
      {
        "a.html": makePage(
          "<!-- saved from url=(0067)https://web.archive.org/web/20200102030405/https://quay.example/ferry -->",
        ),
      },
      "2020-01-02T03:04:05Z",
    ],
  ])("is no later than its capture by %s", async (_, pages, moment) => {
    const { article, undated, dated } = await importPages(pages);
    expect(undated).toMatchObject({ author: "Ann", notAfter: moment });
    expect(undated).not.toHaveProperty("published");
    expect(article).toMatchObject({
      captured: moment,
      source: { url: expect.stringMatching(/^https?:\/\/quay\.example\/ferry$/u) },
    });
    expect(dated).toMatchObject({ published: "2020-01-01T08:00:00Z" });
    expect(dated).not.toHaveProperty("notAfter");
  });

  it("has no bound where nothing but the file itself has a time", async () => {
    const { article, undated } = await importPages({
      "a.html": makePage("<!-- saved from url=(0026)https://quay.example/ferry -->"),
    });
    expect(article).not.toHaveProperty("captured");
    expect(Object.keys(undated)).toEqual(["author", "position", "source"]);
  });

  const [EARLY, LATE] = [
    "Wed May 01 2024 12:00:00 GMT+0200 (CEST)",
    "Wed May 01 2024 11:00:00 GMT+0000 (UTC)",
  ];
  const BOUND = "2024-05-01T12:00:00+02:00";

  it("is no later than the first of several captures, whatever zones they were made in", async () => {
    const pages = { "a.html": makeSingleFile(LATE), "b.html": makeSingleFile(EARLY) };
    const { article, undated } = await importPages(pages);
    expect(undated.notAfter).toBe(BOUND);
    expect(article.captured).toBe(BOUND);
  });

  it("keeps the bound of an earlier capture when a later one is imported, and takes an earlier one", async () => {
    await importPages({ "a.html": makeSingleFile(LATE) });
    expect((await importPages({ "b.html": makeSingleFile(EARLY) })).undated.notAfter).toBe(BOUND);
    expect((await importPages({ "a.html": makeSingleFile(LATE) })).undated.notAfter).toBe(BOUND);
  });
});
