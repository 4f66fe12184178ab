import { createHash } from "node:crypto";
import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Provenance } from "../../../../components/article/provenance";
import { createReading } from "../../../../components/page/reading";
import { readArchive } from "../../../../lib/archive/reading/read";
import { makeFolder } from "../../folders";

const PAGE = "<p>A page.";
const DIGEST = createHash("sha256").update(PAGE).digest("hex");

/** The note of an article with one comment. */
function showNote(article: string, comment: string) {
  const folder = makeFolder({
    "archive.md": "---\nname: A\nlanguage: en\nurl: https://a.example/kept/\ncaptures: published\n---\n",
    "art/article.md": `---\ntitle: T\nlanguage: en\nsource:\n  name: S\n${article}---\nx\n`,
    "art/comments/1.md": `---\nauthor: a\nposition: 1\n${comment}---\nx\n`,
    [`art/.captures/${DIGEST}.html`]: PAGE,
  });
  const read = readArchive(folder);
  const [found] = read.ok ? read.archive.articles : [];
  if (!read.ok || found === undefined) throw new Error("the archive of this test has a problem");
  const reading = createReading(read.archive.settings, found, "thread");
  return load(renderToStaticMarkup(<Provenance reading={reading} />));
}

it("leads to a published capture, to be downloaded", () => {
  const note = showNote(`captures:\n  - file: page.html\n    sha256: ${DIGEST}\n`, "");
  expect(note("a[download]").attr()).toEqual({
    href: `/kept/art/${DIGEST}.capture.txt`,
    rel: "nofollow",
    download: "",
  });
  expect(note("a[download]").text()).toBe("page.html");
});

it.each([
  ["", "The source gives no dates for the comments: none is shown."],
  ["notAfter: 2024-05-01\n", "each bears that of the capture, the last that it can have."],
])("says what is known of the dates of a thread that its source does not date: %j", (comment, words) => {
  expect(showNote("", comment)("section").text()).toContain(words);
});

it.each([
  ["published: 2021-01-15T09:00:00+01:00\n", true],
  ["published: 2021-01-15T09:00\n", false],
  ["published: 2021-01-15\n", false],
])("says in which zone times are shown, where they are instants: %j", (comment, isSaid) => {
  const text = showNote("timeZone: Europe/Paris\n", comment)("section").text();
  expect(text.includes("Times are those of the zone Europe/Paris.")).toBe(isSaid);
});
