import { describe, expect, it } from "vitest";
import { type ContentFile, planErasure } from "../../../../lib/archive/erasure/plan";
import { planArticleErasure } from "../../../../lib/archive/erasure/plan-article";
import { parseFrontMatter } from "../../../../lib/archive/format/front-matter";
import { parseArticle } from "../../../../lib/archive/format/schema";
import type { Fields } from "../../../../lib/archive/format/yaml";
import { parseErasedList } from "../../../../lib/archive/ledgers/erased-list";
import { findRevivedArticles } from "../../../../lib/archive/ledgers/revived-articles";
import type { PresentArticle } from "../../../../lib/archive/model";
import { articleOf } from "../../share/small-archive";

function file(article: string, comment: string | undefined, fields: Fields, body: string): ContentFile {
  const path = comment === undefined ? `${article}/article.md` : `${article}/comments/${comment}.md`;
  return { path, article, comment, fields, body };
}

const labels = {
  participant: (number: number) => `participant retiré ${number}`,
  passage: "[passage retiré]",
};
const source = { name: "Le Forum", url: "https://forum.example/t/1" };

const files = [
  file(
    "fil",
    undefined,
    {
      title: "Une querelle",
      language: "fr",
      author: "zoe",
      published: "2009-03-07",
      position: "1",
      summary: "Il habite au bout de la rue.",
      source,
      image: { alt: "", credit: "Zoé", file: "maison.jpg" },
      captures: [{ file: "t-1.json", sha256: "0".repeat(64) }],
      format: "plain",
      events: [{ what: "closed", author: "Zoé" }],
    },
    "Mon voisin est insupportable depuis des années, dit Zoé.\n",
  ),
  file(
    "fil",
    "2",
    { author: "Max", position: "2" },
    "> insupportable depuis des années\n\n> au bout de la rue\n\n@Zoé, non.\n",
  ),
  file("fil", "3", { author: "Zoé", authorLabel: "La dame du 3", position: "3" }, "Si.\n"),
  file("autre", undefined, { title: "Autre", language: "fr", author: "zoe", source }, "Un texte.\n"),
];

const asWritten = (path: string) => path;

function erase(author?: { id: string; name: string }) {
  const asked = {
    article: "fil",
    reason: "À sa demande.",
    labels,
    author,
    pictures: ["maison.jpg", "plan.png"],
    authorIds: new Set(["zoe", "removed-1"]),
  };
  const plan = planArticleErasure(files, asked, asWritten);
  return { plan, texts: Object.fromEntries(plan.changes.map(({ path, text }) => [path, text])) };
}

describe("the erasure of an article", () => {
  it("leaves a sound tombstone: the title and what is known of the thread, not where it stood", () => {
    const { texts } = erase();
    const tombstone = texts["fil/article.md"] ?? "";
    const front = parseFrontMatter(Buffer.from(tombstone));
    const parsed = front.ok ? parseArticle(front.value, undefined) : expect.unreachable();
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        status: "erased",
        reason: "À sa demande.",
        title: "Une querelle",
        authorId: "zoe",
        position: 1,
        source: { name: "Le Forum" },
        events: [{ what: "closed" }],
      },
    });
    expect(tombstone).not.toMatch(/rue|voisin|forum\.example|t-1|maison|plain/u);
  });

  it("takes the text and its standfirst out of quotations, and the picture with them", () => {
    const { plan, texts } = erase();
    expect(texts["fil/comments/2.md"]).toContain("> [passage retiré]\n\n> [passage retiré]\n\n@Zoé, non.\n");
    expect(plan.pictures).toEqual(["fil/maison.jpg"]);
    expect(plan.removed).toEqual([]);
    expect(Object.keys(texts)).toEqual(["fil/article.md", "fil/comments/2.md"]);
  });

  it("lists where the article stood at its source", () => {
    expect(erase().plan.erased).toBe("fil/\t\thttps://forum.example/t/1");
  });

  it("with --author takes the name, and the id that is made of it, from everything of theirs", () => {
    const { plan, texts } = erase({ id: "zoe", name: "Zoé" });
    expect(texts["authors/removed-2.md"]).toBe("---\nname: participant retiré 1\n---\n");
    expect(texts["fil/article.md"]).toContain("author: removed-2\n");
    expect(texts["fil/article.md"]).toContain("    author: participant retiré 1\n");
    expect(texts["autre/article.md"]).toContain("author: removed-2\n");
    expect(texts["fil/comments/2.md"]).toContain("@participant retiré 1, non.");
    expect(texts["fil/comments/3.md"]).toBe("---\nauthor: participant retiré 1\nposition: 3\n---\nSi.\n");
    expect(plan.removed).toEqual(["authors/zoe.md"]);
    expect(plan.leftovers).toEqual([]);
  });

  it("is refused for what is not there or was taken down before", () => {
    const asked = { reason: "x", labels, pictures: [], authorIds: new Set<string>() };
    expect(() => planArticleErasure(files, { ...asked, article: "rien" }, asWritten)).toThrow(
      "rien/article.md: file: found nothing",
    );
    const before = [file("fil", undefined, { title: "T", status: "erased", reason: "x" }, "")];
    expect(() => planArticleErasure(before, { ...asked, article: "fil" }, asWritten)).toThrow(
      'status: found "erased"',
    );
  });
});

describe("an article on the list of what was erased", () => {
  const list = parseErasedList("fil/\t\thttps://forum.example/t/1\nun/4\t\thttps://journal.example/un\n");
  const problemsOf = (given: Partial<PresentArticle>) =>
    findRevivedArticles(list, [articleOf(given)], (path) => path).map(
      ({ path, field }) => `${path}: ${field}`,
    );

  it.each([
    ["under its folder", { slug: "fil" }, ["fil/article.md: status"]],
    ["under a later name", { slug: "neuf", formerSlugs: ["fil"] }, ["neuf/article.md: status"]],
    ["imported anew", { slug: "neuf", source }, ["neuf/article.md: source.url"]],
  ])("may not come back %s", (_, given, problems) => {
    expect(problemsOf(given)).toEqual(problems);
  });

  it("does not stand for an article of which a comment was erased", () => {
    expect(problemsOf({ slug: "un" })).toEqual([]);
  });
});

it("the tombstone of a comment keeps nothing that was said of its text or its author", () => {
  const fields = {
    author: "Max",
    authorLabel: "Staff",
    position: "1",
    likes: "3",
    edited: "unknown",
    format: "plain",
  };
  const asked = { article: "a", comment: "1", reason: "x", author: false, labels, pictures: [] };
  const { changes } = planErasure([file("a", "1", fields, "Un texte.\n")], asked, asWritten);
  expect(changes[0]?.text).toBe("---\nauthor: Max\nposition: 1\nstatus: erased\nreason: x\n---\n");
});
