import { mf2 } from "microformats-parser";
import { describe, expect, it } from "vitest";
import { firstContent, type Site, sites, situations } from "../sites";
import { listPages, openPage, readPage, squeeze, wordsOf } from "./pages";

type Microformat = ReturnType<typeof mf2>["items"][number];
type Value = Microformat["properties"][string][number];

const first = "apres-son-bannissement-parler-porte-plainte-contre-amazon/";

function readItems(site: Site, page: string): Microformat[] {
  return mf2(readPage(site, page), { baseUrl: site.url + page }).items;
}

/** A property's items; its plain values are left out. */
function itemsOf({ properties }: Microformat, name: string): Microformat[] {
  const isItem = (value: Value): value is Microformat & Value =>
    typeof value === "object" && "properties" in value;
  return (properties[name] ?? []).filter(isItem);
}

/** A comment's answers and theirs. */
function allComments(item: Microformat): Microformat[] {
  return itemsOf(item, "comment").flatMap((comment) => [comment, ...allComments(comment)]);
}

function contentOf({ properties }: Microformat): string | undefined {
  const [content] = properties.content ?? [];
  return typeof content === "object" && "html" in content ? content.value : undefined;
}

// https://microformats.org/wiki/h-entry
describe("the microformats", () => {
  it("tell of the article its name, author, date, address and text", () => {
    const [entry, ...others] = readItems(firstContent, first);
    if (!entry) throw new Error("no entry");
    expect(others).toEqual([]);
    expect(entry.type).toEqual(["h-entry"]);
    expect(entry.properties).toMatchObject({
      name: [openPage(firstContent, first)("h1").text()],
      url: [firstContent.url + first],
      published: ["2021-01-15T09:00:00+01:00"],
    });
    const [author] = itemsOf(entry, "author");
    expect(author?.properties).toEqual({
      name: ["Guillaume Belfiore"],
      "job-title": ["Rédacteur en chef adjoint"],
      org: ["Clubic"],
    });
    expect(contentOf(entry)).toMatch(/^La tentative d'insurrection/u);
    expect(contentOf(entry)).toMatch(/contenus dangereux, et non pas une baisse/u);
  });

  it("hold each comment once, an answer inside what it answers", () => {
    for (const site of sites) {
      for (const page of listPages(site).filter((path) => /^[^/]+\/$/u.test(path) && path !== "find/")) {
        const document = openPage(site, page);
        const comments = readItems(site, page).flatMap(allComments);
        const shown = document("#comments .comment").toArray();
        expect(comments.map(({ id }) => id)).toEqual(shown.map((comment) => comment.attribs.id));
        for (const comment of comments) {
          expect(comment.properties.url, page).toHaveLength(1);
          for (const answer of itemsOf(comment, "comment"))
            expect(answer.properties["in-reply-to"], page).toEqual([`#${comment.id}`]);
        }
      }
    }
  });

  it("make a comment's page an entry that answers the article and the comment above it", () => {
    const [entry] = readItems(firstContent, `${first}c/2/`);
    expect(entry?.type).toEqual(["h-entry"]);
    expect(entry?.properties["in-reply-to"]).toEqual([
      firstContent.url + first,
      `${firstContent.url + first}c/1/`,
    ]);
    expect(entry && itemsOf(entry, "author")[0]?.properties.name).toEqual(["_Ludo"]);
    expect(entry?.properties.url).toEqual([`${firstContent.url + first}c/2/`]);
  });

  it("say of every comment's page what the page says, and of a tombstone nothing", () => {
    for (const site of sites) {
      for (const page of listPages(site).filter((path) => path.includes("/c/"))) {
        const document = openPage(site, page);
        const id = /\/c\/(.+)\/$/u.exec(page)?.[1];
        const own = `[id="c-${id}"] > .own > .text`;
        if (document(`[id="c-${id}"]`).length === 0) continue;
        const [entry, ...others] = readItems(site, page);
        expect(others, page).toEqual([]);
        const content = entry && contentOf(entry);
        expect(content === undefined, page).toBe(document(own).length === 0);
        // What stands for an emoji, or for a picture, is text to a parser.
        if (content !== undefined && document(`${own} :is([role=img], img)`).length === 0)
          expect(squeeze(content), page).toBe(wordsOf(document, own));
      }
    }
  });

  it("date what the source dates", () => {
    const [entry] = readItems(situations, "a-kept-picture/c/third/");
    expect(entry?.properties.published).toEqual(["2019-03-02T09:30:00+00:00"]);
    const [undated] = readItems(firstContent, `${first}c/2/`);
    expect(undated?.properties).not.toHaveProperty("published");
  });
});
