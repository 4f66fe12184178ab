import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Article, Comment } from "../../../../lib/archive/model";
import { findMatches } from "../../../../lib/share/search/find-matches";
import {
  PostingsWriter,
  readPostings,
  type Weight,
  writePlaces,
} from "../../../../lib/share/search/postings";
import { nameTextFile } from "../../../../lib/share/search/search-files";
import { indexForSearch } from "../../../../lib/share/search/search-index";
import { describeForSearch } from "../../../../lib/share/search/search-part";
import { handSearchParts } from "../../../../lib/share/search/search-parts";
import { readQuery, writeQuery } from "../../../../lib/share/search/search-query";
import { archiveOf, articleOf, commentsOf, settings } from "../small-archive";

const SPOKEN: Comment = {
  ...{ id: "a", status: "present", position: 1, author: "Élodie", published: "2022-03-01T10:00:00Z" },
  body: "Une **censure** par [Télégram](https://t.example/secret).",
};
const GONE: readonly Comment[] = [
  { id: "b", status: "erased", position: 2, author: "Retirée", reason: "Demande." },
  { id: "c", status: "hidden", position: 3, author: "Masquée", reason: "Modération." },
  { id: "d", status: "missing", position: 4, author: "Perdue" },
];
const PLAIN: Comment = {
  id: "e",
  status: "present",
  position: 5,
  author: "Bob",
  body: "Des companies de trains.[^1]\n\n[^1]: Et une locomotive.",
};

/** Newest first, as an archive holds them. */
const articles: readonly Article[] = [
  articleOf({
    ...{ slug: "an-english-one", title: "The railways", language: "en", published: "2022-01-01T09:00:00Z" },
    ...{ source: { name: "The Times" }, body: "A company of railways was censored." },
  }),
  articleOf({ slug: "un", comments: [SPOKEN, ...GONE, PLAIN] }),
];

function build(content: readonly Article[]) {
  handSearchParts((slug) => {
    const found = content.find((article) => article.slug === slug);
    if (!found) throw new Error(slug);
    return JSON.parse(JSON.stringify(describeForSearch(settings, found)));
  });
  return indexForSearch(archiveOf(content));
}

async function find(address: string, content = articles) {
  const index = build(content);
  const open = async (name: string) => JSON.parse(index.files.get(name) ?? "");
  const found = await findMatches(readQuery(address), { ...index, open });
  return found?.map(({ article, place }) => `${article}/${place}`);
}

afterEach(() => handSearchParts(() => JSON.parse("")));

describe("a search finds", () => {
  it.each([
    ["a comment by its words, without accents", "?q=telegram", ["0/1"]],
    ["all words, not any", "?q=censure+telegram", ["0/1"]],
    ["nothing where a word is nowhere", "?q=censure+absent", []],
    ["an English word in a French comment and in an English article", "?q=company", ["1/0", "0/5"]],
    ["what a title says before what a text says", "?q=railway", ["1/0"]],
    ["comments by the name of their author", "?q=bob", ["0/5"]],
    ["nothing of an address that a text links", "?q=secret", []],
    ["nothing of what was erased, hidden or lost", "?q=retiree", []],
    ["nothing of their authors", "?author=Masqu%C3%A9e", []],
    ["the comments of an author alone", "?author=elodie", ["0/1"]],
    ["what is of a year: the article's where a comment has none", "?year=2021", ["0/0", "0/5"]],
    ["what is of a year, by a comment's own date", "?year=2022&kind=comment", ["0/1"]],
    ["within a source", "?q=company&source=Le+Journal", ["0/5"]],
    ["within an article, by its name", "?q=company&article=an-english-one", ["1/0"]],
    ["within an article, by a word of its title", "?q=company&article=titre", ["0/5"]],
    ["articles alone", "?q=company&kind=article", ["1/0"]],
    ["a comment by a word of its footnote", "?q=locomotives", ["0/5"]],
    ["the articles of a source, where nothing else is asked", "?source=Le+Journal", ["0/0"]],
    ["an article by its name alone", "?article=an-english-one", ["1/0"]],
    ["articles by words of their titles alone", "?article=railway", ["1/0"]],
    ["nothing for a name that every object has", "?q=constructor", []],
  ])("%s", async (_, address, expected) => expect(await find(address)).toEqual(expected));

  it.each(["", "?q=le+the", "?kind=article", "?source=Le+Journal&kind=comment"])(
    "nothing to go by in %s",
    async (address) => {
      expect(await find(address)).toBeUndefined();
    },
  );
});

describe("the files of a search", () => {
  const { files } = build(articles);
  const everything = [...files.values()].join("\n");

  it("hold no name and no reason of what was erased, hidden or lost", () => {
    for (const name of ["Retirée", "retir", "Masquée", "masqu", "Perdue", "Demande", "Modération"])
      expect(everything, name).not.toContain(name);
  });

  it("are the same each time, and none depends on the machine", () => {
    expect(build([...articles]).files).toEqual(files);
  });

  it("of full groups of articles do not change when a newer article joins", () => {
    const many = Array.from({ length: 17 }, (_, number) =>
      articleOf({
        slug: `article-${String(number).padStart(2, "0")}`,
        published: `2021-02-${String(number + 1).padStart(2, "0")}T09:00:00Z`,
        comments: commentsOf(20),
      }),
    ).toReversed();
    const before = build(many.slice(1)).files;
    const after = build(many).files;
    const texts = [...before.keys()].filter((name) => !name.startsWith("terms"));
    expect(texts).toContain(nameTextFile(15, 20));
    for (const name of texts) expect(after.get(name), name).toBe(before.get(name));
  });

  it("keep a term of very many texts apart from rare ones", () => {
    const crowd = Array.from({ length: 40 }, (_, number) =>
      articleOf({ slug: `article-${number}`, published: undefined, comments: commentsOf(100) }),
    );
    const index = build(crowd);
    expect([...index.files.keys()].filter((name) => name.startsWith("word-"))).not.toEqual([]);
    const longest = Math.max(
      ...[...index.files].filter(([name]) => name.startsWith("terms")).map(([, { length }]) => length),
    );
    expect(longest).toBeLessThan(64_000);
  });

  it("lead to such a term as to any other", async () => {
    const crowd = Array.from({ length: 40 }, (_, number) =>
      articleOf({ slug: `article-${number}`, published: undefined, comments: commentsOf(100) }),
    );
    expect(await find("?q=oui", crowd)).toHaveLength(4000);
  });
});

it("postings are read as they were written", () => {
  const weight = fc.constantFrom<Weight>(0, 1, 2, 3);
  const places = fc.array(fc.tuple(fc.nat(5000), weight), { maxLength: 20 }).map((list) => new Map(list));
  const postings = fc.array(fc.tuple(fc.nat(20_000), places), { maxLength: 20 }).map((list) => new Map(list));
  fc.assert(
    fc.property(postings, (given) => {
      const writer = new PostingsWriter();
      const sorted = [...given].sort(([one], [other]) => one - other);
      for (const [article, texts] of sorted) writer.add(article, writePlaces(texts));
      expect(readPostings(JSON.parse(`[${writer.list}]`))).toEqual(given);
    }),
  );
});

it("a query has one address, and an address its query", () => {
  const address = "?q=l%E2%80%99%C3%A9t%C3%A9+%26&author=_Ludo&kind=comment";
  expect(writeQuery(readQuery(address))).toBe(address);
  expect(writeQuery(readQuery("?kind=&q=++&other=1"))).toBe("");
});
