import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import PostedPage from "../../../app/[article]/as-posted/page";
import CommentPage from "../../../app/[article]/c/[comment]/page";
import ArticlePage from "../../../app/[article]/page";
import { collectNotes } from "../../../components/page/page-notes";
import type { Article } from "../../../lib/archive/model";
import { formatProblem, readArchive } from "../../../lib/archive/reading/read";
import { runImport } from "../../../lib/import/run-import";
import { dressPage } from "../../../lib/print/page/dress-page";
import { writeSpecimen } from "../../../lib/publish/proof/specimen";
import { writeFiles } from "../folders";
import { dress } from "../print/dresses";
import { describeArticle, describeThread, describeWords } from "./own-pages";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-own-pages-"));
  folders.push(folder);
  return folder;
}

/** An article of every kind of page, as the proof prints them. */
function makeSpecimen(): string {
  const folder = makeFolder();
  writeFileSync(join(folder, "archive.md"), "---\nname: Specimens\nlanguage: fr\n---\n");
  writeSpecimen(folder);
  return folder;
}

function readArticles(content: string): readonly Article[] {
  const read = readArchive(content);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.archive.articles;
}

function findArticle(content: string, slug: string): Article {
  const article = readArticles(content).find((each) => each.slug === slug);
  if (article === undefined) throw new Error(`no article ${slug}`);
  return article;
}

const PAGES = { conversation: ArticlePage, "as posted": PostedPage };

/** The whole page as it is published. */
async function printPage(content: string, slug: string, order: keyof typeof PAGES): Promise<string> {
  vi.stubEnv("ARCHIVE_CONTENT", content);
  return dressElements(await PAGES[order]({ params: Promise.resolve({ article: slug }) }));
}

async function printComment(content: string, slug: string, comment: string): Promise<string> {
  vi.stubEnv("ARCHIVE_CONTENT", content);
  return dressElements(await CommentPage({ params: Promise.resolve({ article: slug, comment }) }));
}

function dressElements(page: ReactNode): string {
  const { markup, notes } = collectNotes(() => renderToStaticMarkup(page));
  return dressPage(markup, notes, dress);
}

async function importPages(...pages: readonly string[]): Promise<Article> {
  return importFolder(makeFolder(), ...pages);
}

async function importFolder(source: string, ...pages: readonly string[]): Promise<Article> {
  const content = makeFolder();
  for (const [index, page] of pages.entries()) writeFileSync(join(source, `page-${index}.html`), page);
  const { report } = await runImport({ source, content, dryRun: false, inference: true });
  const reasons = [...report.reasons.values()].map(({ first }) => `${first.source}: ${first.reason}`);
  report.close();
  const [article] = readArticles(content);
  if (article === undefined) throw new Error(`nothing imported: ${reasons.join("; ")}`);
  return article;
}

const FIRST = "apres-son-bannissement-parler-porte-plainte-contre-amazon";
const SITUATIONS = "tests/fixtures/situations";
const IMPORTED = "tests/fixtures/imported";
const SPECIMEN = makeSpecimen();

const CASES: readonly (readonly [content: string, slug: string])[] = [
  ["content", FIRST],
  [SITUATIONS, "un-fil-troue"],
  [SITUATIONS, "without-comments"],
  [SITUATIONS, "kalam-qadim"],
  [SITUATIONS, "deep-thread"],
  [IMPORTED, "topic"],
  [IMPORTED, "taken-down"],
  [IMPORTED, "without-words"],
  [SPECIMEN, "specimen-of-a-page-fr"],
  [SPECIMEN, "specimen-of-a-page-en"],
  [SPECIMEN, "specimen-of-a-page-ar"],
  [SPECIMEN, "specimen-of-a-page-de"],
  [SPECIMEN, "specimen-of-a-page-silent"],
];

describe.each(CASES)("the page of %s/%s", (content, slug) => {
  it("gives its article back when it is imported, and the thread", async () => {
    const article = findArticle(content, slug);
    const again = await importPages(await printPage(content, slug, "conversation"));
    expect(describeArticle(again)).toEqual(describeArticle(article));
    expect(describeThread(again)).toEqual(describeThread(article));
  });
});

/** What the reader's script adds to the header of a comment before a browser saves it. */
const CONTROL =
  '<button class="share" aria-label="Copier le lien"><svg viewBox="0 0 16 16"></svg><span class="box">Copier le lien</span></button><output></output>';

