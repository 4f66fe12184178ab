import { describe, expect, it } from "vitest";
import { facetTerm, listTerms, listTextTerms } from "../../../../lib/share/search/terms";
import { findWords } from "../../../../lib/share/search/words";

const wordsOf = (text: string) => [...findWords(text)].map(({ word }) => word);
const shares = (one: string, other: string) =>
  listTextTerms(one)
    .flat()
    .some((term) => listTextTerms(other).flat().includes(term));

describe("words", () => {
  it.each([
    ["L’extrême-droite l'a dit.", ["l", "extrême", "droite", "l", "a", "dit"]],
    ["e\u0301te\u0301 2021, n°3", ["été", "2021", "n", "3"]],
    ["كتاب في الليل", ["كتاب", "في", "الليل"]],
    ["東京都の人", ["東京", "京都", "都の", "の人"]],
    ["人", ["人"]],
    ["a東b", ["a", "東", "b"]],
    ["", []],
  ])("of %s", (text, words) => expect(wordsOf(text)).toEqual(words));

  it("stand where they are found, so that a text can be marked", () => {
    const text = "Où est l’e\u0301te\u0301 𠀀𠀁𠀂 ?";
    expect([...findWords(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
      ...["Où", "est", "l", "e\u0301te\u0301", "𠀀𠀁", "𠀁𠀂"],
    ]);
  });
});

describe("two words are one to a search", () => {
  it.each([
    ["censure", "censurés"],
    ["censurer", "CENSURE"],
    ["Télégram", "telegram"],
    ["liberté", "libertes"],
    ["parlée", "parler"],
    ["parlée", "parlee"],
    ["cœur", "coeurs"],
    ["company", "companies"],
    ["running", "runs"],
    ["chevaux", "cheval"],
    ["Straße", "strasse"],
    ["прочтёт", "прочтёт"],
  ])("%s and %s", (one, other) => expect(shares(one, other)).toBe(true));
});

describe("two words are two to a search", () => {
  it.each([
    ["thé", "thèse"],
    ["censure", "census"],
    ["Parler", "partir"],
    ["2020", "2021"],
  ])("%s and %s", (one, other) => expect(shares(one, other)).toBe(false));
});

it("leaves out what every text holds, and keeps what only looks like it", () => {
  expect(listTextTerms("le the de of l’ a")).toEqual([]);
  expect(listTerms("thé")).not.toEqual([]);
  for (const word of ["car", "or", "but", "son"]) expect(listTerms(word), word).not.toEqual([]);
});

it("gives a name one term however it is typed", () => {
  expect(facetTerm("author", "ludo")).toBe(facetTerm("author", "_Ludo "));
  expect(facetTerm("author", "Élodie Dupont")).toBe(facetTerm("author", "elodie  dupont"));
  expect(facetTerm("author", "!!!")).not.toBe(facetTerm("author", "???"));
});
