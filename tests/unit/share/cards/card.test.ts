import { describe, expect, it } from "vitest";
import type { ArchiveSettings, Comment } from "../../../../lib/archive/model";
import { composeCard, listArticleCards, listCommentCards } from "../../../../lib/share/cards/card";
import { archiveOf, articleOf, commentsOf, settings } from "../small-archive";

const author = "Zoé Martin";
const comment = (body: string): Comment => ({ id: "1", status: "present", position: 1, author, body });
const textOf = (body: string) => composeCard(settings, articleOf(), comment(body)).text;

describe("the card", () => {
  it("of an article has its title, author, publisher, date and archive", () => {
    const article = articleOf({ title: "Pourquoi ? Parce que" });
    expect(composeCard(settings, article)).toEqual({
      kind: "title",
      text: "Pourquoi\u202F? Parce que",
      language: "fr",
      name: "Ana Lopez",
      initials: "AL",
      hue: expect.any(Number),
      context: "Le Journal · 15 janvier 2021 à 09h00",
      archive: "Petite archive",
      host: "archive.example",
    });
  });

  it("of a comment has its words, its author, the article's title and the archive", () => {
    expect(composeCard(settings, articleOf(), comment("*Ah* bon ?"))).toMatchObject({
      kind: "quotation",
      text: "Ah bon\u202F?",
      name: author,
      initials: "Z",
      context: "Un titre",
      archive: "Petite archive",
    });
  });

  it.each<[string, string, string]>([
    ["before its own", "> Tu disais ?\n\nOui.", "Oui."],
    ["behind its own", "Oui.\n\n> Tu disais ?", "Oui."],
    ["between its own", "Oui.\n\n> Tu disais ?\n\nNon.", "Oui. […] Non."],
    ["without a sign on each line", "> Tu disais\nque non ?\n\nOui.", "Oui."],
    ["alone, which leaves none", "> Tu disais ?", ""],
  ])("does not give a comment the words that it quotes %s", (_, body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it.each<[string, Comment, string]>([
    [
      "an erased comment",
      {
        id: "1",
        status: "erased",
        position: 1,
        author: "participant retiré 1",
        reason: "Il donnait l’adresse de Léa.",
      },
      "participant retiré 1",
    ],
    ["a lost comment", { id: "1", status: "missing", reason: "Léa l’avait déjà perdu." }, "auteur inconnu"],
  ])("of %s has no word of it, nor of why it is not there", (_, tombstone, name) => {
    const card = composeCard(settings, articleOf(), tombstone);
    expect(card).toMatchObject({ kind: "tombstone", name: expect.stringMatching(new RegExp(name, "iu")) });
    expect(card.text).toMatch(/^Ce commentaire /u);
    expect(JSON.stringify(card)).not.toContain("Léa");
  });

  it("spells out what a name hides", () => {
    const hidden: Comment = { id: "1", status: "present", position: 1, author: "Zo\u200Bé", body: "Oui." };
    expect(composeCard(settings, articleOf(), hidden).name).toBe("Zo⟨U+200B⟩é");
  });
});

describe("an archive", () => {
  const articles = [articleOf({ comments: commentsOf(2), formerSlugs: ["ancien"] })];
  const ofComments = ["un", "ancien"].flatMap((slug) => ["1", "2"].map((commentId) => ({ slug, commentId })));

  it.each<[ArchiveSettings["cards"], readonly string[], typeof ofComments]>([
    ["all", ["un", "ancien"], ofComments],
    ["articles", ["un", "ancien"], []],
    ["none", [], []],
  ])("that wants cards for %s has these, under each name of its article", (cards, slugs, comments) => {
    const archive = archiveOf(articles, { cards });
    expect(listArticleCards(archive)).toEqual(slugs);
    expect(listCommentCards(archive)).toEqual(comments);
  });
});
