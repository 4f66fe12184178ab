import { describe, expect, it } from "vitest";
import type { Comment, PresentArticle } from "../../../../lib/archive/model";
import { createContext } from "../../../../lib/share/article-context";
import { writeBibtex } from "../../../../lib/share/citations/bibtex";
import { citeThread } from "../../../../lib/share/citations/citation";
import { writeCsl } from "../../../../lib/share/citations/csl";
import { printReference, referToArticle, referToComment } from "../../../../lib/share/citations/iso690";
import { writeRis } from "../../../../lib/share/citations/ris";
import { embedMetadata } from "../../../../lib/share/citations/zotero";
import { firstContent } from "../../../sites";
import { makeArticle, makeComment, settings } from "../archives";
import { openContent } from "../open-content";
import { type Format, parseCitations } from "./citation-parser";

const formats: [Format, typeof writeCsl][] = [
  ["BibTeX", writeBibtex],
  ["RIS", writeRis],
  ["CSL-JSON", writeCsl],
];

/** Its reader of BibTeX takes a narrow no-break space for a space. */
const widen = (text = "") => text.replaceAll("\u202f", " ");

function cite(given: Partial<PresentArticle>, comments: readonly Comment[] = []) {
  return citeThread(createContext(settings, makeArticle(given, comments)));
}

const first = openContent(firstContent.content);
const home = `https://verbatim.example/${first.article.slug}/`;
const original =
  "https://www.clubic.com/parler/actualite-77341-apres-son-bannissement-parler-le-reseau-investi-par-l-extreme-droite-porte-plainte-contre-amazon.html";

describe.each(formats)("%s of the first content, as citation-js reads it", (format, write) => {
  const items = parseCitations(write(citeThread(createContext(first.settings, first.article))), format);

  it("has the article and each comment under a key of its own, at its address in the archive", () => {
    const { slug } = first.article;
    const ids = Array.from({ length: 10 }, (_, index) => String(index + 1));
    expect(items.map(({ id }) => id)).toEqual([slug, ...ids.map((id) => `${slug}-c-${id}`)]);
    expect(items.map(({ URL }) => URL)).toEqual([home, ...ids.map((id) => `${home}c/${id}/`)]);
  });

  it("says of the article what its source says, and where it stood", () => {
    const types = { BibTeX: "webpage", RIS: "article-newspaper", "CSL-JSON": "article-newspaper" };
    expect(items[0]).toMatchObject({ type: types[format], title: first.article.title });
    expect(items[0]?.note).toBe(`Adresse d’origine\u00a0: ${original}`);
    const [{ family, literal } = {}] = items[0]?.author ?? [];
    // RIS calls the writer of a newspaper's article its reporter.
    expect(literal ?? family ?? items[0]?.reporter).toBe("Guillaume Belfiore");
    expect(items[0]?.publisher ?? items[0]?.["container-title"]).toBe("Clubic");
  });

  it("dates the article and leaves its undated comments without a date", () => {
    // Of a newspaper's article citation-js reads the year alone from RIS.
    expect(items[0]?.issued?.["date-parts"]).toEqual([format === "RIS" ? [2021] : [2021, 1, 15]]);
    for (const comment of items.slice(1)) expect(comment).not.toHaveProperty("issued");
  });

  it("names a comment by what it is, its author as written, and where its article stood", () => {
    const types = { BibTeX: "webpage", RIS: "post-weblog", "CSL-JSON": "post" };
    expect(items[2]).toMatchObject({
      type: types[format],
      note: `Adresse d’origine de l’article\u00a0: ${original}`,
    });
    expect(widen(items[2]?.title)).toBe(`[Commentaire nº\u00a02 sur « ${first.article.title} »]`);
    const [{ given, family, literal } = {}] = items[2]?.author ?? [];
    expect([given, literal ?? family]).toEqual([undefined, "_Ludo"]);
  });

  it("is the same every time and never says when somebody read it", () => {
    expect(write(citeThread(createContext(first.settings, first.article)))).toBe(
      write(citeThread(createContext(first.settings, first.article))),
    );
    for (const item of items) expect(item).not.toHaveProperty("accessed");
  });
});

const hostile = [
  "}} , evil = {x}",
  "{{{ and \\",
  "\\} @online{evil, title={x}}",
  "@online{evil,\n title={x}}\n@comment",
  "100% \\input{/etc/passwd} $x^2$ ~ a_b & # --- `` '' ?` ,, <<",
  "\\\\",
  "%\\",
  '", evil = "x',
  "a and b, c",
  "x\r\nER  - \r\nTY  - BOOK\r\nTI  - evil",
  "x  - y ER  - ",
  "x\u2028TY  - BOOK\u2029\u0085\v\f",
  "\u202Eevil\u2066",
  "</script><script>",
];

describe.each(formats)("%s of hostile texts", (format, write) => {
  it.each(hostile)("holds one entry for each, and its title to the letter: %j", (text) => {
    const citations = cite({ title: text, author: { id: "x", name: text, biography: "" } }, [
      makeComment(1, { author: text }),
      makeComment(2),
    ]);
    const items = parseCitations(write(citations), format);
    expect(items.map(({ id }) => id)).toEqual(["some-article", "some-article-c-1", "some-article-c-2"]);
    expect(items.map(({ title }) => widen(title))).toEqual(citations.map(({ title }) => widen(title)));
    expect(items.every((item) => !("evil" in item))).toBe(true);
  });

  it.each(hostile)("leaves a source's name and address where they belong: %j", (text) => {
    const source = { name: text, url: "https://times.example/{a}}?q={b%20\\\"}'#}{" };
    const items = parseCitations(write(cite({ source }, [makeComment(1)])), format);
    expect(items).toHaveLength(2);
    expect(items[0]?.note).toBe(`Original address: ${new URL(source.url).href}`);
    expect(items[0]?.URL).toBe("https://archive.example/kept/some-article/");
  });
});

