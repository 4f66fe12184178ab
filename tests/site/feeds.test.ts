import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@rowanmanning/feed-parser";
import { load } from "cheerio";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { readArchive } from "../../lib/archive/reading/read";
import { sites } from "../sites";
import { openPage } from "./pages";

describe.each(sites)("the feeds of $name", (site) => {
  const { files } = listFolder(site.out);
  const feeds = files.filter((path) => /(^|\/)feed\.(xml|json)$/u.test(path));
  const read = (path: string) => readFileSync(join(site.out, path), "utf8");
  const result = readArchive(site.content);
  if (!result.ok) throw new Error("the content has a problem");
  const { articles } = result.archive;

  it("are there: two of the archive, one for each article", () => {
    const expected = ["feed.xml", "feed.json", ...articles.map(({ slug }) => `${slug}/feed.xml`)];
    expect([...feeds].sort()).toEqual(expected.sort());
  });

  it("are found from the pages that show the same, and from no other", () => {
    const found = files
      .filter((path) => path.endsWith(".html"))
      .flatMap((path) => {
        const page = openPage(site, path.replace(/(^|\/)index\.html$/u, "$1"));
        const links = page("link[rel=alternate]").toArray();
        return links
          .map((link) => [path, page(link).attr("type"), page(link).attr("href")])
          .filter(([, type]) => /feed|atom/u.test(type ?? ""));
      });
    const expected = [
      ["index.html", "application/atom+xml", `${site.url}feed.xml`],
      ["index.html", "application/feed+json", `${site.url}feed.json`],
      ...articles.map(({ slug }) => [
        `${slug}/index.html`,
        "application/atom+xml",
        `${site.url}${slug}/feed.xml`,
      ]),
    ];
    expect(found.sort()).toEqual(expected.sort());
  });

  it("hold every article and every comment once, each under an identifier of its own", () => {
    for (const { slug, thread } of articles) {
      const { items, self } = parseFeed(read(`${slug}/feed.xml`));
      const pages = ["", ...thread.inReadingOrder.map(({ comment }) => `c/${comment.id}/`)];
      expect(items.map(({ url }) => url)).toEqual(pages.map((path) => `${site.url}${slug}/${path}`));
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(self).toBe(`${site.url}${slug}/feed.xml`);
    }
    const slugs = articles.map(({ slug }) => `${site.url}${slug}/`);
    const newest = slugs.slice(0, 50);
    expect(parseFeed(read("feed.xml")).items.map(({ url }) => url)).toEqual(newest);
    expect(parseJsonFeed(read("feed.json")).items?.map(({ url }) => url)).toEqual(newest);
  });

  it("name nothing of the site that is not there, not even an anchor, and no relative address", () => {
    const pages = new Map<string, ReturnType<typeof openPage>>();
    let checked = 0;
    for (const feed of feeds) {
      for (const address of listAddresses(read(feed), feed.endsWith(".json"))) {
        expect(URL.canParse(address), `${feed}: ${address}`).toBe(true);
        if (!address.startsWith(site.url)) continue;
        checked += 1;
        const [path = "", fragment] = address.slice(site.url.length).split("#");
        const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
        expect(files, `${feed}: ${address}`).toContain(file);
        if (fragment === undefined) continue;
        const page = pages.get(path) ?? openPage(site, path);
        pages.set(path, page);
        expect(page(`[id="${fragment}"]`), `${feed}: ${address}`).toHaveLength(1);
      }
    }
    expect(checked).toBeGreaterThan(articles.length);
  });

  it("show the words of every text that is there, and of a tombstone what became of it", () => {
    for (const { slug, thread } of articles) {
      const entries = parseAtomFeed(read(`${slug}/feed.xml`)).entries ?? [];
      const page = openPage(site, `${slug}/`);
      for (const [index, { comment }] of thread.inReadingOrder.entries()) {
        const own = page(
          `[id="c-${comment.id}"] > .own > .${comment.status === "present" ? "text" : "tombstone"}`,
        );
        const content = load(entries[index + 1]?.content?.value ?? "");
        content("p:has(> small)").remove();
        expect(words(content("body").text()), `${slug}/${comment.id}`).toBe(words(own.text()));
      }
    }
  });
});

/** Letters and digits; a reader's own numbering stands for that of a list. */
function words(text: string): string {
  return text.replace(/\d+\.|[^\p{L}\p{N}]/gu, "");
}

/** Every address that a feed gives, those within its texts included. */
function listAddresses(feed: string, isJson: boolean): string[] {
  if (isJson) {
    const { home_page_url, feed_url, favicon, items = [] } = parseJsonFeed(feed);
    const own = items.flatMap(({ url, external_url, image }) => [url, external_url, image]);
    const within = items.flatMap(({ content_html }) => listLinks(content_html ?? ""));
    return [home_page_url, feed_url, favicon, ...own, ...within].filter((address) => address !== undefined);
  }
  const { icon, links = [], entries = [] } = parseAtomFeed(feed);
  const linked = [...links, ...entries.flatMap((entry) => entry.links ?? [])].map(({ href }) => href);
  const answered = entries.flatMap(({ thr }) => thr?.inReplyTos?.map(({ href }) => href) ?? []);
  const within = entries.flatMap(({ content }) => listLinks(content?.value ?? ""));
  return [icon, ...linked, ...answered, ...within].filter((address) => address !== undefined);
}

function listLinks(html: string): string[] {
  const document = load(html);
  const elements = document("[href], [src]").toArray();
  return elements.map((element) => document(element).attr("href") ?? document(element).attr("src") ?? "");
}
