import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArchive } from "../../../lib/archive/reading/read";
import { forgetFiles } from "../../../lib/import/files/memory";
import { runImport } from "../../../lib/import/run-import";

/** A forum's topic as its JSON: a text for each post, the first one being the article. */
type Post = {
  readonly text: string;
  readonly author?: string;
  readonly answers?: number;
  readonly avatar?: string;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-again-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = () => join(folder, "content");
const pathOf = (path: string) => join(content(), "a-topic", path);
const read = (path: string) => readFileSync(pathOf(path), "utf8");

const TOPIC: readonly Post[] = [
  { text: "The opening post of this topic, which asks a question.", author: "ana" },
  { text: "The first answer, given by somebody who wanted it gone later.", author: "bob" },
  { text: "The second answer, which nobody ever wanted gone.", author: "cleo", answers: 2 },
];

async function importTopic(posts: readonly Post[], dryRun = false) {
  const source = join(folder, "topic.json");
  const stream = posts.map((post, index) => ({
    ...{ id: 100 + index, post_number: index + 1, post_type: 1, topic_id: 7, version: 1 },
    ...{
      username: post.author ?? "ana",
      user_id: 5,
      created_at: "2020-01-01T00:00:00Z",
      cooked: `<p>${post.text}</p>`,
    },
    ...{ reply_to_post_number: post.answers ?? null, avatar_template: post.avatar ?? null },
  }));
  writeFileSync(
    source,
    JSON.stringify({
      id: 7,
      title: "A topic",
      slug: "a-topic",
      post_stream: { posts: stream, stream: stream.map(({ id }) => id) },
    }),
  );
  const { report } = await runImport({ source, content: content(), dryRun, inference: true });
  const path = join(folder, "report.json");
  report.write(path, "discourse");
  report.close();
  const items: { source: string; outcome: string; change: string; reason?: string }[] = JSON.parse(
    readFileSync(path, "utf8"),
  ).items;
  return items.map(({ source, outcome, change }) => `${source.replace(/.*#/u, "")} ${outcome} ${change}`);
}

function edit(path: string, before: string, after: string): void {
  writeFileSync(pathOf(path), read(path).replace(before, after));
}

/** What `npm run erase` does to one comment. */
function erase(id: string, author: string, label = author): void {
  const path = `comments/${id}.md`;
  forgetFiles(content(), [`a-topic/${path}`]);
  writeFileSync(
    pathOf(path),
    `---\nauthor: ${label}\nposition: ${id}\nstatus: erased\nreason: Asked for.\n---\n`,
  );
  appendFileSync(join(content(), "erased.txt"), `a-topic/${id}\t10${Number(id) - 1}\t\n`);
}

describe("importing a source again", () => {
  it("adds what is new, updates what changed and keeps the rest", async () => {
    await importTopic(TOPIC);
    const newer = [
      ...TOPIC.slice(0, 2),
      { text: "The second answer, better said.", author: "cleo", answers: 2 },
      { text: "A third one.", author: "dan" },
    ];
    expect(await importTopic(newer)).toEqual([
      "1 article updated",
      "2 unchanged kept",
      "3 comment updated",
      "4 comment added",
    ]);
    expect(read("comments/3.md")).toContain("better said");
  });

  it("keeps what somebody edited by hand, and says so", async () => {
    await importTopic(TOPIC);
    edit("comments/2.md", "wanted it gone", "WANTED IT GONE");
    const newer = [
      TOPIC[0] ?? { text: "" },
      { text: "Another text altogether.", author: "bob" },
      TOPIC[2] ?? { text: "" },
    ];
    expect(await importTopic(newer)).toContain("2 blocked kept");
    expect(read("comments/2.md")).toContain("WANTED IT GONE");
  });

  it("keeps comments that a later export does not hold any more", async () => {
    await importTopic(TOPIC);
    await importTopic(TOPIC.slice(0, 2));
    expect(read("comments/3.md")).toContain("The second answer");
  });

  it("writes nothing in a dry run", async () => {
    expect(await importTopic(TOPIC, true)).toEqual(["1 article added", "2 comment added", "3 comment added"]);
    expect(readdirSync(content())).toEqual([]);
  });
});

describe("a folder", () => {
  it("is read on behind a pack that is damaged", async () => {
    await importTopic(TOPIC);
    const source = join(folder, "several");
    mkdirSync(source);
    writeFileSync(join(source, "a.zip"), "PK\u0003\u0004 and no more than that");
    renameSync(join(folder, "topic.json"), join(source, "topic.json"));
    const { report } = await runImport({ source, content: content(), dryRun: false, inference: true });
    expect(report.totals()).toMatchObject({ items: 4, unchanged: 3, refused: 1 });
    report.close();
  });
});

describe("a thread", () => {
  it("is the same whether or not the file tells the forum's host", async () => {
    await importTopic(TOPIC);
    await importTopic(TOPIC.map((post) => ({ ...post, avatar: "/user_avatar/forum.example/a/1.png" })));
    expect(readdirSync(content()).filter((name) => name.startsWith("a-topic"))).toEqual(["a-topic"]);
  });
});

describe("what was erased", () => {
  it("does not come back, nor does what another post quotes of it", async () => {
    await importTopic(TOPIC);
    erase("2", "bob");
    const quoting = {
      text: "You said that it was given by somebody who wanted it gone later.",
      author: "dan",
    };
    expect(await importTopic([...TOPIC, quoting])).toEqual([
      "1 article updated",
      "2 blocked kept",
      "3 unchanged kept",
      "4 comment added",
    ]);
    expect(read("comments/2.md")).toContain("status: erased");
    expect(read("comments/4.md")).not.toContain("somebody who wanted it gone later");
  });

  it("does not come back when its file is gone too; its replies keep a place to hang on", async () => {
    await importTopic(TOPIC);
    erase("2", "bob");
    rmSync(join(content(), "a-topic"), { recursive: true });
    expect(await importTopic(TOPIC)).toContain("2 blocked kept");
    expect(read("comments/2.md")).toContain("status: missing");
    expect(read("comments/2.md")).not.toContain("first answer");
    expect(readArchive(content())).toMatchObject({ ok: true });
  });

  it.each([
    ["adds comments below an article that was taken down", "author: discourse-5\n", "4 comment added"],
    [
      "holds them back where they would bring the article's author back",
      "author: removed\n",
      "4 blocked kept",
    ],
  ])("%s", async (_, author, outcome) => {
    await importTopic(TOPIC);
    forgetFiles(content(), ["a-topic/article.md"]);
    const head = `title: A topic\nlanguage: en\n${author}position: 1\nstatus: erased\nreason: Asked for.\nsource:\n  name: Discourse\n`;
    writeFileSync(pathOf("article.md"), `---\n${head}---\n`);
    if (author.includes("removed"))
      writeFileSync(join(content(), "authors/removed.md"), "---\nname: Removed 1\n---\n");
    const items = await importTopic([...TOPIC, { text: "As ana said, it is so.", author: "dan" }]);
    expect(items).toContain("1 blocked kept");
    expect(items).toContain(outcome);
    expect(readArchive(content())).toMatchObject({ ok: true });
  });

  it("leaves no digest in the importer's memory", async () => {
    await importTopic(TOPIC);
    expect(read(".import.json")).toContain("comments/2.md");
    erase("2", "bob");
    await importTopic(TOPIC);
    expect(read(".import.json")).not.toContain("comments/2.md");
  });

  it("holds a thread back where a newer export would bring an erased name back", async () => {
    await importTopic(TOPIC);
    erase("2", "bob", "removed participant 1");
    const items = await importTopic([...TOPIC, { text: "I thank @bob for what he said.", author: "dan" }]);
    expect(items).toContain("4 blocked kept");
    expect(existsSync(pathOf("comments/4.md"))).toBe(false);
  });
});

describe("an import that was killed", () => {
  it("has the earlier folder put back by the next one", async () => {
    await importTopic(TOPIC);
    const replaced = join(content(), ".importing/replaced");
    mkdirSync(replaced, { recursive: true });
    renameSync(pathOf(""), join(replaced, "a-topic"));
    expect(await importTopic(TOPIC)).toEqual(["1 unchanged kept", "2 unchanged kept", "3 unchanged kept"]);
    expect(existsSync(join(content(), ".importing"))).toBe(false);
  });
});
