import { describe, expect, it } from "vitest";
import { attachmentType, isId, isPictureName, isSlug } from "../../../../lib/archive/format/names";
import { escapeUnprintable, formatProblem, nameKey, quote } from "../../../../lib/archive/format/problem";
import { findSimilar } from "../../../../lib/archive/format/similar";
import {
  isContact,
  isLine,
  isPublicAddress,
  isTimeZone,
  isWebAddress,
  isWholeNumber,
  readLanguage,
} from "../../../../lib/archive/format/values";
import { isDate, isMoment, precisionOf } from "../../../../lib/archive/moment";

type Check = (text: string) => boolean;

function describeCheck(name: string, check: Check, accepted: readonly string[], refused: readonly string[]) {
  describe(name, () => {
    it.each(accepted)("accepts %j", (text) => expect(check(text)).toBe(true));
    it.each(refused)("refuses %j", (text) => expect(check(text)).toBe(false));
  });
}

describeCheck(
  "an instant, of the moments that isMoment accepts",
  (text) => isMoment(text) && precisionOf(text) === "instant",
  [
    "2021-01-15T09:00:00+01:00",
    "2021-01-15T09:00Z",
    "2024-02-29T23:59:59.123456789-12:00",
    "2021-01-15T09:00:00+14:00",
    "0001-01-01T00:00:00Z",
  ],
  [
    "2021-02-30T09:00:00+01:00",
    "2023-02-29T09:00:00Z",
    "2021-13-01T09:00:00Z",
    "2021-00-10T09:00:00Z",
    "2021-01-15T24:00:00Z",
    "2021-01-15T09:60:00Z",
    "2021-01-15T09:00:60Z",
    "2021-01-15T09:00:00+99:00",
    "2021-01-15T09:00:00+14:30",
    "2021-01-15T09:00:00",
    "2021-01-15 09:00:00Z",
    "2021-01-15t09:00:00z",
    "20210115T090000Z",
    "2021-01-15",
    " 2021-01-15T09:00Z",
    "2021-01-15T09:00Z\n",
    "",
  ],
);

describeCheck(
  "isDate",
  isDate,
  ["2021-01-15", "2024-02-29"],
  ["2023-02-29", "2021-1-5", "2021-01", "15/01/2021", ""],
);

describeCheck(
  "isTimeZone",
  isTimeZone,
  ["Europe/Paris", "UTC", "America/Argentina/Ushuaia"],
  ["Europe/Pariss", "+01:00", "Paris", ""],
);

describeCheck(
  "isWebAddress",
  isWebAddress,
  ["https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://EXAMPLE.ORG/", "https://été.example/é"],
  [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org/",
    "//example.org/",
    "/path",
    "example.org",
    "https:example.org",
    "https:/example.org",
    "https:///example.org",
    "https:\\\\example.org",
    "https://example.org/a b",
    "ht\ntps://example.org",
    "https://example.org/\n",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://[::1",
    "https://example.org/\u202egpj.exe",
    "",
  ],
);

describeCheck(
  "isPublicAddress",
  isPublicAddress,
  ["https://example.org/archive", "http://localhost:3000/"],
  ["https://example.org/?", "https://example.org/#top", "mailto:a@example.org"],
);

describeCheck(
  "isContact",
  isContact,
  ["mailto:keeper@example.org", "https://example.org/contact?about=archive"],
  [
    "http://example.org/",
    "mailto:keeper",
    "mailto:a@b.example?bcc=c@d.example",
    "mailto:a@b.example,c@d.example",
    "a@b.example",
  ],
);

describeCheck(
  "isLine",
  isLine,
  ["a", "  a", "x".repeat(500), "😀".repeat(500), "Vec<String>"],
  ["", "  ", "a\nb", "a\u2028b", "x".repeat(501), "😀".repeat(501)],
);

describeCheck(
  "isId",
  isId,
  ["1", "0123", "a-b", "a".repeat(64), "console"],
  ["", "-a", "A", "é", "a_b", "a.b", "a/b", "..", "a".repeat(65), "con", "nul", "com1", "lpt9", "a\n"],
);

