import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArchive } from "../../../lib/archive/reading/read";
import { runImport } from "../../../lib/import/run-import";

/** 320 × 200 pixels. */
const MAP = readFileSync("tests/fixtures/situations/a-kept-picture/map.png");
/** One pixel, as counters send it. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const DRAWING = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><path d="M0 0h9v9z"/></svg>',
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-saved-pictures-"));
  mkdirSync(join(folder, "source/Ferry_files"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WORDS = `<p>${"The ferry has been late every day this week, and nobody on the quay knows why. ".repeat(5)}</p>`;

function makePage(inText: string, inComment: string, head = ""): string {
  return `<!DOCTYPE html><html lang="en"><head><title>The ferry</title><meta property="og:type" content="article"><link rel="canonical" href="https://quay.example/ferry">${head}</head><body><h1>The ferry</h1><article>${WORDS}${inText}${WORDS}</article><ol class="comment-list">
<li id="comment-1" class="comment depth-1"><b class="fn">Ann</b><div class="comment-content"><p>See: ${inComment}</p></div></li></ol></body></html>`;
}

async function importPage(page: string, files: Readonly<Record<string, Buffer>> = {}) {
  writeFileSync(join(folder, "source/Ferry.html"), page);
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, "source/Ferry_files", name), bytes);
  const content = join(folder, "content");
  const { report, remarks } = await runImport({
    source: join(folder, "source/Ferry.html"),
    ...{ content, dryRun: false, inference: true },
  });
  const { refused } = report.totals();
  report.close();
  expect(refused).toBe(0);
  expect(readArchive(content)).toMatchObject({ ok: true });
  const place = join(content, "the-ferry");
  const names = readdirSync(place).filter((name) => !/^(?:\.import\.json|article\.md|comments)$/u.test(name));
  const read = (path: string) => readFileSync(join(place, path), "utf8");
  return { place, names, remarks, article: read("article.md"), comment: read("comments/1.md") };
}

describe("a picture that was saved with its page", () => {
  it("comes along from the folder beside it, of the kind that it is whatever it is called", async () => {
    const page = makePage(
      '<p><img src="./Ferry_files/the%20quay.jpg" alt="The quay"></p>',
      '<img src="Ferry_files/boat" alt="a boat">',
    );
    const { place, names, article, comment, remarks } = await importPage(page, {
      "the quay.jpg": MAP,
      boat: MAP,
    });
    expect(names).toEqual([
      expect.stringMatching(/^boat-[\da-f]{8}\.png$/u),
      expect.stringMatching(/^the-quay-[\da-f]{8}\.png$/u),
    ]);
    expect(article).toContain(`![The quay](${names[1]})`);
    expect(comment).toContain(`See: ![a boat](${names[0]})`);
    expect(readFileSync(join(place, names[1] ?? "")).equals(MAP)).toBe(true);
    expect(article).not.toContain("leftOut: pictures");
    expect(remarks).toEqual([]);
  });

  it("comes along out of the page itself", async () => {
    const data = `data:image/png;base64,${MAP.toString("base64")}`;
    const { names, comment } = await importPage(makePage("", `<img src="${data}" alt="a boat">`));
    expect(names).toEqual([expect.stringMatching(/^picture-[\da-f]{8}\.png$/u)]);
    expect(comment).toContain(`![a boat](${names[0]})`);
  });

  it("keeps the way to the large one that it stood for", async () => {
    const lightbox =
      '<div class="lightbox-wrapper"><a class="lightbox" href="https://quay.example/large.png"><img src="Ferry_files/small.png" alt="a boat"></a></div>';
    const { names, comment } = await importPage(makePage("", lightbox), { "small.png": MAP });
    expect(comment).toContain(`[![a boat](${names[0]})](https://quay.example/large.png)`);
  });

  it("is the article's, where the page says whose it is and where it was", async () => {
    const image = {
      "@type": "ImageObject",
      url: "https://cdn.example/7/quay.png?w=9",
      creditText: "Photograph: Ann",
    };
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "The ferry", image });
    const head = `<script type="application/ld+json">${data}</script>`;
    const { names, article } = await importPage(makePage('<img src="Ferry_files/quay.png">', "no", head), {
      "quay.png": MAP,
    });
    expect(article).toContain(`image:\n  credit: "Photograph: Ann"\n  alt:\n  file: ${names[0]}\n`);
  });
});

describe("what is no picture that the archive shows", () => {
  it.each([
    ["a drawing that may run a script", { "boat.png": DRAWING }],
    ["a file that is not there", {}],
    ["anything else", { "boat.png": Buffer.from("no picture") }],
  ])("leaves its words, and is said to be left out: %s", async (_, files) => {
    const { names, article, comment, remarks } = await importPage(
      makePage("", '<img src="Ferry_files/boat.png" alt="a boat">'),
      files,
    );
    expect(names).toEqual([]);
    expect(comment).toContain("See: a boat\n");
    expect(article).toMatch(/^leftOut: .*pictures of its texts that were not saved with the page\.$/mu);
    expect(remarks).toEqual([
      expect.stringContaining("pictures in its texts that were not saved with it: 1 ("),
    ]);
  });

  it("is nothing that is missed where it showed nothing", async () => {
    const { names, article } = await importPage(makePage("", '<img src="Ferry_files/c.gif">'), {
      "c.gif": PIXEL,
    });
    expect(names).toEqual([]);
    expect(article).not.toContain("pictures of its texts");
  });

  it.each(["Ferry_files/../../secret.png", "Ferry_files/link.png", "Ferry_files/%2e%2e/%2e%2e/secret.png"])(
    "is never a file elsewhere on the disk: %s",
    async (source) => {
      writeFileSync(join(folder, "secret.png"), MAP);
      symlinkSync(join(folder, "secret.png"), join(folder, "source/Ferry_files/link.png"));
      const { names } = await importPage(makePage("", `<img src="${source}" alt="a boat">`));
      expect(names).toEqual([]);
    },
  );
});