const WAYS: readonly (readonly [way: string, save: (html: string, address: string) => string])[] = [
  [
    "a browser, which makes addresses absolute and keeps what the script added",
    (html, address) =>
      html
        .replace("<!DOCTYPE html>", `<!DOCTYPE html>\n<!-- saved from url=(0027)${address} -->\n`)
        .replaceAll(/ (href|src)="(?=#)/gu, ` $1="${address}`)
        .replaceAll(/ (href|src)="\/(?!\/)/gu, ` $1="${new URL("/", address)}`)
        .replaceAll(/(<a class="u-url"[^>]*>[^<]*<\/a>)/gu, `$1${CONTROL}`),
  ],
  [
    "a program that leaves out scripts and data, and notes when it saved the page",
    (html, address) =>
      html
        .replace(
          "<html",
          `<!--\n Page saved with SingleFile \n url: ${address} \n saved date: Wed May 01 2024 12:00:00 GMT+0200 (CEST)\n--><html`,
        )
        .replaceAll(/<script[^>]*>.*?<\/script>/gsu, ""),
  ],
];

describe.each(WAYS)("a page saved by %s", (_, save) => {
  it.each([
    ["content", FIRST, "https://verbatim.example"],
    [SITUATIONS, "un-fil-troue", "https://archive.example/kept"],
  ])("gives %s/%s back", async (content, slug, site) => {
    const article = findArticle(content, slug);
    const page = await printPage(content, slug, "conversation");
    const again = await importPages(save(page, `${site}/${slug}/`));
    const language = again.language === "fr" ? { language: "fr" } : {};
    expect(describeArticle(again)).toEqual({ ...describeArticle(article), ...language });
    expect(describeThread(again)).toEqual(describeThread(article));
  });
});

it("gives back the pictures that a browser saved beside the page", async () => {
  const [content, slug, source] = [SITUATIONS, "a-kept-picture", makeFolder()];
  mkdirSync(join(source, "page-0_files"));
  for (const name of ["fields.png", "map.png"])
    copyFileSync(join(content, slug, name), join(source, "page-0_files", name));
  const page = await printPage(content, slug, "conversation");
  const saved = page.replaceAll(/src="\/kept\/a-kept-picture\/(\w+\.png)"/gu, 'src="./page-0_files/$1"');
  const [article, again] = [findArticle(content, slug), await importFolder(source, saved)];
  expect(describeArticle(again)).toEqual(describeArticle(article));
  expect(describeThread(again)).toEqual(describeThread(article));
});

it("names pictures that were not saved with the page by their addresses, and says of none that it was left out", async () => {
  const article = findArticle(SITUATIONS, "a-kept-picture");
  const again = await importPages(await printPage(SITUATIONS, "a-kept-picture", "conversation"));
  expect(again.leftOut).toBe(article.leftOut);
  expect("picture" in again && again.picture).toMatchObject({
    status: "lost",
    credit: "Photograph by Ada Example",
  });
  expect("body" in again && again.body).toContain(
    "![A map of the two fields](https://archive.example/kept/a-kept-picture/map.png",
  );
});

it("gives back the signs and numbers of lists as they were typed, and notes by their names", async () => {
  const content = makeFolder();
  const body =
    "* a star\n* another\n\n7. seven\n7. seven again\n9. nine\n\n+ plus\n\n3) three[^why]\n\n[^why]: Because.\n";
  writeFiles(content, {
    "archive.md": "---\nname: A\nlanguage: en\n---\n",
    "lists/article.md": `---\ntitle: Lists\nlanguage: en\nsource:\n  name: S\n---\n${body}`,
    "lists/comments/1.md": `---\nauthor: Ann\nposition: 1\n---\n${body}`,
  });
  const again = await importPages(await printPage(content, "lists", "conversation"));
  expect(describeArticle(again)).toEqual(describeArticle(findArticle(content, "lists")));
  expect(describeThread(again)).toEqual(describeThread(findArticle(content, "lists")));
});

describe("a page of texts that do harm", () => {
  it("gives back whose they are, where they stand, and every letter", async () => {
    const again = await importPages(await printPage(SITUATIONS, "hostile", "conversation"));
    expect(describeWords(again)).toEqual(describeWords(findArticle(SITUATIONS, "hostile")));
  });
});

describe("pages of an archive", () => {
  it.each([
    ["content", FIRST],
    [SITUATIONS, "un-fil-troue"],
  ])("give the thread of %s/%s back in the order of posting", async (content, slug) => {
    const article = findArticle(content, slug);
    const again = await importPages(await printPage(content, slug, "as posted"));
    expect(describeThread(again)).toEqual(describeThread(article));
    const {
      title,
      source: { name },
    } = again;
    expect({ title, name, body: again.body }).toEqual({
      title: article.title,
      name: article.source.name,
      body: "",
    });
  });

  it("are joined, the two orders of one thread", async () => {
    const pages = [
      await printPage("content", FIRST, "as posted"),
      await printPage("content", FIRST, "conversation"),
    ];
    const again = await importPages(...pages);
    expect(describeArticle(again)).toEqual(describeArticle(findArticle("content", FIRST)));
    expect(again.captures).toHaveLength(2);
  });

  it("of one comment give what they show, and say that there is more of the thread", async () => {
    const { leftOut, thread, title } = await importPages(await printComment("content", FIRST, "2"));
    expect(title).toBe(findArticle("content", FIRST).title);
    expect(thread.inSourceOrder.map(({ comment }) => comment.id)).toEqual(["1", "2"]);
    expect(thread.byId.get("2")?.comment.reply).toEqual({ parentId: "1", basis: "mention" });
    expect(leftOut).toBe("d’autres pages du fil, qui n’ont pas été capturées.");
  });

  it("of one comment take nothing from the page of the whole thread", async () => {
    const pages = [
      await printComment("content", FIRST, "2"),
      await printPage("content", FIRST, "conversation"),
    ];
    const again = await importPages(...pages);
    expect(describeArticle(again)).toEqual(describeArticle(findArticle("content", FIRST)));
    expect(describeThread(again)).toEqual(describeThread(findArticle("content", FIRST)));
  });

  it("name what they were themselves imported from", async () => {
    const { captures = [] } = await importPages(await printPage(IMPORTED, "topic", "conversation"));
    expect(captures.map(({ file }) => file)).toEqual(["glue.json", "page-0.html"]);
  });
});
