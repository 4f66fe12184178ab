import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Document } from "../../../../components/page/document";
import { describeNotFound } from "../../../../components/page/page-facts";
import type { ArchiveSettings } from "../../../../lib/archive/model";
import { wordsFor } from "../../../../lib/text/interface/words-for";

const settings: ArchiveSettings = {
  name: "Petite archive",
  language: "fr",
  url: "https://archive.example/",
  keeper: "Ana",
  contact: "mailto:retrait@archive.example",
  tag: "archive.example,2026:/",
  cards: "all",
  description: "",
};

function renderFooter(licence: ArchiveSettings["licence"], language: string) {
  const words = wordsFor(language);
  const page = (
    <Document
      kind="plain"
      settings={{ ...settings, licence }}
      words={words}
      page={describeNotFound(settings, words)}
    >
      Text
    </Document>
  );
  return load(renderToStaticMarkup(page))("footer p");
}

describe("the line below every page", () => {
  it.each([
    ["fr", undefined, "Les textes appartiennent à leurs auteurs. Demander un retrait"],
    ["fr", { name: "CC BY 4.0" }, "leurs auteurs. Licence\u00a0: CC BY 4.0. Demander un retrait"],
    ["en", { name: "CC BY 4.0" }, "to their authors. Licence: CC BY 4.0. Ask for a removal"],
  ])("names keeper, licence and contact, in %s with %j", (language, licence, end) => {
    const line = renderFooter(licence, language);
    expect(line).toHaveLength(1);
    expect(line.text()).toContain("Ana");
    expect(line.text().endsWith(end), line.text()).toBe(true);
    expect(line.find("a[href^=mailto]")).toHaveLength(1);
    expect(line.find("[rel=license]")).toHaveLength(0);
  });

  it("links the licence where it has an address", () => {
    const url = "https://creativecommons.org/licenses/by/4.0/";
    const link = renderFooter({ name: "CC BY 4.0", url }, "fr").find("a[rel=license]");
    expect(link.attr("href")).toBe(url);
    expect(link.text()).toBe("CC BY 4.0");
  });
});
