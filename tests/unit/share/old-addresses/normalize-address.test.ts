import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shardOf } from "../../../../lib/share/old-addresses/address-index";
import { normalizeAddress, withoutFragment } from "../../../../lib/share/old-addresses/normalize-address";

/** The functions of the browser's script, in a page without a form. */
const browser = createContext({ URL, URLSearchParams, document: { querySelectorAll: () => [] } });
runInContext(readFileSync(new URL("../../../../public/find.js", import.meta.url), "utf8"), browser);
const normalizeInBrowser = (address: string) =>
  runInContext(`normalizeAddress(${JSON.stringify(address)})`, browser);

const table: [written: string, key: string | undefined][] = [
  ["https://www.paper.example/2021/news/", "paper.example/2021/news"],
  ["http://paper.example/2021/news", "paper.example/2021/news"],
  ["  HTTPS://WWW.Paper.Example:443/2021/news//  ", "paper.example/2021/news"],
  ["www.paper.example/2021/news", "paper.example/2021/news"],
  ["http://paper.example:80/2021/news", "paper.example/2021/news"],
  ["https://paper.example:80/2021/news", "paper.example/2021/news"],
  ["https://paper.example./2021/news", "paper.example/2021/news"],
  ["https://paper.example:8080/x", "paper.example:8080/x"],
  ["https://paper.example", "paper.example"],
  ["https://paper.example/?", "paper.example"],
  ["https://someone:secret@paper.example/x", "paper.example/x"],
  ["https://paper.example/2021/News", "paper.example/2021/News"],
  ["https://paper.example/x?utm_source=a&utm_medium=b", "paper.example/x"],
  ["https://paper.example/x?id=7&fbclid=abc", "paper.example/x?id=7"],
  ["https://paper.example/x?xtor=RSS-16&id=7&gclid=1&mc_cid=2&mc_eid=3", "paper.example/x?id=7"],
  ["https://paper.example/x?utmost=1&gclidx=2", "paper.example/x?utmost=1&gclidx=2"],
  ["https://paper.example/x/?b=2&a=1", "paper.example/x?b=2&a=1"],
  ["https://paper.example/x?id=7#comment-12", "paper.example/x?id=7#comment-12"],
  ["https://paper.example/x/#", "paper.example/x"],
  ["https://paper.example/x#:~:text=some,words", "paper.example/x"],
  ["https://paper.example/x#part:~:text=some,words", "paper.example/x#part"],
  ["https://paper.example/a/../b/./c", "paper.example/b/c"],
  ["https://paper.example/%7euser/%41%c3%a9", "paper.example/~user/A%C3%A9"],
  ["https://paper.example/%7Euser/Aé", "paper.example/~user/A%C3%A9"],
  ["https://paper.example/a%2Fb%3Fc%23d%25", "paper.example/a%2Fb%3Fc%23d%25"],
  ["https://paper.example/Talk%3AIt%27s", "paper.example/Talk:It's"],
  ["https://bücher.example/straße", "xn--bcher-kva.example/stra%C3%9Fe"],
  ["https://paper.example/a b", "paper.example/a%20b"],
  ["paper", "paper"],
  ["", undefined],
  ["two words", undefined],
  ["https://", undefined],
  ["javascript:alert(1)", undefined],
];

describe("the key of an address", () => {
  it.each(table)("%j is %j, for the build and for the browser's script", (written, key) => {
    expect(normalizeAddress(written)).toBe(key);
    expect(normalizeInBrowser(written)).toBe(key);
  });

  it("is the same for both and plain ASCII, whatever is written", () => {
    const parts = fc.constantFrom(
      "%",
      "%2e",
      "%C3",
      "?",
      "&",
      "#",
      "/",
      "utm_a=1",
      "é",
      ":~:",
      "www.",
      ":80",
      "^",
      "'",
    );
    const tail = fc.array(fc.oneof(parts, fc.string({ unit: "binary" }))).map((all) => all.join(""));
    const address = fc.tuple(fc.constantFrom("", "https://a.example", "HTTP://www.b.example:80/"), tail);
    fc.assert(
      fc.property(address, ([start, end]) => {
        const key = normalizeAddress(start + end);
        expect(normalizeInBrowser(start + end)).toBe(key);
        if (key !== undefined) expect(key).toMatch(/^[!-~]*$/u);
      }),
    );
  });

  it("is found in the same file by both", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), fc.nat(9), (key, power) => {
        const inBrowser = runInContext(`shardOf(${JSON.stringify(key)}, ${2 ** power})`, browser);
        expect(inBrowser).toBe(shardOf(key, 2 ** power));
      }),
    );
  });

  it("of the page alone has no fragment", () => {
    expect(withoutFragment("a.example/x?y#z#z")).toBe("a.example/x?y");
  });
});

describe("what a link to /find/ asks for", () => {
  it.each([
    ["?url=https%3A%2F%2Fa.example%2Fx%3Fid%3D7", "", "https://a.example/x?id=7"],
    ["?url=https://a.example/x?id=7&p=2", "#c-1", "https://a.example/x?id=7&p=2#c-1"],
    ["?url=https%3A%2F%2Fa.example%2Fx", "#c-1", "https://a.example/x#c-1"],
    ["?url=https%3A%2F%2Fa.example%2Fx&utm_source=mail", "", "https://a.example/x"],
    ["", "#https://a.example/x?id=7#c-1", "https://a.example/x?id=7#c-1"],
    ["", "#https%3A%2F%2Fa.example%2Fx%23c-1", "https://a.example/x#c-1"],
    ["", "#www.a.example/x", "www.a.example/x"],
    ["", "#%E0%A4%A", "\uFFFD%A"],
    ["?utm_source=mail", "", ""],
    ["", "", ""],
  ])("%s%s asks for %j", (search, hash, asked) => {
    browser.location = { search, hash };
    expect(runInContext("findAsked()", browser)).toBe(asked);
  });
});