it("writes RIS as its definition says: a tag and a value to a line, lines that end with CR LF", () => {
  for (const text of hostile) {
    const lines = writeRis(cite({ title: text }, [makeComment(1, { author: text })])).split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\u2028\u2029]*$/u);
    expect(lines.filter((line) => line === "ER  - ")).toHaveLength(2);
  }
});

it("writes BibTeX whose braces are pairs, whatever stands before them", () => {
  for (const text of hostile) {
    const entry = writeBibtex(cite({ title: text, author: { id: "x", name: text, biography: "" } })).trim();
    let depth = 0;
    const depths = [...entry.slice("@online".length)].map((sign) => {
      depth += Number(sign === "{") - Number(sign === "}");
      return depth;
    });
    expect(depths.indexOf(0), entry).toBe(depths.length - 1);
    expect(entry.match(/^@/gmu)).toHaveLength(1);
  }
});

const erased: Comment = {
  id: "1",
  status: "erased",
  position: 1,
  author: "removed participant 1",
  reason: "asked for",
};
const missing: Comment = { id: "2", status: "missing" };

describe("a tombstone's citation", () => {
  it.each(formats)("says in %s that the text is gone, and of an unknown author nothing", (format, write) => {
    const [, gone, lost] = parseCitations(write(cite({}, [erased, missing])), format);
    expect(gone?.note).toMatch(
      /^This comment was removed from the archive\. Original address of the article: /u,
    );
    expect(lost?.note).toMatch(/^This comment was not preserved\. /u);
    expect(lost, format).not.toHaveProperty("author");
    expect(lost, format).not.toHaveProperty("issued");
  });
});

describe("a reference as ISO 690 orders it", () => {
  const article = makeArticle({ title: "Does it end?" }, [
    makeComment(1, { published: "2021-01-15T23:30:00Z", source: { url: "https://times.example/c#1" } }),
  ]);
  const context = createContext(settings, article);
  const french = createContext(first.settings, first.article);
  const comment = (id: string, of = context) => {
    const node = of.article.thread.byId.get(id);
    if (!node) throw new Error(`there is no comment ${id}`);
    return printReference(referToComment(node.comment, of));
  };

  it("names an article in French", () => {
    expect(printReference(referToArticle(french))).toBe(
      `Guillaume Belfiore. ${first.article.title}. Clubic [en ligne]. 15 janvier 2021. Archivé dans Verbatim\u00a0: ${home}. Adresse d’origine\u00a0: ${original}`,
    );
  });

  it("names an undated comment in French, within its article", () => {
    expect(comment("2", french)).toBe(
      `_Ludo. [Commentaire nº\u00a02]. [sans date]. In\u00a0: Guillaume Belfiore. ${first.article.title}. Clubic [en ligne]. 15 janvier 2021. Archivé dans Verbatim\u00a0: ${home}c/2/. Adresse d’origine de l’article\u00a0: ${original}`,
    );
  });

  it("names an article in English, whose title ends like a sentence", () => {
    expect(printReference(referToArticle(context))).toBe(
      "Ada Example. Does it end? The Example Times [online]. 15 January 2021. Archived in The Archive: https://archive.example/kept/some-article/. Original address: https://times.example/2021/title",
    );
  });

  it("dates a comment by the day in the article's zone and gives its own original address", () => {
    expect(comment("1")).toBe(
      "Person 1. [Comment no.\u00a01]. 16 January 2021. In: Ada Example. Does it end? The Example Times [online]. 15 January 2021. Archived in The Archive: https://archive.example/kept/some-article/c/1/. Original address: https://times.example/c#1",
    );
  });

  it("says of a tombstone that it is one; a comment of an unknown author begins with its number", () => {
    const tombs = createContext(settings, makeArticle({}, [erased, missing]));
    expect(comment("1", tombs)).toContain("This comment was removed from the archive. Archived in");
    expect(comment("2", tombs)).toMatch(/^\[Comment no number\]\. \[n\.d\.\]\. In: Ada Example\. /u);
  });
});

describe("what a page's head tells Zotero", () => {
  const [article, comment] = citeThread(createContext(first.settings, first.article));

  it("is a newspaper's article of its publisher's", () => {
    expect(article && embedMetadata(article)).toEqual({
      "z:itemType": "newspaperArticle",
      "dc.creator": "Guillaume Belfiore",
      "dc.source": "Clubic",
    });
  });

  it("is a post in a forum, under the title that the archive supplies", () => {
    expect(comment && embedMetadata(comment)).toMatchObject({
      "z:itemType": "forumPost",
      "dc.title": expect.stringMatching(/^\[Commentaire nº\u00a01 sur «/u),
      "dc.creator": "jojozekil",
    });
  });

  it("names no creator who is not known", () => {
    const [, lost] = cite({}, [missing]);
    expect(lost && embedMetadata(lost)).not.toHaveProperty("dc.creator");
  });
});

it("cites every comment of a long thread once, in files that grow with it", () => {
  const comments = Array.from({ length: 20_000 }, (_, index) =>
    makeComment(index + 1, index === 0 ? {} : { reply: { parentId: String(index), basis: "explicit" } }),
  );
  const citations = cite({}, comments);
  expect(new Set(citations.map(({ key }) => key)).size).toBe(20_001);
  for (const write of formats.map(([, writer]) => writer)) {
    const one = write(citations.slice(0, 2)).length;
    expect(write(citations).length).toBeLessThan(20_001 * one);
  }
});
