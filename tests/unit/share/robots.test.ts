import { describe, expect, it } from "vitest";
import { writeRobots } from "../../../lib/share/robots";
import { settings } from "./small-archive";

/** RFC 9309 §2.2: lines of `key: value`; a comment lasts to the end of its line. */
function readRules(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/u, "").trim())
    .filter((line) => line !== "");
}

describe("robots.txt", () => {
  it("lets everything be read and names the sitemap", () => {
    const rules = ["User-agent: *", "Allow: /", "Sitemap: https://archive.example/sitemap.xml"];
    expect(readRules(writeRobots(settings))).toEqual(rules);
    expect(writeRobots({ ...settings, indexing: "allowed" })).toBe(writeRobots(settings));
  });

  it("below a base path says where its lines belong", () => {
    const text = writeRobots({ ...settings, url: "https://archive.example/kept/" });
    expect(text).toContain("# Crawlers look for this file at https://archive.example/robots.txt");
    expect(readRules(text)).toEqual([
      "User-agent: *",
      "Allow: /kept/",
      "Sitemap: https://archive.example/kept/sitemap.xml",
    ]);
  });

  it("of an archive that refuses to be indexed forbids nothing, so that the refusal is read", () => {
    const rules = readRules(writeRobots({ ...settings, indexing: "refused" }));
    expect(rules).toEqual(["User-agent: *", "Allow: /"]);
  });
});
