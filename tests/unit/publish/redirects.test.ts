import { describe, expect, it } from "vitest";
import { formatProblem, readArchive } from "../../../lib/archive/reading/read";
import { writeCaddyRedirects } from "../../../lib/publish/hosts/caddy";
import { writeRedirectsFile } from "../../../lib/publish/hosts/netlify-cloudflare";
import { writeNginxRedirects } from "../../../lib/publish/hosts/nginx";
import { normalizeAddress } from "../../../lib/share/old-addresses/normalize-address";
import { listOldAddresses, type OldAddress } from "../../../lib/share/old-addresses/old-addresses";

const read = readArchive("tests/fixtures/old-addresses");
if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
const { addresses } = listOldAddresses(read.archive);
const published = [
  ...["index.html", "404.html", "find/index.html", "find/0.json", "icon.svg", "SHA256SUMS"],
  ...read.archive.articles.map(({ slug }) => `${slug}/index.html`),
];
const target = { url: new URL(read.archive.settings.url), published };

/** Rules as the parser of Cloudflare Pages reads them, which takes anything else for a mistake. */
function parseRules(text: string) {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [from = "", to = "", status, ...more] = line.split(/\s+/u);
    expect(more, line).toEqual([]);
    return { from, to, status };
  });
}

function addressOf(original: string, archived = "a/", slug = "a"): OldAddress {
  return { original, key: normalizeAddress(original) ?? "", slug, archived };
}
const rulesFor = (...originals: readonly OldAddress[]) => parseRules(writeRedirectsFile(originals, target));
const isWritten = (original: string) => rulesFor(addressOf(original)).length === 1;

