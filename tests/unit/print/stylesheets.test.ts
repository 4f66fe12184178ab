import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { integrityOf } from "../../../lib/print/bytes";
import { readStylesheets } from "../../../lib/print/stylesheets";

const wardrobe = readStylesheets(process.cwd());

it("every stylesheet is small, allowed by its own hash, and loads nothing", () => {
  expect(wardrobe.size).toBeGreaterThan(5);
  for (const [name, { css, hash }] of wardrobe) {
    expect(hash, name).toBe(integrityOf(css));
    expect(css, name).not.toMatch(/url\(|@import|\n$|<\/style/iu);
    expect(css.length, name).toBeGreaterThan(0);
  }
});

it("every file of the style paints some page", () => {
  const files = readdirSync("components/style").filter((name) => name !== "all.css");
  // A base is made of several files: what is in none of them is in no page.
  const layers = files.filter((name) => wardrobe.has(name.replace(".css", "")));
  expect(files.length - layers.length).toBeLessThan(8);
  expect(layers.length + [...wardrobe.keys()].filter((name) => name.startsWith("base of")).length).toBe(
    wardrobe.size,
  );
});
