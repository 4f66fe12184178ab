import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { writeOembed } from "../../../lib/share/oembed";
import { articleOf, settings } from "./small-archive";

function embed(given: Parameters<typeof articleOf>[0] = {}) {
  const oembed = JSON.parse(writeOembed(settings, articleOf(given)));
  return { oembed, quotation: load(oembed.html, undefined, false) };
}

describe("oEmbed", () => {
  it("has what version 1.0 demands of a rich resource", () => {
    const { oembed } = embed();
    expect(oembed).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "Un titre",
      author_name: "Ana Lopez",
      provider_name: "Petite archive",
      provider_url: "https://archive.example/",
      width: 544,
      html: expect.any(String),
    });
    expect(oembed.height).toBeGreaterThan(0);
    expect(oembed).not.toHaveProperty("author_url");
    const author = { id: "ana", name: "Ana", url: "https://ana.example/", biography: "" };
    expect(embed({ author }).oembed.author_url).toBe("https://ana.example/");
  });

  it("quotes the standfirst, names author, source and date, and leads to the article", () => {
    const { quotation } = embed({ summary: "Un *chapeau* : court." });
    expect(quotation("blockquote").attr("cite")).toBe("https://archive.example/un/");
    expect(quotation("a").attr("href")).toBe("https://archive.example/un/");
    expect(
      quotation("p")
        .toArray()
        .map((paragraph) => quotation(paragraph).text()),
    ).toEqual([
      "Un titre",
      "Un chapeau\u00a0: court.",
      "Par Ana Lopez · Le Journal · 15 janvier 2021 à 09h00",
    ]);
  });

  it("begins with the text where there is no standfirst, and cuts it", () => {
    const text = embed({ body: "Un mot. ".repeat(200) })
      .quotation("p")
      .eq(1)
      .text();
    expect(text.endsWith("…")).toBe(true);
    expect([...text].length).toBeLessThanOrEqual(300);
    expect(embed({ body: "![](x.png)" }).quotation("p")).toHaveLength(2);
  });

  it("is a quotation and a link, whatever the texts hold", () => {
    const unsafe = `</a></blockquote><script>x()</script>"'&amp;<img src=x onerror=y()>`;
    const { oembed, quotation } = embed({
      title: unsafe,
      summary: unsafe,
      author: { id: "ana", name: `${unsafe}\u202e`, biography: "" },
      source: { name: unsafe, url: "https://journal.example/" },
    });
    const names = quotation("*")
      .toArray()
      .map((element) => quotation(element).prop("tagName"));
    expect(names).toEqual(["BLOCKQUOTE", "P", "A", "P", "P"]);
    expect(quotation("a").text()).toBe(unsafe);
    expect(oembed.html).not.toContain("\u202e");
    expect(oembed.author_name).toContain("⟨U+202E⟩");
  });

  it("says which part is in which language", () => {
    const { quotation } = embed({ language: "ar", title: "كلام" });
    expect(quotation("blockquote").attr()).toMatchObject({ lang: "ar", dir: "rtl" });
    expect(quotation("p").last().attr()).toEqual({ lang: "fr", dir: "ltr" });
  });

  it("asks for more room the more there is to read", () => {
    expect(embed({ title: "Long ".repeat(60) }).oembed.height).toBeGreaterThan(embed().oembed.height);
  });
});