describe("_redirects", () => {
  it("leads paths below no base to pages below the base path", () => {
    expect(rulesFor(...addresses)).toEqual([
      { from: "/2021/news/", to: "/kept/news/", status: "301" },
      { from: "/comments/3", to: "/kept/news/c/3/", status: "301" },
      { from: "/Comments/3", to: "/kept/forum/c/c/", status: "301" },
      { from: "/news;%7Dinclude;/etc/passwd", to: "/kept/strange/c/s1/", status: "301" },
      { from: "/stra%C3%9Fe", to: "/kept/strange/c/s9/", status: "301" },
      { from: "/$%7Bhost%7D/%7Bx%7D", to: "/kept/strange/c/s13/", status: "301" },
      { from: "/port", to: "/kept/strange/c/s15/", status: "301" },
    ]);
    expect(writeRedirectsFile(addresses, target)).toContain("# 7 of 26 old addresses are here");
  });

  it.each([
    ["a splat", "https://o.example/*"],
    ["a placeholder", "https://o.example/:x/y"],
    ["an encoded splat", "https://o.example/%2a"],
    ["an encoded placeholder", "https://o.example/%3ax"],
    ["an encoded comment", "https://o.example/%23"],
    ["an encoded line break", "https://o.example/x%0a/y"],
    ["another site", "https://o.example//evil.example/"],
    ["another site further on", "https://o.example/a//b"],
    ["an address of the host", "https://o.example/.netlify/x"],
    ["a query", "https://o.example/x?id=1"],
    ["a fragment", "https://o.example/x#c"],
    ["1,000 signs", `https://o.example/${"x".repeat(1000)}`],
  ])("leaves out %s", (_, original) => {
    expect(isWritten(original)).toBe(false);
  });

  it.each([
    "https://o.example/kept",
    "https://o.example/kept/",
    "https://o.example/kept/index.html",
    "https://o.example/kept/news/",
    "https://o.example/kept/news",
    "https://o.example/kept/NEWS/%69ndex.html",
    "https://o.example/kept/404",
    "https://o.example/kept/find/0.json",
    "https://o.example/kept/icon.svg",
    "https://o.example/kept/SHA256SUMS",
  ])("never stands before the archive's own %s", (original) => {
    expect(isWritten(original)).toBe(false);
  });

  it("leads nowhere where two hosts, or a page and its query, had different pages at one path", () => {
    const one = addressOf("https://one.example/p/4", "a/");
    expect(rulesFor(one, addressOf("https://two.example/p/4/", "b/", "b"))).toEqual([]);
    expect(rulesFor(one, addressOf("https://two.example/p/4?page=2", "b/", "b"))).toEqual([]);
    expect(rulesFor(one, addressOf("https://one.example/p/4?comment=2", "a/c/2/"))).toHaveLength(1);
    expect(rulesFor(one, addressOf("https://one.example/p/4#comment-2", "a/c/2/"))).toHaveLength(1);
  });

  it("stays within the limits of Cloudflare Pages, articles first, and says how many are left out", () => {
    const many = Array.from({ length: 3000 }, (_, number) => addressOf(`https://o.example/${number}`));
    const text = writeRedirectsFile(many, target);
    expect(parseRules(text)).toHaveLength(2000);
    expect(text).toContain("/1999 ");
    expect(text).toContain("# 1000 more are left out");
    const long = many.map(({ original }) => addressOf(`${original}/${"x".repeat(200)}`));
    const cut = writeRedirectsFile(long, target);
    expect(Buffer.byteLength(cut)).toBeLessThan(100_000);
    expect(parseRules(cut).length).toBeGreaterThan(400);
    expect(parseRules(cut).every(({ to, status }) => to === "/kept/a/" && status === "301")).toBe(true);
  });

  it("is a file of comments where there is nothing to redirect", () => {
    expect(writeRedirectsFile([], target)).toMatch(/^(#.*\n)+$/u);
  });
});

describe("the map for nginx", () => {
  const text = writeNginxRedirects(addresses, target);
  const entries = text.split("\n").filter((line) => line.startsWith('  "') && !line.startsWith('  "~'));

  it("has an entry a line, and nothing in an address ends one", () => {
    expect(entries).toHaveLength(22);
    for (const entry of entries)
      expect(entry).toMatch(/^ {2}"(?:[^"\\]|\\["\\])*" "https:\/\/archive\.example\/kept\/[a-z0-9/-]+";$/u);
  });

  it("has neither of two addresses that nginx takes for the same, and no fragment", () => {
    expect(text.toLowerCase()).not.toContain("/comments/3");
    expect(text).not.toContain("#!");
  });

  it("does not lead the archive's own page to another one", () => {
    expect(text).not.toContain('"archive.example/kept/news/"');
  });

  it("has room for its longest key", () => {
    expect(text).toContain("map_hash_bucket_size 128;");
    const long = writeNginxRedirects([addressOf(`https://o.example/${"x".repeat(300)}`)], target);
    expect(long).toContain("map_hash_bucket_size 512;");
  });
});

describe("the map for Caddy", () => {
  const entriesOf = (text: string) => text.split("\n").filter((line) => /^ {2}".* https/u.test(line));
  const text = writeCaddyRedirects(addresses, target);

  it("has an entry a line, and nothing in an address ends one", () => {
    expect(entriesOf(text)).toHaveLength(24);
    for (const entry of entriesOf(text))
      expect(entry).toMatch(/^ {2}"[^"{}\\]*" https:\/\/archive\.example\/kept\/[a-z0-9/-]+$/u);
  });

  it("tells addresses apart by their case, and leads to neither of two pages that claim one", () => {
    expect(text).toContain('"paper.example/Comments/3/" https://archive.example/kept/forum/c/c/');
    expect(text).toContain('"paper.example/comments/3/" https://archive.example/kept/news/c/3/');
    const claimed = [addressOf("https://o.example/a^b", "a/"), addressOf("https://o.example/a%5Eb", "b/")];
    expect(entriesOf(writeCaddyRedirects(claimed, target))).toEqual([]);
  });

  it("names by number what a Caddyfile gives a meaning", () => {
    const [entry] = entriesOf(writeCaddyRedirects([addressOf("https://o.example/?{$HOME}=\\")], target));
    expect(entry).toBe('  "~^o\\x2eexample/\\x3f\\x7b\\x24HOME\\x7d=\\x5c$" https://archive.example/kept/a/');
  });

  it("does not lead the archive's own page to another one", () => {
    expect(text).not.toContain('"archive.example/kept/news/"');
  });
});
