import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readArchive } from "../../../lib/archive/reading/read";
import { openShelf } from "../../../lib/import/files/media";
import { runImport } from "../../../lib/import/run-import";

/** A picture of one pixel. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-media-"));
  mkdirSync(join(folder, "media/uploads/1X"), { recursive: true });
  writeFileSync(join(folder, "media/uploads/1X/A pond.gif"), GIF);
  writeFileSync(join(folder, "media/uploads/1X/drawing.svg"), "<svg onload='x()'/>");
  writeFileSync(join(folder, "media/uploads/1X/page.txt"), "<script>x()</script>");
  writeFileSync(join(folder, "media/uploads/1X/fake.png"), "no picture");
  const cooked = ["A%20pond.gif", "drawing.svg", "page.txt", "fake.png", "none.png"]
    .map((name) => `<p><img src="/uploads/1X/${name}" alt="${name}"></p>`)
    .join("");
  const post = {
    id: 1,
    post_number: 1,
    topic_id: 7,
    username: "ana",
    cooked,
    avatar_template: "/user_avatar/f.example/a/1.png",
  };
  writeFileSync(
    join(folder, "topic.json"),
    JSON.stringify({
      id: 7,
      title: "Pictures",
      slug: "pictures",
      post_stream: { posts: [post], stream: [1] },
    }),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function importTopic(media?: string) {
  const content = join(folder, "content");
  const shelf = media === undefined ? {} : { media: openShelf(media) };
  const { report } = await runImport({
    source: join(folder, "topic.json"),
    content,
    dryRun: false,
    inference: true,
    ...shelf,
  });
  const totals = report.totals();
  report.close();
  return {
    totals,
    text: readFileSync(join(content, "pictures/article.md"), "utf8"),
    names: readdirSync(join(content, "pictures")),
  };
}

it("takes along pictures that are pictures, and links all others where they were", async () => {
  const { text, names } = await importTopic(join(folder, "media"));
  const [picture] = names.filter((name) => name.endsWith(".gif"));
  expect(picture).toMatch(/^a-pond-[\da-f]{8}\.gif$/u);
  expect(text).toContain(`![A%20pond.gif](${picture})`);
  for (const name of ["drawing.svg", "page.txt", "fake.png", "none.png"])
    expect(text).toContain(`(https://f.example/uploads/1X/${name})`);
  expect(names.filter((name) => /svg|txt|png/u.test(name))).toEqual([]);
  expect(readArchive(join(folder, "content"))).toMatchObject({ ok: true });
});

it("keeps them when the same source comes again without the folder", async () => {
  await importTopic(join(folder, "media"));
  expect((await importTopic()).totals).toMatchObject({ unchanged: 1 });
});
