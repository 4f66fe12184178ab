import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@rowanmanning/feed-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { copySituations, type Site, situations } from "../sites";
import { openZip } from "../unit/share/open-zip";
import { type LinkedProject, openLinkedProject } from "./linked-project";
import { openPage } from "./pages";

/** The files below a folder that hold such words. */
function findWords(folder: string, words: RegExp): string[] {
  return listFolder(folder).files.filter((path) => words.test(readFileSync(join(folder, path), "latin1")));
}

/** A copy of the situations in which an article was renamed, a comment lost and another one erased. */
describe("an archive whose keeper erased, lost and renamed", () => {
  let project: LinkedProject;
  let kept: Site;
  const secret = "le coffre est sous la fenêtre du salon";
  const name = "Quidam Planté";

  const at = (name: string) => join(project.folder, name);
  const build = (...words: string[]) => project.run("build", words);
  const write = (path: string, text: string) => writeFileSync(join(kept.content, path), text);

  beforeAll(() => {
    project = openLinkedProject();
    kept = { ...situations, content: at("content"), out: at("out") };
    copySituations(kept.content);
    write(
      "un-fil-troue/comments/7.md",
      `---\nauthor: ${name}\nposition: 7\nsource:\n  id: 700\n---\n\nSachez que ${secret}.\n`,
    );
    write(
      "un-fil-troue/comments/8.md",
      `---\nauthor: Bavard\nposition: 8\ninReplyTo: 7\nreplyBasis: quote\n---\n\n> Sachez que ${secret}.\n\n@quidam planté, chut ! ${name} parle trop.\n`,
    );
    write("un-fil-troue/comments/9.md", "---\nauthor: Fugace\nposition: 9\n---\n\nJe passe.\n");
    expect(build("--record").status).toBe(0);
    expect(findWords(at(".next/cache/print"), /coffre/u).length).toBeGreaterThan(3);
  });
  afterAll(() => project.remove());

  it("records every address", () => {
    const ledger = readFileSync(join(kept.content, "permalinks.txt"), "utf8").split("\n");
    expect(ledger).toEqual(
      expect.arrayContaining(["/un-fil-troue/", "/un-fil-troue/c/7/", "/a-kept-picture/c/first/"]),
    );
  });

  it("records them before it copies the list, so that the next build gives the same bytes", () => {
    const ledger = readFileSync(join(kept.content, "permalinks.txt"), "utf8");
    const lines = ledger.match(/^\/un-fil-troue\/.*\n/gmu) ?? [];
    const { permalinks } = JSON.parse(readFileSync(join(kept.out, "un-fil-troue/thread.json"), "utf8"));
    expect(lines.length).toBeGreaterThan(8);
    expect(permalinks).toBe(lines.join(""));
  });

  it("refuses a build in which an article is gone, and leaves the site", () => {
    renameSync(join(kept.content, "un-fil-troue"), join(kept.content, "fil"));
    const { status, output } = build();
    expect(status).toBe(1);
    expect(output).toMatch(/permalinks\.txt: line \d+: found \/un-fil-troue\/, /u);
    expect(openPage(kept, "un-fil-troue/")("h1")).toHaveLength(1);
  });

  it("after an erasure shows neither text nor name anywhere, and every address answers", () => {
    const article = join(kept.content, "fil/article.md");
    writeFileSync(
      article,
      readFileSync(article, "utf8").replace("language:", "formerSlugs: [un-fil-troue]\nlanguage:"),
    );
    rmSync(join(kept.content, "fil/comments/9.md"));
    const erasure = project.run("erase", ["fil", "7", "--reason", "À sa demande.", "--author"]);
    expect(erasure.status, erasure.output).toBe(0);
    // Before the next build: whoever erases and never builds again has them nowhere either.
    expect(findWords(at(".next"), /coffr|quidam/iu)).toEqual([]);
    const { status, output } = build();
    expect(status, output).toBe(0);
    expect(output).toContain("/un-fil-troue/c/9/ was published and its file is gone");

    for (const folder of [kept.out, kept.content, at(".next")])
      expect(findWords(folder, /coffr|quidam/iu), folder).toEqual([]);
    const book = [...openZip(readFileSync(join(kept.out, "fil/fil.epub"))).values()].join("\n");
    expect(book).toContain("À sa demande.");
    expect(book).not.toMatch(/coffre|quidam/iu);
    for (const slug of ["fil", "un-fil-troue"]) {
      const page = openPage(kept, `${slug}/`);
      expect(page("link[rel=canonical]").attr("href")).toBe(`${kept.url}fil/`);
      expect(page("#c-7 > .own").text()).toContain("À sa demande.");
      expect(page("#c-7 h3").first().text()).toBe("participant retiré 2");
      expect(page("#c-7 #c-8 .text").text()).toContain("[passage retiré]");
      expect(openPage(kept, `${slug}/c/7/`)("#c-7").text()).toContain("À sa demande.");
    }
    expect(openPage(kept, "un-fil-troue/c/9/")("h1").text()).toBe("Commentaire disparu");
    expect(readFileSync(join(kept.content, "erased.txt"), "utf8")).toBe("fil/7\t700\t\n");
  });

  it("after a rename answers at every machine-readable address of the old name as at the new one", () => {
    const read = (path: string) => readFileSync(join(kept.out, path));
    const files = listFolder(join(kept.out, "fil")).files.filter((path) => !path.endsWith("index.html"));
    const formerName = (path: string) => path.replace("fil.epub", "un-fil-troue.epub");
    expect(files.filter((path) => !path.startsWith("c/"))).toEqual([
      "article.md",
      "card.png",
      "citations.bib",
      "citations.json",
      "citations.ris",
      "feed.xml",
      "fil.epub",
      "oembed.json",
      "thread.json",
    ]);
    expect(files).toContain("c/7/card.png");
    for (const path of files)
      expect(read(`un-fil-troue/${formerName(path)}`).equals(read(`fil/${path}`)), path).toBe(true);
    expect(parseFeed(read("un-fil-troue/feed.xml").toString()).self).toBe(`${kept.url}fil/feed.xml`);
    expect(openPage(kept, "un-fil-troue/as-posted/")("#c-7")).toHaveLength(1);
  });

  it("after a text went by hand has it nowhere: not in the site, not in what is kept for the next build", () => {
    write("fil/comments/9.md", "---\nauthor: Fugace\nposition: 9\n---\n\nUn mot pour rien.\n");
    expect(build().status).toBe(0);
    expect(findWords(kept.out, /mot pour rien/u).length).toBeGreaterThan(3);
    expect(findWords(at(".next/cache/print"), /mot pour rien/u).length).toBeGreaterThan(3);
    write("fil/comments/9.md", "---\nauthor: Fugace\nposition: 9\nstatus: erased\nreason: Oui.\n---\n");
    expect(build().status).toBe(0);
    for (const folder of [kept.out, at(".next")])
      expect(findWords(folder, /mot pour rien/u), folder).toEqual([]);
  });
});

describe("a proof", () => {
  it("leaves nothing of the texts that it was made of: only what was printed is kept", () => {
    const words = /voix perdue/u;
    expect(findWords(situations.out, words).length).toBeGreaterThan(3);
    const left = findWords(".next", words).filter((path) => !path.startsWith("cache/print/"));
    expect(left).toEqual([]);
    for (const folder of [".next/export", ".next/server", ".next/cache/proof"])
      expect(existsSync(folder), folder).toBe(false);
  });
});
