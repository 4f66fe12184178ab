import { describe, expect, it } from "vitest";
import { findRunningAddresses } from "../../../lib/publish/proof/running-address";

const found = (tagName: string, attributes: Readonly<Record<string, string>>) =>
  findRunningAddresses(
    tagName,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  );

describe("an address that runs is found", () => {
  it.each([
    ["a", "href", "javascript:alert(1)"],
    ["a", "href", "JaVaScRiPt:alert(1)"],
    ["a", "href", " \u0001javascript:alert(1)"],
    ["a", "href", "java\tscr\nipt\r:alert(1)"],
    ["a", "href", "\u001fvbscript:x"],
    ["a", "href", "data:text/html,<script>1</script>"],
    ["a", "href", "data:,x"],
    ["area", "href", "javascript:x"],
    ["use", "xlink:href", "javascript:x"],
    ["img", "src", "javascript:x"],
    ["img", "srcset", "a.png 1x, javascript:x 2x"],
    ["link", "imagesrcset", "javascript:x 2x"],
    ["a", "ping", "https://a.example/ javascript:x"],
    ["form", "action", "javascript:x"],
    ["button", "formaction", "javascript:x"],
    ["video", "poster", "javascript:x"],
    ["blockquote", "cite", "javascript:x"],
    ["object", "data", "javascript:x"],
    ["body", "background", "javascript:x"],
    ["animate", "values", "https://a.example/;javascript:x"],
    ["set", "to", "javascript:x"],
  ])("in <%s %s> with %j", (tagName, name, value) => {
    expect(found(tagName, { [name]: value })).toEqual([value]);
  });

  it.each(["0;url=javascript:x", "0; URL = 'javascript:x'", "1.5,javascript:x"])(
    "in a page that moves on by itself: %s",
    (content) => {
      expect(found("meta", { "http-equiv": "Refresh", content })).toEqual([content]);
    },
  );
});

describe("words are no address", () => {
  it.each([
    ["meta", "content", "javascript:alert(1)"],
    ["img", "alt", "javascript:alert(1)"],
    ["a", "title", "javascript:alert(1)"],
    ["span", "aria-label", "vbscript:x"],
    ["span", "data-initials", "data:x"],
    ["a", "href", "https://example.org/?javascript:x"],
    ["a", "href", "/archive/javascript:x"],
    ["a", "href", "#javascript:x"],
    ["a", "href", "mailto:data@example.org"],
    ["img", "src", "data:image/png;base64,AAAA"],
    ["img", "srcset", "data:image/png;base64,AAAA 2x"],
  ])("in <%s %s> with %j", (tagName, name, value) => {
    expect(found(tagName, { [name]: value })).toEqual([]);
  });
});
