import { describe, expect, it } from "vitest";
import { defaultTag, readTag } from "../../../../lib/archive/format/tag";

describe("what an archive's identifiers begin with", () => {
  it.each([
    ["example.org,2021", "example.org,2021:/"],
    ["example.org,2021-05", "example.org,2021-05:/"],
    ["example.org,2020-02-29", "example.org,2020-02-29:/"],
    ["keeper.one@example.org,2021", "keeper.one@example.org,2021:/"],
    ["localhost,2021:/archive", "localhost,2021:/archive/"],
    ["user.example,2021:/a%20b/", "user.example,2021:/a%20b/"],
  ])("%s is read as %s", (text, tag) => {
    expect(readTag(text)).toBe(tag);
  });

  it.each([
    "example.org",
    "example.org,",
    "example.org,21",
    "example.org,2021-13",
    "example.org,2021-02-30",
    "https://example.org,2021",
    "Example.org,2021",
    "-a.example,2021",
    "a..example,2021",
    "a_b.example,2021",
    "@example.org,2021",
    "example.org,2021:/a b",
    "example.org,2021:/é",
    "example.org,2021:/%zz",
    "example.org,2021#x",
    "tag:example.org,2021",
  ])("%s is refused (RFC 4151 §2.1)", (text) => {
    expect(readTag(text)).toBeUndefined();
  });

  it.each([
    ["https://verbatim.example/", "verbatim.example,2026:/"],
    ["https://archive.example:8443/kept/", "archive.example,2026:/kept/"],
    ["https://bücher.example/", "xn--bcher-kva.example,2026:/"],
    ["https://[::1]/", undefined],
    ["https://my_archive.example/", undefined],
  ])("by default comes from the address %s", (url, tag) => {
    expect(defaultTag(url)).toBe(tag);
  });
});
