import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { createReading } from "../../../components/page/reading";
import { FlatThread, Thread } from "../../../components/thread/thread";
import type { Article, Comment } from "../../../lib/archive/model";
import { readArchive } from "../../../lib/archive/reading/read";
import { runImport } from "../../../lib/import/run-import";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-own-pages-"));
  folders.push(folder);
  return folder;
}

function openArchive(content: string) {
  const read = readArchive(content);
  if (!read.ok) throw new Error(read.problems.map(({ path, field }) => `${path}: ${field}`).join("\n"));
  return read.archive;
}

/** The part of the article's page that shows its thread, in the order of the conversation or as posted. */
function renderPage(content: string, slug: string, order: "conversation" | "as posted"): string {
  const { articles, settings } = openArchive(content);
  const article = articles.find((each) => each.slug === slug);
  if (!article) throw new Error(`no article ${slug}`);
  const reading = createReading(settings, article, "thread");
  const thread =
    order === "conversation" ? (
      <Thread reading={reading} />
    ) : (
      <FlatThread nodes={article.thread.inSourceOrder} reading={reading} />
    );
  const address = `https://archive.example/${slug}/`;
  const body = renderToStaticMarkup(
    <main className="h-entry">
      <article id="article">
        <h1 className="p-name">{article.title}</h1>
        <div className="e-content">
          <p>Text.</p>
        </div>
      </article>
      {thread}
    </main>,
  );
  return `<!DOCTYPE html><html lang="fr"><head><link rel="canonical" href="${address}"></head><body>${body}</body></html>`;
}

async function importPage(html: string): Promise<Article | undefined> {
  const [source, content] = [makeFolder(), makeFolder()];
  writeFileSync(join(source, "page.html"), html);
  const { report } = await runImport({ source, content, dryRun: false, inference: true });
  report.close();
  return openArchive(content).articles[0];
}

function describeThread({ thread }: Article) {
  return thread.inSourceOrder.map(({ comment }) => describeComment(comment));
}

function describeComment(comment: Comment) {
  const { id, status, author, position, published, reply } = comment;
  const text = comment.status === "present" ? comment.body.trim() : comment.reason;
  return { id, status, author, position, published, reply, text };
}

describe.each([
  ["content", "apres-son-bannissement-parler-porte-plainte-contre-amazon"],
  ["tests/fixtures/situations", "un-fil-troue"],
  ["tests/fixtures/situations", "deep-thread"],
])("a page of %s/%s", (content, slug) => {
  it.each(["conversation", "as posted"] as const)("gives its thread back in the order %s", async (order) => {
    const article = openArchive(content).articles.find((each) => each.slug === slug);
    const imported = await importPage(renderPage(content, slug, order));
    expect(imported && describeThread(imported)).toEqual(article && describeThread(article));
  });
});
