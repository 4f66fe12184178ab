import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AuthorCard } from "../../../../components/article/author-card";
import { createReading } from "../../../../components/page/reading";
import type { Author } from "../../../../lib/archive/model";
import { articleOf, settings } from "../../share/small-archive";

function renderCard(author: Partial<Author>) {
  const article = articleOf({ author: { id: "ana", name: "Ana Lopez", biography: "", ...author } });
  const reading = createReading(settings, article, "thread");
  return load(renderToStaticMarkup(<AuthorCard reading={reading} />));
}

const cases: [Partial<Author>, string][] = [
  [{ role: "Rédactrice", organisation: "Le Journal" }, "Rédactrice · Le Journal"],
  [{ organisation: "Le Journal" }, "Le Journal"],
  [{ role: "Rédactrice" }, "Rédactrice"],
];

it.each(cases)("the author's card says what they are and where: %j", (author, expected) => {
  const card = renderCard(author);
  expect(card(".role").text()).toBe(expected);
  expect(card(".p-org").text()).toBe(author.organisation ?? "");
  expect(card(".p-job-title").text()).toBe(author.role ?? "");
});

it("the author's card has no empty line where nothing is known of them", () => {
  expect(renderCard({})(".role")).toHaveLength(0);
});
