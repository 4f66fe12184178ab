import { copyFileSync, existsSync, linkSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPlacer } from "../../../lib/publish/site/place-file";
import { makeFolder } from "../folders";

/** Two files to be placed, and a list of what was tried. */
function makePlaces() {
  const folder = makeFolder({ one: "1", two: "2" });
  const tried: string[] = [];
  const refuse = (name: string) => () => {
    tried.push(name);
    throw new Error(`${name} refused`);
  };
  const allow = (name: string, way: (from: string, to: string) => void) => (from: string, to: string) => {
    tried.push(name);
    way(from, to);
  };
  const at = (name: string) => join(folder, name);
  return { at, tried, refuse, allow };
}

describe("a file gets into a site", () => {
  it("by the first way that the file system allows, which is not looked for again", () => {
    const { at, tried, refuse, allow } = makePlaces();
    const place = createPlacer([refuse("reflink"), allow("link", linkSync), allow("copy", copyFileSync)]);
    place(at("one"), at("one.site"));
    place(at("two"), at("two.site"));
    expect(tried).toEqual(["reflink", "link", "link"]);
    expect(readFileSync(at("two.site"), "utf8")).toBe("2");
    expect(statSync(at("one.site")).ino).toBe(statSync(at("one")).ino);
  });

  it("as a copy where every cheaper way is refused, in the middle too", () => {
    const { at, tried, refuse, allow } = makePlaces();
    let left = 1;
    const once = allow("link", (from, to) => (left-- > 0 ? linkSync(from, to) : refuse("crossing")()));
    const place = createPlacer([refuse("reflink"), once, allow("copy", copyFileSync)]);
    place(at("one"), at("one.site"));
    place(at("two"), at("two.site"));
    expect(tried).toEqual(["reflink", "link", "link", "crossing", "copy"]);
    writeFileSync(at("two.site"), "edited");
    expect(readFileSync(at("two"), "utf8")).toBe("2");
  });

  it("not at all where even a copy is refused", () => {
    const { at, refuse } = makePlaces();
    const place = createPlacer([refuse("link"), refuse("copy")]);
    expect(() => place(at("one"), at("one.site"))).toThrow("copy refused");
  });

  it("on this machine's file system by one of its own ways, and never over another file", () => {
    const { at } = makePlaces();
    const place = createPlacer();
    place(at("one"), at("one.site"));
    expect(readFileSync(at("one.site"), "utf8")).toBe("1");
    expect(() => place(at("two"), at("one.site"))).toThrow("EEXIST");
    expect(readFileSync(at("one.site"), "utf8")).toBe("1");
    expect(existsSync(at("two.site"))).toBe(false);
  });
});
