import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { integrityOf } from "../../../lib/print/bytes";
import { readStylesheets } from "../../../lib/print/page/stylesheets";
import { makeFolder } from "../folders";

const wardrobe = readStylesheets(process.cwd());

it("every stylesheet is small, allowed by its own hash, and loads nothing", () => {
  expect(wardrobe.size).toBeGreaterThan(5);
  for (const [name, { css, hash }] of wardrobe) {
    expect(hash, name).toBe(integrityOf(css));
    expect(css, name).not.toMatch(/url\(|@import|\n$|<\/style/iu);
    expect(css.length, name).toBeGreaterThan(0);
  }
});

const files = readdirSync("components/style").filter((name) => name !== "all.css");

it.each(files)("%s paints some page: without it there is no style", (name) => {
  const others = files.filter((file) => file !== name).map((file) => `components/style/${file}`);
  const project = makeFolder(Object.fromEntries(others.map((path) => [path, readFileSync(path, "utf8")])));
  expect(() => readStylesheets(project)).toThrow(name);
});
