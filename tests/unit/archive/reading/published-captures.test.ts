import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { formatProblem, readArchive } from "../../../../lib/archive/reading/read";
import { copyThread } from "../../../../lib/share/thread-copy/thread-copy";
import { makeFolder } from "../../folders";

const PAGE = "<!DOCTYPE html><script>alert(1)</script><p>A page.";
const DIGEST = createHash("sha256").update(PAGE).digest("hex");
const ARCHIVE = "---\nname: A\nlanguage: en\nurl: https://a.example/\n";

/** An archive with an article that was imported from two pages, of which one was kept. */
function openArchive({
  archive = `${ARCHIVE}captures: published\n---\n`,
  page = PAGE,
  comment = "---\nauthor: a\nposition: 1\n---\nx\n",
  files = {},
} = {}) {
  const captures = `captures:\n  - file: page.html\n    sha256: ${DIGEST}\n  - file: lost.html\n    sha256: ${"0".repeat(64)}\n`;
  const folder = makeFolder({
    "archive.md": archive,
    "art/article.md": `---\ntitle: T\nlanguage: en\nsource:\n  name: S\n${captures}---\nx\n`,
    "art/comments/1.md": comment,
    [`art/.captures/${DIGEST}.html`]: page,
    ...files,
  });
  const read = readArchive(folder);
  const problems = read.ok
    ? []
    : read.problems.map((each) => formatProblem({ ...each, path: each.path.slice(folder.length + 1) }));
  const [article] = read.ok ? read.archive.articles : [];
  return { problems, article, archive: read.ok ? read.archive : undefined };
}

describe("a capture that was kept", () => {
  it("is published under a name that no server takes for a page, where archive.md says so", () => {
    const { article } = openArchive();
    expect(article?.captures).toEqual([
      { file: "page.html", sha256: DIGEST, publishedAs: `${DIGEST}.capture.txt` },
      { file: "lost.html", sha256: "0".repeat(64) },
    ]);
  });

  it("is not published where archive.md does not say so", () => {
    const { article } = openArchive({ archive: `${ARCHIVE}---\n` });
    expect(article?.captures?.map(({ publishedAs }) => publishedAs)).toEqual([undefined, undefined]);
  });

  it("is not published where something of the thread was taken down, which would stand in it", () => {
    const { article } = openArchive({
      comment: "---\nauthor: a\nposition: 1\nstatus: erased\nreason: Asked for.\n---\n",
    });
    expect(article?.captures?.map(({ publishedAs }) => publishedAs)).toEqual([undefined, undefined]);
  });

  it("is not published where an erasure elsewhere took a name or a quotation out of the article", () => {
    const { article } = openArchive({ files: { "art/.captures/WITHHELD": "" } });
    expect(article?.captures?.map(({ publishedAs }) => publishedAs)).toEqual([undefined, undefined]);
  });

  it("is a problem where its bytes are not what the article states", () => {
    const other = createHash("sha256").update("other").digest("hex");
    expect(openArchive({ page: "other" }).problems).toEqual([
      `art/.captures/${DIGEST}.html: file: found the SHA-256 ${other}, expected that of its name`,
    ]);
  });

  it("is no part of what the article says: its digest is the same with and without it", () => {
    expect(openArchive().article?.digest).toBe(
      openArchive({ page: "other", archive: `${ARCHIVE}---\n` }).article?.digest,
    );
  });

  it("is told by its address in the thread's copy", () => {
    const { archive, article } = openArchive();
    const copy = archive && article && copyThread(archive, article, () => expect.unreachable("no picture"));
    expect(copy?.article).toMatchObject({
      captures: [
        { file: "page.html", address: `https://a.example/art/${DIGEST}.capture.txt` },
        { file: "lost.html" },
      ],
    });
  });
});

it("archive.md publishes captures, or says nothing of them", () => {
  expect(openArchive({ archive: `${ARCHIVE}captures: yes\n---\n` }).problems).toEqual([
    'archive.md: captures: found "yes", expected published, or no such key',
  ]);
});