describeCheck(
  "isSlug",
  isSlug,
  ["un", "index-2"],
  [
    ...["authors", "c", "404", "index", "feed", "sitemap", "robots", "aux", "Un"],
    ...["search", "pagefind", "participants", "years", "sources", "books", "packs"],
  ],
);

describeCheck(
  "attachmentType",
  (name) => attachmentType(name) !== undefined,
  ["report.pdf", "A_1.2-x.CSV", "talk.mp3", "film.webm", "notes.txt"],
  [
    ...[
      "page.html",
      "page.htm",
      "page.xhtml",
      "drawing.svg",
      "script.js",
      "script.mjs",
      "data.xml",
      "feed.json",
    ],
    ...[
      "index.txt",
      "INDEX.txt",
      "../a.pdf",
      "a/b.pdf",
      ".pdf",
      "pdf",
      "a.pdf.exe",
      "a.pdf ",
      "con.pdf",
      "a.md",
    ],
    ...["card.png", "a\u202efdp.txt"],
  ],
);

describeCheck(
  "isPictureName",
  isPictureName,
  ["vue.png", "A_1.2-x.JPEG", "a.avif"],
  [
    "../vue.png",
    "/vue.png",
    "a\\b.png",
    "a\0.png",
    ".vue.png",
    "vue.svg",
    "vue",
    "png",
    "vue.png.exe",
    "nul.png",
    "CON.jpg",
    `${"a".repeat(130)}.png`,
  ],
);

describeCheck(
  "isWholeNumber from 1 to 20",
  (text) => isWholeNumber(text, 1, 20),
  ["1", "20"],
  ["0", "21", "-1", "+1", "01", "1.0", "1e1", "0x1", " 1", "１", "", "9".repeat(400)],
);

describe("readLanguage", () => {
  it.each([
    ["fr", "fr"],
    ["und", "und"],
    ["fr-fr", "fr-FR"],
    ["EN-us", "en-US"],
    ["zh-hant-tw", "zh-Hant-TW"],
  ])("reads %s as %s", (text, tag) => expect(readLanguage(text)).toBe(tag));

  it.each(["fr_FR", "french", "zz", "", "f", "fr ", "fr-"])("refuses %j", (text) => {
    expect(readLanguage(text)).toBeUndefined();
  });
});

describe("findSimilar", () => {
  const keys = ["author", "inReplyTo", "replyBasis", "url", "id", "position"];

  it.each([
    ["autor", "author"],
    ["Author", "author"],
    ["auhtor", "author"],
    ["in_reply_to", "inReplyTo"],
    ["inreplyto", "inReplyTo"],
    ["ulr", "url"],
    ["postition", "position"],
  ])("takes %s for %s", (word, key) => expect(findSimilar(word, keys)).toBe(key));

  it.each(["mood", "date", "u", "authorization", "", "x".repeat(100_000)])("leaves %.20s alone", (word) => {
    expect(findSimilar(word, keys)).toBeUndefined();
  });
});

describe("a problem", () => {
  it("is one line, with a quotation that is cut and shows what cannot be seen", () => {
    expect(quote("caf\u00e9")).toBe('"café"');
    expect(quote('a"b\\c\n')).toBe('"a\\"b\\\\c\\n"');
    expect(quote("a\u202eb\u200bc\u00a0d\ud800\u{e0041}\ufe0f")).toBe(
      '"a\\u{202e}b\\u{200b}c\\u{a0}d\\ud800\\u{e0041}\\u{fe0f}"',
    );
    expect(quote("😀".repeat(61))).toBe(`"${"😀".repeat(60)}…"`);
    expect(quote("x".repeat(1_000_000))).toHaveLength(63);
  });

  it("escapes paths and keys as well", () => {
    const problem = {
      path: "content/a\nb\u202e.md",
      field: nameKey("k\u0007: x"),
      found: "nothing",
      expected: "a text",
    };
    expect(formatProblem(problem)).toBe(
      'content/a\\u{a}b\\u{202e}.md: "k\\u0007: x": found nothing, expected a text',
    );
    expect(escapeUnprintable("plain é 😀")).toBe("plain é 😀");
  });
});
