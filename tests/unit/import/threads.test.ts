import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Archive, Comment } from "../../../lib/archive/model";
import { readArchive } from "../../../lib/archive/reading/read";
import { lettersOf } from "../../../lib/import/conversion/verify";
import { runImport } from "../../../lib/import/run-import";

/** A thread as it was written: who answers whom by index, texts as their letters. */
type Post = {
  readonly author: string;
  readonly words: string;
  readonly answers?: number;
  readonly minute: number;
};

const words = fc
  .string({
    unit: fc.constantFrom(..."abc éß中🐟*_#[]<>&`|\\~!-+1.)( \u00a0@:/".split("")),
    minLength: 1,
    maxLength: 60,
  })
  .filter((text) => lettersOf(text) !== "" && !text.trim().startsWith("@"));

const thread = fc
  .array(fc.record({ author: fc.constantFrom("ana", "bob", "cleo"), words, above: fc.nat(20) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((posts) =>
    posts.map(({ above, ...post }, index): Post => {
      const answers = above % (index + 1);
      return { ...post, minute: index, ...(answers < index && { answers }) };
    }),
  );

const dateOf = ({ minute }: Post) => `2019-03-04T05:${String(minute).padStart(2, "0")}:00`;
const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const cdata = (text: string) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const html = (post: Post) => `<p>${escapeHtml(post.words)}</p>`;

/** Each system's shape of a thread, ids counting from 11. */
const SHAPES: Readonly<Record<string, { file: string; write: (posts: readonly Post[]) => string }>> = {
  discourse: {
    file: "topic.json",
    write: (posts) => {
      const list = posts.map((post, index) => ({
        ...{
          id: 900 + index,
          post_number: index + 11,
          post_type: 1,
          topic_id: 7,
          version: 1,
          username: post.author,
        },
        ...{ created_at: `${dateOf(post)}Z`, cooked: html(post) },
        reply_to_post_number: post.answers === undefined ? null : post.answers + 11,
      }));
      const opening = {
        id: 800,
        post_number: 1,
        post_type: 1,
        topic_id: 7,
        version: 1,
        username: "ana",
        cooked: "<p>Opening.</p>",
      };
      return JSON.stringify({
        id: 7,
        title: "T",
        slug: "thread",
        post_stream: { posts: [opening, ...list], stream: [] },
      });
    },
  },
  disqus: {
    file: "disqus.xml",
    write: (posts) =>
      `<disqus xmlns:dsq="d"><thread dsq:id="t"><link>https://a.example/thread</link><title>Thread</title></thread>${posts
        .map((post, index) => {
          const parent = post.answers === undefined ? "" : `<parent dsq:id="${post.answers + 11}"/>`;
          return `<post dsq:id="${index + 11}"><message>${cdata(html(post))}</message><createdAt>${dateOf(post)}Z</createdAt><author><name>${post.author}</name></author><thread dsq:id="t"/>${parent}</post>`;
        })
        .join("")}</disqus>`,
  },
  wordpress: {
    file: "export.xml",
    write: (posts) =>
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Thread</title><link>https://a.example/thread</link><wp:post_id>7</wp:post_id>${posts
        .map((post, index) => {
          const parent = post.answers === undefined ? 0 : post.answers + 11;
          return `<wp:comment><wp:comment_id>${index + 11}</wp:comment_id><wp:comment_author>${post.author}</wp:comment_author><wp:comment_date_gmt>${dateOf(post).replace("T", " ")}</wp:comment_date_gmt><wp:comment_content>${cdata(escapeHtml(post.words))}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
        })
        .join("")}</item></channel></rss>`,
  },
  hackernews: {
    file: "items.json",
    write: (posts) =>
      JSON.stringify([
        { id: 7, type: "story", by: "ana", time: 1, title: "Thread" },
        ...posts.map((post, index) => ({
          ...{ id: index + 11, type: "comment", by: post.author, text: escapeHtml(post.words) },
          time: Date.parse(`${dateOf(post)}Z`) / 1000,
          parent: post.answers === undefined ? 7 : post.answers + 11,
        })),
      ]),
  },
  text: {
    file: "thread.md",
    write: (posts) =>
      `# Thread\n\n${posts
        .map((post, index) => {
          const answers = post.answers === undefined ? "" : `- answers: ${post.answers + 11}\n`;
          const typed = post.words.replace(/[\\`*_{}[\]<>()#+\-.!|~&:@]/gu, "\\$&");
          return `### ${post.author}\n\n- id: ${index + 11}\n- date: ${dateOf(post)}Z\n${answers}\n${typed}\n`;
        })
        .join("\n")}`,
  },
};

async function importThread(file: string, source: string): Promise<Archive> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-thread-"));
  try {
    mkdirSync(join(folder, "source"));
    writeFileSync(join(folder, "source", file), source);
    const content = join(folder, "content");
    const { report } = await runImport({
      source: join(folder, "source"),
      content,
      dryRun: false,
      inference: true,
    });
    const totals = report.totals();
    report.close();
    expect(totals.refused).toBe(0);
    const read = readArchive(content);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.archive;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describeComment(comment: Comment) {
  const text =
    comment.status === "present"
      ? comment.body
          .replace(/\\([!-/:-@[-`{-~])/gu, "$1")
          .replace(/&#x([\dA-F]+);/gu, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      : "";
  return {
    id: comment.id,
    author: comment.author,
    published: comment.published,
    parent: comment.reply?.parentId,
    letters: lettersOf(text),
  };
}

describe.each(Object.entries(SHAPES))("a thread in the shape of %s", (_, { file, write }) => {
  it("comes back with the same tree, words and dates", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(thread, async (posts) => {
        const archive = await importThread(file, write(posts));
        const comments = archive.articles.flatMap((article) =>
          article.thread.inSourceOrder.map(({ comment }) => comment),
        );
        expect(comments.map(describeComment)).toEqual(
          posts.map((post, index) => ({
            id: String(index + 11),
            author: post.author,
            published: `${dateOf(post)}Z`,
            parent: post.answers === undefined ? undefined : String(post.answers + 11),
            letters: lettersOf(post.words),
          })),
        );
      }),
      { numRuns: 40, seed: 13 },
    );
  });
});
